// @ts-check
import { need, needA } from "../components/elements.js";
import { refusal } from "../components/refusal.js";

/**
 * A file that is dropped or chosen here is sent as it is, and its import is opened. Whoever leaves meanwhile has given
 * it up.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(place, { signal }) {
  const input = fileInput(place);
  /** @param {DragEvent} event */
  const over = (event) => {
    event.preventDefault();
    place.classList.add("over");
  };
  const chosen = () => {
    const file = input.files?.[0];
    // Else the browser may choose it again when somebody comes back to this page.
    input.value = "";
    send(place, file, signal);
  };
  input.addEventListener("change", chosen, { signal });
  place.addEventListener("dragenter", over, { signal });
  place.addEventListener("dragover", over, { signal });
  place.addEventListener("dragleave", () => place.classList.remove("over"), { signal });
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    send(place, event.dataTransfer?.files[0], signal);
  }, { signal });
  // Whoever was quicker than this script has chosen already.
  chosen();
}

/** @param {HTMLElement} place */
function fileInput(place) {
  return needA(HTMLInputElement, "input[type=file]", place);
}

/**
 * @param {HTMLElement} place
 * @param {File | undefined} file
 * @param {AbortSignal} signal
 */
function send(place, file, signal) {
  if (file === undefined) return;
  const { url = "/imports", most, tooLarge = "", failed = "" } = place.dataset;
  if (file.size > Number(most)) return refuse(place, tooLarge);
  const progress = need("[data-import-progress]", place);
  const bar = needA(HTMLProgressElement, "progress", progress);
  const percent = need("[data-import-percent]", place);
  refuse(place, "");
  progress.hidden = false;
  // fetch tells nothing of how far an upload is.
  const request = new XMLHttpRequest();
  request.open("POST", `${url}?name=${encodeURIComponent(file.name)}`);
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = loaded / total;
    percent.textContent = `${Math.round(100 * loaded / total)}%`;
  });
  request.addEventListener("load", () => {
    if (request.status === 201) return location.assign(JSON.parse(request.responseText).location);
    if (request.status === 401) {
      return location.assign(request.getResponseHeader("HX-Redirect") ?? "/login");
    }
    refuse(place, refusal(request.responseText) ?? failed);
  });
  request.addEventListener("error", () => refuse(place, failed));
  request.setRequestHeader("HX-Request", "true");
  request.setRequestHeader("content-type", "application/octet-stream");
  signal.addEventListener("abort", () => request.abort());
  request.send(file);
}

/**
 * Says why the file is not taken; "" takes that away.
 * @param {HTMLElement} place
 * @param {string} text
 */
function refuse(place, text) {
  const error = need("[data-import-error]", place);
  error.textContent = text;
  error.hidden = text === "";
  if (text === "") return;
  need("[data-import-progress]", place).hidden = true;
}
