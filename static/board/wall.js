// @ts-check
/** A screen on the wall: nobody touches it, so it says by itself when what it shows is no longer true. */
import { need } from "../components/elements.js";
import { LiveStream } from "../shell/live_stream.js";
import { tell } from "../shell/page_events.js";

/** @type {readonly import("../../lib/live/live_event.ts").LiveName[]} */
const REDRAWN_BY = ["hello", "reload", "call", "board", "presence"];

/** @type {import("../shell/regions.js").Mount} */
export function mount({ dataset: { sessionKey = "", live = "", now = "" } }, { signal }) {
  const session = live === "/live" ? "/session" : now;
  const stream = new LiveStream(sessionKey, hear, follow, { live, session });
  stream.start();
  signal.addEventListener("abort", () => stream.close());
}

/** @param {import("../shell/live_stream.js").LiveEvent} event */
function hear({ name, data }) {
  if (name === "hello") tell("beat", { now: data.now });
  // A record that was changed stands on no wall.
  else if (name !== "changed") tell(name, data);
  if (REDRAWN_BY.includes(name)) tell("wall:refresh", {}, need("#wall"));
}

/** @param {import("../shell/live_stream.js").StreamState} state */
function follow({ name }) {
  // The server was renewed, or somebody else signed in here: the page itself may be another one.
  if (name === "replaced") return location.reload();
  const ended = name === "signed_out";
  const cutOff = need("#wall-cut-off");
  const { ended: endedText = "", lost = "" } = cutOff.dataset;
  cutOff.hidden = !ended && name !== "offline" && name !== "reconnecting";
  cutOff.textContent = ended ? endedText : lost;
  document.body.classList.toggle("cut_off", ended);
}
