/**
 * The rows of a customer's numbers: one more, one less (the last is emptied in place of being taken away), another one
 * first, which is the main one.
 */

export function startNumberRows() {
  document.addEventListener("click", (event) => {
    const add = event.target.closest("[data-add-number]");
    if (add !== null) addRow(add);
    const remove = event.target.closest("[data-remove-number]");
    if (remove !== null) removeRow(remove);
    const main = event.target.closest("[data-main-number]");
    if (main !== null) makeMain(main);
  });
}

function addRow(button) {
  const rows = button.closest("[data-numbers]").querySelectorAll(".number_row");
  const row = rows[rows.length - 1].cloneNode(true);
  row.querySelector(".field_error")?.remove();
  for (const field of row.querySelectorAll("input")) clear(field);
  button.before(row);
  row.querySelector("input").focus();
}

function makeMain(button) {
  const row = button.closest(".number_row");
  row.closest("form").dataset.unsaved = "yes";
  row.parentElement.querySelector(".number_row").before(row);
  row.querySelector("input").focus();
}

function removeRow(button) {
  const numbers = button.closest("[data-numbers]");
  const row = button.closest(".number_row");
  button.closest("form").dataset.unsaved = "yes";
  if (numbers.querySelectorAll(".number_row").length === 1) {
    row.querySelectorAll("input").forEach(clear);
  } else {
    row.remove();
  }
  numbers.querySelector("input").focus();
}

function clear(field) {
  field.value = "";
  field.removeAttribute("aria-invalid");
  field.removeAttribute("aria-describedby");
}
