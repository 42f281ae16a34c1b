import type { Dialect } from "../dialect/dialect.ts";
import { FrameDecoder } from "./decoder.ts";
import { type Message, readMessage } from "./message.ts";

/** What a frame that was kept says in this dialect: its letter, its DATA, and the event or why it changes nothing. */
export interface FrameWords {
  readonly mi: string;
  readonly data: string;
  readonly message: Message;
}

/** Reads the bytes of a whole frame again; null where they are none, as when the dialect was another one then. */
export function readStoredFrame(dialect: Dialect, bytes: Uint8Array): FrameWords | null {
  for (const reading of new FrameDecoder(dialect).push(bytes, 0)) {
    if (reading.kind !== "frame") continue;
    const { mi, data } = reading;
    return { mi, data, message: readMessage(dialect, mi, data) };
  }
  return null;
}
