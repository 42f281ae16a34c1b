// @ts-check
/**
 * The rows of a customer's numbers: one more, one less (the last is emptied in place of being taken away), another one
 * first, which is the main one.
 */
import { all, around, find, need } from "../components/elements.js";

/** @type {import("../shell/regions.js").Mount} */
export function mount(numbers, { signal }) {
  numbers.addEventListener("click", (event) => {
    const add = around(event, "[data-add-number]");
    if (add !== null) addRow(numbers, add);
    const row = around(event, ".number_row");
    if (row === null) return;
    if (around(event, "[data-remove-number]") !== null) removeRow(numbers, row);
    if (around(event, "[data-main-number]") !== null) makeMain(numbers, row);
  }, { signal });
}

/**
 * @param {HTMLElement} numbers
 * @param {HTMLElement} button
 */
function addRow(numbers, button) {
  const last = all(".number_row", numbers).at(-1);
  if (last === undefined) return;
  const row = /** @type {HTMLElement} */ (last.cloneNode(true));
  find(".field_error", row)?.remove();
  clear(row);
  button.before(row);
  need("input", row).focus();
}

/**
 * @param {HTMLElement} numbers
 * @param {HTMLElement} row
 */
function makeMain(numbers, row) {
  noteUnsaved(numbers);
  need(".number_row", numbers).before(row);
  need("input", row).focus();
}

/**
 * @param {HTMLElement} numbers
 * @param {HTMLElement} row
 */
function removeRow(numbers, row) {
  noteUnsaved(numbers);
  if (all(".number_row", numbers).length === 1) clear(row);
  else row.remove();
  need("input", numbers).focus();
}

/** @param {HTMLElement} numbers */
function noteUnsaved(numbers) {
  const form = numbers.closest("form");
  if (form !== null) form.dataset.unsaved = "yes";
}

/** @param {HTMLElement} row */
function clear(row) {
  for (const field of all("input", row)) {
    if (field instanceof HTMLInputElement) field.value = "";
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
}
