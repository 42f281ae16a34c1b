import { type Call, isStation, type OnCall, type ToldCall } from "../domain/call.ts";
import type { OfficeEvent } from "../domain/event.ts";
import { callById } from "./calls.ts";
import type { Store } from "./database.ts";
import { noteEvent } from "./events.ts";

/** How a call was when its event was written: the row says how it is when somebody reads it, which may be later. */
interface CallThen extends Pick<ToldCall, "line" | "trunk" | "direction" | "state" | "extension"> {
  /** Telephones of the office: device, kind, state. Nobody outside is in it. */
  readonly stations: readonly [OnCall["device"], OnCall["kind"], OnCall["state"]][];
}

/** Writes that a call is as it is at `now` (ms since the epoch, UTC), in the transaction that made it so. Whom it concerns is found when it is told. */
export function noteCallEvent(store: Store, call: Call, now: number): void {
  const { line, trunk, direction, state, extension } = call;
  const stations = call.connections.filter(isStation)
    .map(({ device, kind, state }): CallThen["stations"][number] => [device, kind, state]);
  const data: CallThen = { line, trunk, direction, state, extension, stations };
  noteEvent(store, { kind: "call", subject: call.id, data }, now);
}

/** The call of an event as it was then, with the number and the customer of by now; null where it is not there. */
export function callOfEvent(
  store: Store,
  { subject, data }: Pick<OfficeEvent, "subject" | "data">,
): ToldCall | null {
  const id = Number(subject);
  // Somebody has said whose it is: nothing happened at its telephones.
  if (data === null) return callById(store, id);
  const who = store.get<{ number: string | null; customer_id: number | null }>(
    "SELECT number, customer_id FROM calls WHERE id = ?",
    id,
  );
  if (who === undefined) return null;
  const { stations, ...then } = data as CallThen;
  const connections = stations.map(([device, kind, state]) => ({ device, kind, state }));
  return { id, ...then, number: who.number, customerId: who.customer_id, connections };
}
