// @ts-check
/** The form of a custom field: choices are asked for only where there is something to choose. */
import { all, find, need } from "../components/elements.js";

export function startFieldForm() {
  for (const form of all("[data-field-form]")) {
    const kind = find("[name=kind]", form);
    // A field that is there keeps its kind.
    if (!(kind instanceof HTMLSelectElement)) continue;
    const show = () => {
      need(".field_choices", form).hidden = kind.value !== "choice";
    };
    kind.addEventListener("change", show);
    show();
  }
}
