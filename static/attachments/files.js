// @ts-check
/**
 * Attaches files: chosen or dropped on a list of files, several at once, one after the other. Their progress stands at
 * the foot of the page, where no swap of a card takes it away; the list is asked for anew when one has arrived.
 */
import { all, around, find, need, needA } from "../components/elements.js";
import { ask } from "../components/htmx.js";
import { refusal } from "../components/refusal.js";
import { toast } from "../components/toast.js";

/**
 * A file on its way: the query of its list, the list's id, and its row at the foot of the page.
 * @typedef {{
 *   readonly file: File,
 *   readonly query: string,
 *   readonly id: string,
 *   readonly row: HTMLElement,
 * }} Upload
 */

const MEGABYTE = 1024 * 1024;

/** @type {Upload[]} */
let queue = [];
/** @type {Upload | null} */
let sending = null;

export function startFiles() {
  document.addEventListener("change", (event) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || !target.matches("[data-add-files]")) return;
    const list = around(event, "[data-files]");
    if (list !== null) add(list, target.files ?? []);
    target.value = "";
  });
  document.addEventListener("dragover", drag);
  document.addEventListener("dragleave", drag);
  document.addEventListener("drop", drag);
  addEventListener("beforeunload", (event) => {
    if (sending !== null) event.preventDefault();
  });
}

/**
 * A file that misses its place must not replace the page.
 * @param {DragEvent} event
 */
function drag(event) {
  const { dataTransfer } = event;
  if (!dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  const list = around(event, "[data-files][data-limit-mb]");
  for (const one of all(".files.over")) one.classList.remove("over");
  if (event.type === "dragover") {
    dataTransfer.dropEffect = list === null ? "none" : "copy";
    list?.classList.add("over");
  }
  if (event.type === "drop" && list !== null) add(list, dataTransfer.files);
}

/**
 * @param {HTMLElement} list
 * @param {Iterable<File>} files
 */
function add(list, files) {
  const { files: query = "", limitMb, tooLarge } = list.dataset;
  for (const file of files) {
    if (file.size > Number(limitMb) * MEGABYTE) toast(`${file.name}: ${tooLarge}`, "error");
    else queue.push({ file, query, id: list.id, row: addRow(file) });
  }
  if (sending === null) next();
}

function next() {
  const upload = queue.shift() ?? null;
  sending = upload;
  if (upload === null) return;
  const { file, query, row } = upload;
  const request = new XMLHttpRequest();
  need("button", row).addEventListener("click", () => request.abort());
  const progress = needA(HTMLProgressElement, "progress", row);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) progress.value = event.loaded / event.total;
  });
  request.addEventListener("loadend", () => ended(upload, request));
  request.open(
    "POST",
    `/attachments?${query}&name=${encodeURIComponent(file.name.toWellFormed())}`,
  );
  request.setRequestHeader("HX-Request", "true");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
}

/**
 * @param {Upload} upload
 * @param {XMLHttpRequest} request
 */
function ended({ file, query, id, row }, request) {
  row.remove();
  if (request.status === 200) showList(id, query);
  else if (request.status === 401) {
    location.assign(request.getResponseHeader("HX-Redirect") ?? "/login");
  } else if (row.dataset.cancelled === undefined) {
    const { failed } = need("#uploads").dataset;
    toast(`${file.name}: ${refusal(request.responseText) ?? failed}`, "error");
  }
  next();
}

/**
 * @param {string} id
 * @param {string} query
 */
function showList(id, query) {
  const list = find(`#${CSS.escape(id)}`);
  if (list !== null) ask("GET", `/attachments?${query}`, { target: list, swap: "outerHTML" });
}

/** @param {File} file */
function addRow(file) {
  const place = need("#uploads");
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
  cancel.textContent = place.dataset.cancel ?? "";
  cancel.addEventListener("click", () => {
    row.dataset.cancelled = "yes";
    queue = queue.filter((waiting) => waiting.row !== row);
    row.remove();
  });
  row.append(name, progress, cancel);
  place.append(row);
  return row;
}
