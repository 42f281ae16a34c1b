// @ts-check
import { all, need } from "./elements.js";

/**
 * `<details data-chosen-words="none">`: its summary says what is ticked in it.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(choice, { signal }) {
  choice.addEventListener("change", () => {
    const ticked = all("label:has(:checked)", choice);
    const words = ticked.map((label) => label.textContent.trim()).join(", ");
    need("[data-chosen]", choice).textContent = words || (choice.dataset.chosenWords ?? "");
  }, { signal });
}
