import type { TrunkEvent } from "./trunk_event.ts";
import { FrameDecoder } from "./decoder.ts";
import type { Dialect } from "../dialect/dialect.ts";
import { readMessage } from "./message.ts";
import type { Reading } from "./reading.ts";

/** One thing that stood in a capture. */
export type Replayed =
  | {
    readonly kind: "frame";
    readonly bytes: Uint8Array;
    /** Null where the frame changes no call; `remark` then says why. */
    readonly event: TrunkEvent | null;
    readonly remark: string | null;
  }
  | { readonly kind: "rejected"; readonly bytes: Uint8Array; readonly reason: string }
  | { readonly kind: "control"; readonly control: "ack" | "nak" };

/** What the bytes of a capture say. It has no times, so bytes are given up only where they contradict, and at its end. */
export function* replay(bytes: Uint8Array, dialect: Dialect): Generator<Replayed> {
  const decoder = new FrameDecoder(dialect);
  const SLICE = 4096;
  for (let from = 0; from < bytes.length; from += SLICE) {
    for (const reading of decoder.push(bytes.subarray(from, from + SLICE), 0)) {
      yield replayed(reading, dialect);
    }
  }
  for (const reading of decoder.idle()) yield replayed(reading, dialect);
}

function replayed(reading: Reading, dialect: Dialect): Replayed {
  switch (reading.kind) {
    case "frame": {
      const { event, remark } = readMessage(dialect, reading.mi, reading.data);
      return { kind: "frame", bytes: reading.bytes, event, remark };
    }
    case "rejected":
      return { kind: "rejected", bytes: reading.bytes, reason: reading.reason };
    case "control":
      return { kind: "control", control: reading.control };
    default:
      return reading satisfies never;
  }
}
