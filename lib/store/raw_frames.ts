import type { Store } from "./database.ts";

/** What came over a line, good or bad, as it came. */
export interface RawFrame {
  readonly lineId: number;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly bytes: Uint8Array;
  /** `ignored` is a good frame that changes no call. */
  readonly result: "accepted" | "ignored" | "rejected";
  /** Why it was ignored or rejected; else ''. */
  readonly remark: string;
  /** The call that it told of. */
  readonly callId: number | null;
}

export function insertRawFrame(store: Store, frame: RawFrame): void {
  store.run(
    "INSERT INTO raw_frames (line_id, at, bytes, result, remark, call_id) VALUES (?, ?, ?, ?, ?, ?)",
    frame.lineId,
    frame.at,
    frame.bytes,
    frame.result,
    frame.remark,
    frame.callId,
  );
}

/**
 * Forgets at most `limit` frames older than `before`; returns how many. Called until it returns less than
 * `limit`, with a pause in between: a month of frames in one go would hold up the calls.
 */
export function pruneRawFrames(store: Store, before: number, limit: number): number {
  return store.run(
    `DELETE FROM raw_frames
     WHERE id IN (SELECT id FROM raw_frames WHERE at < ? ORDER BY at LIMIT ?)`,
    before,
    limit,
  ).changes;
}
