import { refusal } from "./refusal.js";

/** `[data-import-drop]`: a file that is dropped or chosen there is sent as it is, and its import is opened. */
export function startImportUpload() {
  const place = document.querySelector("[data-import-drop]");
  if (!place) return;
  const input = place.querySelector("input[type=file]");
  input.addEventListener("change", () => send(place, input.files[0]));
  for (const type of ["dragenter", "dragover"]) {
    place.addEventListener(type, (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
  }
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    send(place, event.dataTransfer.files[0]);
  });
}

function send(place, file) {
  if (!file) return;
  const { url = "/imports", most, tooLarge, failed } = place.dataset;
  if (file.size > Number(most)) return refuse(place, tooLarge);
  const progress = place.querySelector("[data-import-progress]");
  refuse(place, "");
  progress.hidden = false;
  // fetch tells nothing of how far an upload is.
  const request = new XMLHttpRequest();
  request.open("POST", `${url}?name=${encodeURIComponent(file.name)}`);
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    progress.querySelector("progress").value = loaded / total;
    progress.querySelector("[data-import-percent]").textContent = `${
      Math.round(100 * loaded / total)
    }%`;
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
  request.send(file);
}

function refuse(place, text) {
  const error = place.querySelector("[data-import-error]");
  error.textContent = text;
  error.hidden = text === "";
  if (text === "") return;
  place.querySelector("[data-import-progress]").hidden = true;
  place.querySelector("input[type=file]").value = "";
}
