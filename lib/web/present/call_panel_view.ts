import { type CallStep, type Party, stepsOf } from "../../domain/call.ts";
import type { ListedCall } from "../../store/call_list.ts";
import { consultationsOfCall } from "../../store/consultations.ts";
import type { CallPanelView } from "../call_data.ts";
import type { Visit } from "../visit.ts";
import { consultationView, timeView } from "./basics.ts";
import { callRowView } from "./call_row_view.ts";
import { whoView } from "./who_view.ts";

type Step = CallPanelView["steps"][number];

/** The whole course of one call; `back` is the list that the panel closes to. */
export function callPanelView(visit: Visit, call: ListedCall, back: string): CallPanelView {
  const bare = { extension: null, staffName: null };
  const happened = stepsOf(call.connections);
  const steps: Step[] = [
    { at: timeView(visit, call.startedAt), kind: "started", ...bare },
    ...happened.map((step, index) => stepOf(visit, step, happened.slice(0, index))),
  ];
  if (call.endedAt !== null) {
    steps.push({ at: timeView(visit, call.endedAt), kind: "ended", ...bare });
  }
  return {
    row: callRowView(visit, call),
    steps,
    who: whoView(visit, call),
    consultations: consultationsOfCall(visit.store, call.id)
      .map((consultation) => consultationView(visit, consultation)),
    back,
  };
}

function stepOf(
  visit: Visit,
  { kind, device, at, of }: CallStep & { readonly of: Party },
  before: readonly CallStep[],
): Step {
  const transferred = kind === "answered" && before.some((one) => one.kind !== "rang");
  return {
    at: timeView(visit, at),
    kind: transferred ? "transferred" : kind,
    extension: device,
    staffName: of.staffName,
  };
}
