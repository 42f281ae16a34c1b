// @ts-check
import { all, around, need } from "./elements.js";

/** `<details data-chosen-words="none">`: its summary says what is ticked in it. */
export function startChosenWords() {
  document.addEventListener("change", (event) => {
    const choice = around(event, "[data-chosen-words]");
    if (choice === null) return;
    const ticked = all("label:has(:checked)", choice);
    const words = ticked.map((label) => label.textContent.trim()).join(", ");
    need("[data-chosen]", choice).textContent = words || (choice.dataset.chosenWords ?? "");
  });
}
