// @ts-check
import { needA } from "../components/elements.js";

/**
 * A file that is chosen here is read into the text field that `data-file-into` names.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(field, { signal }) {
  field.addEventListener("change", () => {
    if (field instanceof HTMLInputElement) readInto(field);
  }, { signal });
}

/**
 * Old Korean files are no UTF-8.
 * @param {HTMLInputElement} field
 */
async function readInto(field) {
  const file = field.files?.[0];
  if (file === undefined) return;
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  needA(HTMLTextAreaElement, `#${field.dataset.fileInto}`).value = text.includes("\ufffd")
    ? new TextDecoder("euc-kr").decode(bytes)
    : text;
}
