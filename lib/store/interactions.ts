import type { Channel } from "../domain/interaction.ts";
import { ensureContactPoint } from "./contact_points.ts";
import type { Store } from "./database.ts";
import { NotFound } from "./errors.ts";

/** Something that happened with somebody outside without a call. */
export interface NewInteraction {
  readonly channel: Exclude<Channel, "call">;
  readonly contactPointId: number | null;
  readonly customerId: number | null;
  readonly beganAt: number;
  /** Null while it goes on. */
  readonly endedAt: number | null;
}

/** Makes an interaction without a call; returns its ID. */
export function createInteraction(store: Store, interaction: NewInteraction): number {
  return store.run(
    `INSERT INTO interactions (channel, contact_point_id, customer_id, began_at, ended_at)
     VALUES (?, ?, ?, ?, ?)`,
    interaction.channel,
    interaction.contactPointId,
    interaction.customerId,
    interaction.beganAt,
    interaction.endedAt,
  ).id;
}

/**
 * The ID of a call's interaction. It is made when the first thing is hung on the call: most calls have nothing, and the
 * call log needs none. What the call learns later (whose it is, its number, its end) triggers bring to it. Throws
 * `NotFound` for an unknown call.
 */
export function interactionOfCall(store: Store, callId: number): number {
  const known = store.get<{ id: number }>("SELECT id FROM interactions WHERE call_id = ?", callId);
  if (known !== undefined) return known.id;
  const call = store.get<{ normal: string | null }>(
    "SELECT normal FROM calls WHERE id = ?",
    callId,
  );
  if (call === undefined) throw new NotFound("call", callId);
  const { normal } = call;
  const contactPointId = normal === null
    ? null
    : ensureContactPoint(store, { kind: "telephone", address: normal });
  return store.run(
    `INSERT INTO interactions (channel, contact_point_id, customer_id, call_id, began_at, ended_at)
     SELECT 'call', ?, customer_id, id, started_at, ended_at FROM calls WHERE id = ?`,
    contactPointId,
    callId,
  ).id;
}
