// @ts-check
import { clockTime } from "../components/clock.js";
import { need } from "../components/elements.js";

/**
 * Shows the connection as it is.
 * @param {import("./live_stream.js").StreamState} state
 */
export function showConnection(state) {
  const mark = need("#connection");
  const { connecting, live, reconnecting, offline = "" } = mark.dataset;
  /** @type {Partial<Record<import("./live_stream.js").StateName, string | undefined>>} */
  const words = { connecting, live, reconnecting };
  const word = words[state.name] ?? offline;
  mark.dataset.state = state.name;
  need(".mark_word", mark).textContent = word.replace("{time}", clockTime(state.since));
  need("[data-reconnect]", mark).hidden = state.name === "live" || state.name === "connecting";
  document.body.dataset.connection = state.name;
}
