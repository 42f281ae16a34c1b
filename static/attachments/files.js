// @ts-check
import { around } from "../components/elements.js";
import { upload } from "./uploads.js";

/**
 * A list of files: those that are chosen or dropped on it are attached, several at once.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(list, { signal }) {
  list.addEventListener("change", (event) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || around(event, "[data-add-files]") === null) return;
    upload(list, target.files ?? []);
    target.value = "";
  }, { signal });
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
