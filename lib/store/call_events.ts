import { type Call, type CallCourse, isStation, type Party } from "../domain/call.ts";
import type { OfficeEvent } from "../domain/event.ts";
import { callById } from "./calls.ts";
import type { Store } from "./database.ts";
import { noteEvent } from "./events.ts";

/** How a call was when its event was written: the row says how it is when somebody reads it, which may be later. */
interface CallThen extends Pick<CallCourse, "state" | "extension"> {
  /** Telephones of the office: device, kind, state. Nobody outside is in it. */
  readonly stations: readonly [string, Party["kind"], Party["state"]][];
}

/** Writes that a call is as it is by now, in the transaction that made it so. Whom it concerns is found when it is told. */
export function noteCallEvent(store: Store, call: Call): void {
  const { state, extension } = call;
  const stations = call.connections.filter(isStation)
    .map(({ device, kind, state }) => [device, kind, state] as const);
  noteEvent(
    store,
    { kind: "call", subject: call.id, data: { state, extension, stations } },
    Date.now(),
  );
}

/** The call of an event as it was then, with the number and the customer of by now; null where it is not there. */
export function callOfEvent(
  store: Store,
  { subject, data }: Pick<OfficeEvent, "subject" | "data">,
): Call | null {
  const call = callById(store, Number(subject));
  if (call === null || data === null) return call;
  const { state, extension, stations } = data as CallThen;
  // Connections only grow in number, and keep their order.
  const now = call.connections.filter(isStation);
  const connections = stations.flatMap(([device, kind, then], place) => {
    const known = now[place];
    return known === undefined ? [] : [{ ...known, device, kind, state: then }];
  });
  return { ...call, state, extension, connections };
}
