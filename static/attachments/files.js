// @ts-check
import { around, find } from "../components/elements.js";
import { upload } from "./uploads.js";

/**
 * A list of files: those that are chosen or dropped on it are attached, several at once.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(list, { signal }) {
  list.addEventListener("change", (event) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || around(event, "[data-add-files]") === null) return;
    add(target);
  }, { signal });
  /** @param {HTMLInputElement} input */
  const add = (input) => {
    upload(list, input.files ?? []);
    input.value = "";
  };
  // Whoever was quicker than this script has chosen already.
  const early = find("[data-add-files]", list);
  if (early instanceof HTMLInputElement) add(early);
  if (list.dataset.limitMb === undefined) return;
  /** @param {DragEvent} event */
  const drag = (event) => {
    const { dataTransfer } = event;
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    dataTransfer.dropEffect = "copy";
    list.classList.toggle("over", event.type === "dragover");
    if (event.type === "drop") upload(list, dataTransfer.files);
  };
  list.addEventListener("dragover", drag, { signal });
  list.addEventListener("dragleave", drag, { signal });
  list.addEventListener("drop", drag, { signal });
}
