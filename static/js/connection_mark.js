import { clockTime } from "./clock.js";

/** Shows the connection as it is: `state.name` is connecting, live, reconnecting or offline, `since` when it became so. */
export function showConnection(state) {
  const mark = document.getElementById("connection");
  const { connecting, live, reconnecting, offline = "" } = mark.dataset;
  const word = { connecting, live, reconnecting }[state.name] ?? offline;
  mark.dataset.state = state.name;
  mark.querySelector(".mark_word").textContent = word.replace("{time}", clockTime(state.since));
  mark.querySelector("[data-reconnect]").hidden = state.name === "live" ||
    state.name === "connecting";
  document.body.dataset.connection = state.name;
}
