import { type Call, type CallStep, type Party, stepsOf } from "../../domain/call.ts";
import { type ListedCall, listedCallById, listedConsultationsOf } from "../../store/call_list.ts";
import { consultationsOfCall } from "../../store/consultations.ts";
import type { CallPanelView, CallRowView } from "./call_data.ts";
import type { Visit } from "../visit.ts";
import { timeView } from "../basics.ts";
import { consultationView } from "../consultations/consultation_view.ts";
import { callRowView, callRowViews } from "./call_row_view.ts";
import { calledView } from "./called_view.ts";
import { whoView } from "./who_view.ts";

type Step = CallPanelView["steps"][number];

/** The whole course of one call; `back` is the list that the panel closes to. */
export function callPanelView(visit: Visit, call: ListedCall, back: string): CallPanelView {
  const bare = { extension: null, staffName: null };
  const happened = stepsOf(call.connections);
  const steps: Step[] = [
    { at: timeView(visit, call.startedAt), kind: "started", ...bare },
    ...happened.map((step, index) => stepOf(visit, call, step, happened.slice(0, index))),
  ];
  if (call.endedAt !== null) {
    steps.push({ at: timeView(visit, call.endedAt), kind: "ended", ...bare });
  }
  const notes = consultationsOfCall(visit.store, call.id);
  return {
    row: callRowView(visit, call, notes),
    steps,
    called: calledView(visit, call),
    queue: call.queue,
    cause: call.cause,
    linked: linkedTo(visit, call),
    who: whoView(visit, call),
    consultations: notes.map((note) => consultationView(visit, note)),
    back,
  };
}

function stepOf(
  visit: Visit,
  call: Call,
  step: CallStep & { readonly of: Party },
  before: readonly CallStep[],
): Step {
  return {
    at: timeView(visit, step.at),
    kind: isTransfer(call, step, before) ? "transferred" : step.kind,
    extension: step.device,
    staffName: step.of.staffName,
  };
}

/** Whether somebody takes over a call that another one of the office had. */
function isTransfer(call: Call, { kind }: CallStep, before: readonly CallStep[]): boolean {
  // Inside the office the first one to answer is the one who was called.
  const had: readonly CallStep["kind"][] = call.direction === "internal"
    ? ["answered"]
    : ["answered", "dialled"];
  return kind === "answered" && before.some((one) => had.includes(one.kind));
}

/** The calls in which a colleague was asked for this one, or the one for which this one asks. */
function linkedTo(visit: Visit, call: ListedCall): CallRowView[] {
  const asksFor = call.consultsFor === null ? null : listedCallById(visit.store, call.consultsFor);
  const linked = asksFor === null ? listedConsultationsOf(visit.store, call.id) : [asksFor];
  return callRowViews(visit, linked);
}
