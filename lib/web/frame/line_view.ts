import type { Telephony } from "../../desk/telephony/telephony.ts";
import type { Language, Staff } from "../../domain/staff.ts";
import type { LiveEvent } from "../../live/live_event.ts";
import { type Translate, translator } from "../../text/translator.ts";
import type { HealthSource } from "../deps.ts";
import type { LineView } from "../page_data.ts";
import type { Visit } from "../visit.ts";

/** What the mark at the top of each page goes by. */
export interface LineSources {
  readonly telephony: Telephony;
  readonly health: HealthSource;
}

/**
 * The lines in one word, for people who use them: the worst of them counts. Where the server itself has a fault, that
 * one: a call that cannot be stored is not acknowledged, whatever the line does.
 */
export function lineView(visit: Visit): LineView {
  return view(visit.web, visit.t);
}

/** What each person is told when a line or the server's health has changed, as it is now: for `LiveHub.publish`. */
export function lineNews(sources: LineSources): (person: Staff) => LiveEvent {
  const said = new Map<Language, LiveEvent>();
  return ({ language }) => {
    const event = said.get(language) ?? lineEvent(language, sources);
    said.set(language, event);
    return event;
  };
}

function lineEvent(language: Language, sources: LineSources): LiveEvent {
  return { name: "line", data: view(sources, translator(language)) };
}

function view({ telephony, health }: LineSources, t: Translate): LineView {
  const fault = health.faults()[0];
  if (fault !== undefined) return { state: "fault", text: t(`fault.${fault.part}`) };
  const state = lineState(telephony);
  return { state, text: t(`line.${state}`) };
}

function lineState(telephony: Telephony): LineView["state"] {
  const states = telephony.status().map((line) => line.state);
  if (states.length === 0) return "none";
  if (states.includes("fault") || states.includes("stopped")) return "fault";
  return states.includes("opening") ? "opening" : "open";
}
