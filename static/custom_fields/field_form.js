// @ts-check
import { find, need } from "../components/elements.js";

/**
 * The form of a custom field: choices are asked for only where there is something to choose.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(form, { signal }) {
  const kind = find("[name=kind]", form);
  // A field that is there keeps its kind.
  if (!(kind instanceof HTMLSelectElement)) return;
  const show = () => {
    need(".field_choices", form).hidden = kind.value !== "choice";
  };
  kind.addEventListener("change", show, { signal });
  show();
}
