import { toast } from "./toast.js";

/** A click on `[data-copy]` copies what it holds. */
export function startCopy() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (button === null) return;
    await copy(button.dataset.copy);
    toast(
      document.getElementById("words").dataset.copied.replace("{text}", button.textContent.trim()),
      "done",
    );
  });
}

/** Over plain http on a network name the browser has no clipboard to offer; the old way still works there. */
async function copy(text) {
  if (navigator.clipboard !== undefined) return await navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  const focused = document.activeElement;
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  focused?.focus();
}
