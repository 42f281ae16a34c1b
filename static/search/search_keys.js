// @ts-check
import { needA } from "../components/elements.js";
import { isTyping } from "../components/typing.js";

/**
 * The keys of the search at the top: `/`, and Ctrl and K even where somebody types.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(box, { signal }) {
  const field = needA(HTMLInputElement, "#search", box);
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.isComposing) return;
    const plain = !event.ctrlKey && !event.metaKey;
    const slash = plain && event.key === "/" && !isTyping();
    // By the key's place: under a Korean layout K gives a letter of its own.
    const controlK = !plain && !event.shiftKey && event.code === "KeyK";
    if (!slash && !controlK) return;
    event.preventDefault();
    field.focus();
    if (controlK) field.select();
  }, { signal });
}
