// @ts-check
/**
 * Dialling: a click on `[data-dial]` or on a `tel:` link asks the PBX, and the bar at the foot of the page, and
 * every button with that number, show what happens: asked, the own extension rings, dialling, over; or why not.
 */
import { all, around, need, needA } from "../components/elements.js";
import { onSwap } from "../components/htmx.js";
import { on, tell } from "../shell/page_events.js";

/**
 * What was asked for, and what the server said of it (lib/web/calls/call_dial.ts).
 * @typedef {{
 *   readonly number: string,
 *   readonly extension: string,
 *   readonly answer?: DialAnswer,
 * }} Wish
 * @typedef {{
 *   readonly result: string,
 *   readonly text: string,
 *   readonly extension: string | null,
 *   readonly digits: string,
 *   readonly shown: string,
 * }} DialAnswer
 * @typedef {"asked" | "accepted" | "dialling" | "ended" | "lapsed" | "failed"} BarState
 * @typedef {{ readonly number?: string, readonly extension?: string }} BarData
 */

/** The PBX rings the extension no longer than this. */
const LIFT_MS = 60_000;
const ENDED_STAYS_MS = 4000;

/** @type {Wish | null} */
let wish = null;
/** @type {number | undefined} */
let timer;

/** @type {import("../shell/regions.js").Mount} */
export function mount(body, life) {
  body.addEventListener("click", (event) => {
    const place = around(event, "[data-dial], a[href^='tel:']");
    if (place === null) return;
    event.preventDefault();
    const link = decodeURIComponent(place.getAttribute("href") ?? "");
    dial({ number: place.dataset.dial ?? link });
  }, life);
  need("#dialling").addEventListener("click", (event) => {
    if (around(event, "[data-dial-close]")) show("");
    if (around(event, "[data-dial-again]") && wish !== null) dial(wish);
  }, life);
  on("call", follow, life);
  onSwap(markButtons, life);
  on("page:shown", markButtons, life);
  life.signal.addEventListener("abort", () => clearTimeout(timer));
}

/**
 * Asks the PBX; `number` as typed, `extension` another one than the own, for supervisors.
 * @param {{ readonly number: string, readonly extension?: string }} wanted
 */
export async function dial({ number, extension = "" }, confirmed = false) {
  const asked = { number: number.replace(/^tel:/i, ""), extension };
  wish = asked;
  show("asked", { number: asked.number, extension });
  const answer = await answerTo({ ...asked, confirmed: confirmed ? "yes" : "" });
  if (answer === null) return;
  wish = { ...asked, answer };
  const { result, text } = answer;
  if (result === "do_not_call" || result === "emergency") return askFirst(asked, text);
  if (result === "accepted") return show("accepted", barData(answer));
  show("failed", {}, text);
  if (result === "no_extension") tell("pad:wanted", { number: asked.number });
}

/**
 * @param {Record<string, string>} fields
 * @returns {Promise<DialAnswer | null>}
 */
async function answerTo(fields) {
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
  show("failed");
  return null;
}

/**
 * @param {Wish} asked
 * @param {string} text
 */
function askFirst(asked, text) {
  show("");
  const dialog = needA(HTMLDialogElement, "#dial-ask");
  need("#dial-ask-text", dialog).textContent = text;
  dialog.returnValue = "no";
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "yes") dial(asked, true);
  }, { once: true });
  dialog.showModal();
}

/**
 * What the line tells of the call that was asked for.
 * @param {import("../../lib/live/live_event.ts").CallMessage} call
 */
function follow({ direction, state, extension, number }) {
  const answer = wish?.answer;
  if (answer === undefined || direction !== "out" || extension !== answer.extension) return;
  if (number !== null && number !== answer.digits) return;
  const now = need("#dialling").dataset.state;
  if (state === "dialling" && now === "accepted") show("dialling", barData(answer));
  if (state === "ended" && now === "dialling") show("ended", barData(answer));
}

/** @param {DialAnswer} answer */
function barData({ shown, extension }) {
  return { number: shown, extension: extension ?? "" };
}

/**
 * Shows the bar in this state, with the state's own words where there are no others; "" is no bar.
 * @param {BarState | ""} state
 * @param {BarData} data
 */
function show(state, data = {}, text = state === "" ? "" : words()[state]) {
  const bar = need("#dialling");
  clearTimeout(timer);
  bar.hidden = state === "";
  bar.dataset.state = state;
  need(".dialling_text", bar).textContent = text
    .replace("{number}", () => data.number ?? "")
    .replace("{extension}", () => data.extension ?? "");
  need("[data-dial-again]", bar).hidden = !["failed", "lapsed", "ended"].includes(state);
  if (state === "accepted") timer = setTimeout(() => show("lapsed", data), LIFT_MS);
  if (state === "ended") timer = setTimeout(() => show(""), ENDED_STAYS_MS);
  markButtons();
}

function markButtons() {
  const { state = "" } = need("#dialling").dataset;
  for (const button of all("[data-dial]")) {
    const own = wish !== null && button.dataset.dial === wish.number;
    if (own && ["asked", "accepted", "dialling"].includes(state)) button.dataset.dialState = state;
    else delete button.dataset.dialState;
  }
}

/** @returns {Record<BarState, string>} */
function words() {
  return JSON.parse(need("#dialling").dataset.words ?? "");
}
