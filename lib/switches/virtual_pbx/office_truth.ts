import type { Step } from "./office_day.ts";

/** What a call really was, to compare a call log with. Times are in the seconds of the steps. */
export interface OfficeCall {
  readonly trunk: string;
  readonly direction: "in" | "out";
  /** The field of the wire: digits or a reason letter; empty where none was told. */
  readonly number: string;
  /** Each extension once, in order. */
  readonly rang: readonly string[];
  readonly answeredBy: readonly string[];
  readonly outcome: "answered" | "missed" | "outbound";
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number;
}

/** The calls that the steps tell, in the order in which they ended. A call without its `F` is not among them. */
export function truthOf(steps: Iterable<Step>): OfficeCall[] {
  const live = new Map<string, Step[]>();
  const ended: OfficeCall[] = [];
  for (const step of steps) {
    const call = [...live.get(step.trunk) ?? [], step];
    live.set(step.trunk, call);
    if (step.mi !== "F") continue;
    ended.push(callOf(call, step));
    live.delete(step.trunk);
  }
  return ended;
}

function callOf(steps: readonly Step[], last: Step): OfficeCall {
  const extensionsOf = (mi: Step["mi"]) =>
    steps.filter((step) => step.mi === mi).map((step) => step.extension);
  const answer = steps.find((step) => step.mi === "N");
  const outgoing = steps.some((step) => step.mi === "n" || step.mi === "J");
  return {
    trunk: last.trunk,
    direction: outgoing ? "out" : "in",
    number: steps.findLast((step) => step.number !== "")?.number ?? "",
    rang: [...new Set(extensionsOf("c"))],
    answeredBy: extensionsOf("N"),
    outcome: outgoing ? "outbound" : answer === undefined ? "missed" : "answered",
    startedAt: steps[0]?.at ?? last.at,
    answeredAt: answer?.at ?? null,
    endedAt: last.at,
  };
}
