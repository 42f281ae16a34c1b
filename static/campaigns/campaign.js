// @ts-check
/** The page of the number that is to be called: dials when it is opened, and says that it is there still. */
import { dial } from "../dialling/dial.js";
import { all, find, needA } from "../components/elements.js";

const KEEP_MS = 60_000;

export function startCampaign() {
  for (const field of all("[data-file-into]")) {
    field.addEventListener("change", () => {
      if (field instanceof HTMLInputElement) readInto(field);
    });
  }
  const work = find("[data-campaign-work]");
  if (work === null) return;
  if (location.hash === "#dial") {
    // Once: a reload must not call again.
    history.replaceState(null, "", location.pathname);
    dial({ number: work.dataset.number ?? "" });
  }
  setInterval(keep, KEEP_MS);
}

async function keep() {
  try {
    const response = await fetch("/campaigns/work/keep", { method: "POST" });
    // Given to somebody else, after this computer slept.
    if (response.status === 409) location.assign("/campaigns?lost=1");
  } catch (error) {
    // fetch says TypeError for an unreachable server; the next minute may be better.
    if (!(error instanceof TypeError)) throw error;
  }
}

/**
 * Old Korean files are no UTF-8.
 * @param {HTMLInputElement} field
 */
async function readInto(field) {
  const file = field.files?.[0];
  if (file === undefined) return;
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  needA(HTMLTextAreaElement, `#${field.dataset.fileInto}`).value = text.includes("\ufffd")
    ? new TextDecoder("euc-kr").decode(bytes)
    : text;
}
