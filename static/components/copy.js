// @ts-check
import { around } from "./elements.js";
import { toast } from "./toast.js";
import { word } from "./words.js";

/**
 * A click on `[data-copy]` copies what it holds, and says so by `data-copy-name` or what stands on it.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(body, { signal }) {
  body.addEventListener("click", async (event) => {
    const button = around(event, "[data-copy]");
    if (button === null) return;
    await copy(button.dataset.copy ?? "");
    toast(
      word("copied").replace("{text}", button.dataset.copyName ?? button.textContent.trim()),
      "done",
    );
  }, { signal });
}

/**
 * Over plain http on a network name the browser has no clipboard to offer; the old way still works there.
 * @param {string} text
 */
async function copy(text) {
  /** @type {Partial<Navigator>} */
  const { clipboard } = navigator;
  if (clipboard !== undefined) return await clipboard.writeText(text);
  const field = document.createElement("textarea");
  const focused = document.activeElement;
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
}
