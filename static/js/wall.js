/** A screen on the wall: nobody touches it, so it says by itself when what it shows is no longer true. */
import { startClock } from "./clock.js";
import { LiveStream } from "./live_stream.js";
import { tell } from "./page_events.js";

const { sessionKey, live, now } = document.body.dataset;
const cutOff = document.getElementById("wall-cut-off");

startClock();
new LiveStream(sessionKey, hear, follow, {
  live,
  session: live === "/live" ? "/session" : now,
}).start();

function hear(name, data) {
  if (name === "hello") tell("live:connected", data);
  else tell(name, data);
  if (["hello", "reload", "call", "board", "presence"].includes(name)) {
    tell("wall:refresh", {}, document.getElementById("wall"));
  }
}

function follow({ name }) {
  // The server was renewed, or somebody else signed in here: the page itself may be another one.
  if (name === "replaced") return location.reload();
  const ended = name === "signed_out";
  cutOff.hidden = !ended && name !== "offline" && name !== "reconnecting";
  cutOff.textContent = ended ? cutOff.dataset.ended : cutOff.dataset.lost;
  document.body.classList.toggle("cut_off", ended);
}
