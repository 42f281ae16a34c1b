/**
 * Attaches files: chosen or dropped on a list of files, several at once, one after the other. Their progress stands at
 * the foot of the page, where no swap of a card takes it away; the list is asked for anew when one has arrived.
 */
import { refusal } from "./refusal.js";
import { toast } from "./toast.js";

const MEGABYTE = 1024 * 1024;

let queue = [];
let sending = null;

export function startFiles() {
  document.addEventListener("change", (event) => {
    if (!event.target.matches?.("[data-add-files]")) return;
    const list = event.target.closest("[data-files]");
    add(list, [...event.target.files]);
    event.target.value = "";
  });
  for (const name of ["dragover", "dragleave", "drop"]) document.addEventListener(name, drag);
  addEventListener("beforeunload", (event) => {
    if (sending !== null) event.preventDefault();
  });
}

/** A file that misses its place must not replace the page. */
function drag(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  const list = event.target.closest?.("[data-files][data-limit-mb]") ?? null;
  for (const one of document.querySelectorAll(".files.over")) one.classList.remove("over");
  if (event.type === "dragover") {
    event.dataTransfer.dropEffect = list === null ? "none" : "copy";
    list?.classList.add("over");
  }
  if (event.type === "drop" && list !== null) add(list, [...event.dataTransfer.files]);
}

function add(list, files) {
  const { files: query, limitMb, tooLarge } = list.dataset;
  for (const file of files) {
    if (file.size > Number(limitMb) * MEGABYTE) toast(`${file.name}: ${tooLarge}`, "error");
    else queue.push({ file, query, id: list.id, row: addRow(file) });
  }
  if (sending === null) next();
}

function next() {
  sending = queue.shift() ?? null;
  if (sending === null) return;
  const { file, query, row } = sending;
  const request = new XMLHttpRequest();
  row.querySelector("button").addEventListener("click", () => request.abort());
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) row.querySelector("progress").value = event.loaded / event.total;
  });
  request.addEventListener("loadend", () => ended(request));
  request.open(
    "POST",
    `/attachments?${query}&name=${encodeURIComponent(file.name.toWellFormed())}`,
  );
  request.setRequestHeader("HX-Request", "true");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
}

function ended(request) {
  const { file, query, id, row } = sending;
  row.remove();
  if (request.status === 200) showList(id, query);
  else if (request.status === 401) {
    location.assign(request.getResponseHeader("HX-Redirect") ?? "/login");
  } else if (row.dataset.cancelled === undefined) {
    const failed = document.getElementById("uploads").dataset.failed;
    toast(`${file.name}: ${refusal(request.responseText) ?? failed}`, "error");
  }
  next();
}

function showList(id, query) {
  const list = document.getElementById(id);
  if (list !== null) htmx.ajax("GET", `/attachments?${query}`, { target: list, swap: "outerHTML" });
}

function addRow(file) {
  const place = document.getElementById("uploads");
  const row = document.createElement("div");
  row.className = "upload";
  const name = document.createElement("span");
  name.className = "upload_name";
  name.textContent = file.name;
  const progress = document.createElement("progress");
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute("aria-label", file.name);
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "quiet";
  cancel.textContent = place.dataset.cancel;
  cancel.addEventListener("click", () => {
    row.dataset.cancelled = "yes";
    queue = queue.filter((waiting) => waiting.row !== row);
    row.remove();
  });
  row.append(name, progress, cancel);
  place.append(row);
  return row;
}
