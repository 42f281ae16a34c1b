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

/** A frame as it was kept. */
export interface StoredFrame extends RawFrame {
  readonly id: number;
}

/** The newest `limit` frames of a line with an ID above `after`, the newest first; only rejected bytes if so wanted. */
export function newestFrames(
  store: Store,
  lineId: number,
  { after, rejectedOnly, limit }: {
    readonly after: number;
    readonly rejectedOnly: boolean;
    readonly limit: number;
  },
): StoredFrame[] {
  return store.all<StoredFrame>(
    `SELECT id, line_id AS lineId, at, bytes, result, remark, call_id AS callId
     FROM raw_frames WHERE line_id = ? AND id > ? AND (? = 0 OR result = 'rejected')
     ORDER BY id DESC LIMIT ?`,
    lineId,
    after,
    rejectedOnly ? 1 : 0,
    limit,
  );
}

/** When the newest frame of each line came, ms since the epoch, UTC, by the ID of the line; null where none is kept. */
export function newestFrameTimes(store: Store): Map<number, number | null> {
  const rows = store.all<{ id: number; at: number | null }>(
    `SELECT id, (SELECT at FROM raw_frames WHERE line_id = lines.id ORDER BY id DESC LIMIT 1) AS at
     FROM lines`,
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
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
