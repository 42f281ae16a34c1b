import type { Staff } from "../../domain/staff.ts";
import type { LiveEvent } from "../../live/live_event.ts";
import { type Translate, translator } from "../../text/translator.ts";
import type { LineStatusSource } from "../deps.ts";
import type { LineView } from "../view_data.ts";
import type { Visit } from "../visit.ts";

/** The lines in one word, for people who use them: the worst of them counts. */
export function lineView(visit: Visit): LineView {
  const state = lineState(visit.web.lines);
  return { state, text: lineText(visit.t, state) };
}

/** What `person` is told when a line has changed: for `LiveHub.publish`. */
export function lineEventFor(person: Staff, lines: LineStatusSource): LiveEvent {
  const state = lineState(lines);
  return { name: "line", data: { state, text: lineText(translator(person.language), state) } };
}

function lineState(lines: LineStatusSource): LineView["state"] {
  const states = lines.status().map((line) => line.state);
  if (states.length === 0) return "none";
  if (states.includes("fault") || states.includes("stopped")) return "fault";
  return states.includes("opening") ? "opening" : "open";
}

function lineText(t: Translate, state: LineView["state"]): string {
  return t(`line.${state}`);
}
