import { reportOf } from "../../../lib/switches/pbx416/report.ts";
import { CallTracker } from "../../../lib/switchboard/tracker.ts";
import { DIALECTS } from "../../../lib/switches/pbx416/dialect/dialect.ts";
import { ACK } from "../../../lib/switches/pbx416/frames/control_bytes.ts";
import { FrameDecoder } from "../../../lib/switches/pbx416/frames/decoder.ts";
import { readStoredFrame } from "../../../lib/switches/pbx416/frames/stored_frame.ts";
import type { Store } from "../../../lib/store/database.ts";
import { ensureLine } from "../../../lib/store/lines.ts";
import { passingStore } from "../../support/passing_store.ts";
import type { Recorded } from "./recording.ts";

const DIALECT = DIALECTS["416"]!;

/** What had been promised after so many records of a recording. */
interface Promised {
  /** So many of the line's frames, the first ones, were acknowledged; one that came again at once counts once. */
  readonly frames: number;
  readonly saved: readonly string[];
}

/** The promises after each of the records, and how many frames came at all. */
export function promises(records: readonly Recorded[]): {
  readonly after: readonly Promised[];
  readonly frames: number;
} {
  const frames: Uint8Array[] = [];
  const after: Promised[] = [];
  let decoder = new FrameDecoder(DIALECT);
  let promised: Promised = { frames: 0, saved: [] };
  for (const record of records) {
    if (record.kind === "device_opened") decoder = new FrameDecoder(DIALECT);
    if (record.kind === "heard") {
      for (const reading of decoder.push(record.data, 0)) {
        if (reading.kind === "frame") frames.push(reading.bytes);
      }
    }
    // An ACK answers the newest frame.
    if (record.kind === "answered" && record.data.includes(ACK)) {
      promised = { ...promised, frames: distinct(frames) };
    }
    if (record.kind === "promise") {
      promised = { ...promised, saved: [...promised.saved, record.what] };
    }
    after.push(promised);
  }
  return { after, frames: distinct(frames) };
}

/** How many there are where one that comes again at once, unanswered or by the PBX's own will, counts once. */
export function distinct(frames: readonly Uint8Array[]): number {
  const isNew = (bytes: Uint8Array, before: Uint8Array | undefined) =>
    before?.length !== bytes.length || bytes.some((byte, index) => byte !== before[index]);
  return frames.filter((bytes, index) => isNew(bytes, frames[index - 1])).length;
}

interface FrameRow {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** The frames of the line that the database holds, in order. */
export function storedFrames(store: Store): FrameRow[] {
  return store.all<FrameRow>(
    "SELECT at, bytes FROM raw_frames WHERE result <> 'rejected' ORDER BY id",
  );
}

/** The calls of the database above `firstId`, as text that can be compared. */
export function callsText(store: Store, firstId: number): string {
  return JSON.stringify(store.all(
    `SELECT id - ? AS id, trunk, direction, state, number, reason, started_at, answered_at, ended_at, outcome, extension,
       (SELECT json_group_array(json_array(device, kind, state, since, rang_at, dialled_at, joined_at, left_at, cause)
          ORDER BY position) FROM connections WHERE call_id = calls.id) AS connections
     FROM calls WHERE id > ? ORDER BY id`,
    firstId,
    firstId,
  ));
}

/** The calls after no frame, after the first, and so on: what a database with so many frames has to hold. */
export function callsAfterEach(frames: readonly FrameRow[]): string[] {
  const store = passingStore();
  const { id } = ensureLine(store, "truth", "416");
  const tracker = new CallTracker(store, id, DIALECT.timings);
  const texts = [callsText(store, 0)];
  for (const { at, bytes } of frames) {
    const message = readStoredFrame(DIALECT, bytes)?.message;
    tracker.handle(
      reportOf({ at, bytes, event: message?.event ?? null, remark: message?.remark ?? null }),
    );
    texts.push(callsText(store, 0));
  }
  store.close();
  return texts;
}
