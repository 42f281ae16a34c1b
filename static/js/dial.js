/**
 * Dialling: a click on `[data-dial]` or on a `tel:` link asks the PBX, and the bar at the foot of the page, and
 * every button with that number, show what happens: asked, the own extension rings, dialling, over; or why not.
 */
import { on, tell } from "./page_events.js";

/** The PBX rings the extension no longer than this. */
const LIFT_MS = 60_000;
const ENDED_STAYS_MS = 4000;

let wish = null;
let timer = null;

export function startDial() {
  document.addEventListener("click", (event) => {
    const place = event.target.closest("[data-dial], a[href^='tel:']");
    if (place === null) return;
    event.preventDefault();
    dial({ number: place.dataset.dial ?? decodeURIComponent(place.getAttribute("href")) });
  });
  const bar = document.getElementById("dialling");
  bar.addEventListener("click", (event) => {
    if (event.target.closest("[data-dial-close]")) show("");
    if (event.target.closest("[data-dial-again]")) dial(wish);
  });
  on("call", follow);
  document.addEventListener("htmx:after:swap", markButtons);
}

/** Asks the PBX; `number` as typed, `extension` another one than the own, for supervisors. */
export async function dial({ number, extension = "" }, confirmed = false) {
  wish = { number: number.replace(/^tel:/i, ""), extension };
  show("asked", { number: wish.number, extension });
  const outcome = await ask({ ...wish, confirmed: confirmed ? "yes" : "" });
  if (outcome === null) return;
  const { result, text, shown } = outcome;
  wish = { ...wish, shown, digits: outcome.digits, rings: outcome.extension };
  if (result === "do_not_call" || result === "emergency") return askFirst(text);
  if (result === "accepted") return show("accepted", { number: shown, extension: wish.rings });
  show("failed", {}, text);
  if (result === "no_extension") tell("pad:wanted", { number: wish.number });
}

async function ask(fields) {
  try {
    const response = await fetch("/dial", {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams(fields),
    });
    if (response.headers.get("content-type")?.includes("json")) return await response.json();
  } catch (error) {
    // fetch says TypeError for every kind of unreachable server.
    if (!(error instanceof TypeError)) throw error;
  }
  show("failed", {}, words().failed);
  return null;
}

function askFirst(text) {
  show("");
  const dialog = document.getElementById("dial-ask");
  dialog.querySelector("#dial-ask-text").textContent = text;
  dialog.returnValue = "no";
  const asked = wish;
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "yes") dial(asked, true);
  }, { once: true });
  dialog.showModal();
}

/** What the line tells of the call that was asked for. */
function follow({ direction, state, extension, number }) {
  if (wish?.rings === undefined || direction !== "out" || extension !== wish.rings) return;
  if (number !== null && number !== wish.digits) return;
  const now = document.getElementById("dialling").dataset.state;
  const data = { number: wish.shown, extension: wish.rings };
  if (state === "dialling" && now === "accepted") show("dialling", data);
  if (state === "ended" && now === "dialling") show("ended", data);
}

function show(state, data = {}, text = words()[state] ?? "") {
  const bar = document.getElementById("dialling");
  clearTimeout(timer);
  bar.hidden = state === "";
  bar.dataset.state = state;
  bar.querySelector(".dialling_text").textContent = text.replace(
    /\{(\w+)\}/g,
    (_, name) => data[name] ?? "",
  );
  bar.querySelector("[data-dial-again]").hidden = !["failed", "lapsed", "ended"].includes(state);
  if (state === "accepted") timer = setTimeout(() => show("lapsed", data), LIFT_MS);
  if (state === "ended") timer = setTimeout(() => show(""), ENDED_STAYS_MS);
  markButtons();
}

function markButtons() {
  const { state } = document.getElementById("dialling").dataset;
  for (const button of document.querySelectorAll("[data-dial]")) {
    const own = wish !== null && button.dataset.dial === wish.number;
    if (own && ["asked", "accepted", "dialling"].includes(state)) button.dataset.dialState = state;
    else delete button.dataset.dialState;
  }
}

function words() {
  return JSON.parse(document.getElementById("dialling").dataset.words);
}
