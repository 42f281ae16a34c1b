// @ts-check
/**
 * Files on their way to the server, one after the other. Their progress stands at the foot of the page, where no swap of
 * a card takes it away; the list of files is asked for anew when one has arrived.
 */
import { find, need, needA } from "../components/elements.js";
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

/** @type {import("../shell/regions.js").Mount} */
export function mount(_place, { signal }) {
  addEventListener("beforeunload", (event) => {
    if (sending !== null) event.preventDefault();
  }, { signal });
  document.addEventListener("dragover", keepPage, { signal });
  document.addEventListener("drop", keepPage, { signal });
}

/**
 * A file that misses its place must not replace the page.
 * @param {DragEvent} event
 */
function keepPage(event) {
  const { dataTransfer, defaultPrevented } = event;
  if (defaultPrevented || !dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  dataTransfer.dropEffect = "none";
}

/**
 * Sends these files to a list of files, behind those that are on their way.
 * @param {HTMLElement} list
 * @param {Iterable<File>} files
 */
export function upload(list, files) {
  const { files: query = "", limitMb, tooLarge } = list.dataset;
  for (const file of files) {
    if (file.size > Number(limitMb) * MEGABYTE) toast(`${nameOf(file)}: ${tooLarge}`, "error");
    else queue.push({ file, query, id: list.id, row: addRow(file) });
  }
  if (sending === null) sendNext();
}

function sendNext() {
  const next = queue.shift() ?? null;
  sending = next;
  if (next === null) return;
  const { file, query, row } = next;
  const request = new XMLHttpRequest();
  need("button", row).addEventListener("click", () => request.abort());
  const progress = needA(HTMLProgressElement, "progress", row);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) progress.value = event.loaded / event.total;
  });
  request.addEventListener("loadend", () => ended(next, request));
  request.open(
    "POST",
    `/attachments?${query}&name=${encodeURIComponent(nameOf(file))}`,
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
    toast(`${nameOf(file)}: ${refusal(request.responseText) ?? failed}`, "error");
  }
  sendNext();
}

/**
 * @param {string} id
 * @param {string} query
 */
function showList(id, query) {
  const list = find(`#${CSS.escape(id)}`);
  if (list !== null) ask("GET", `/attachments?${query}`, { target: list, swap: "outerHTML" });
}

/**
 * A Mac takes the letters of a Korean name apart.
 * @param {File} file
 */
function nameOf({ name }) {
  return name.toWellFormed().normalize("NFC");
}

/** @param {File} file */
function addRow(file) {
  const place = need("#uploads");
  const row = document.createElement("div");
  row.className = "upload";
  const name = document.createElement("span");
  name.className = "upload_name";
  name.textContent = nameOf(file);
  const progress = document.createElement("progress");
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute("aria-label", nameOf(file));
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
