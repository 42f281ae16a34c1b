// @ts-check
import { needA } from "../components/elements.js";
import { listText } from "./list_text.js";

/**
 * A file that is chosen here is read into the text field that `data-file-into` names.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(field, { signal }) {
  const read = () => {
    if (field instanceof HTMLInputElement) readInto(field);
  };
  field.addEventListener("change", read, { signal });
  // Whoever was quicker than this script has chosen already.
  read();
}

/** @param {HTMLInputElement} field */
async function readInto(field) {
  const file = field.files?.[0];
  if (file === undefined) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  needA(HTMLTextAreaElement, `#${field.dataset.fileInto}`).value = listText(bytes);
}
