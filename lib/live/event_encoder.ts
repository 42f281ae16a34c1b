import { encodeEvent } from "./event_stream.ts";
import type { LiveEvent } from "./live_event.ts";

const ENCODER = new TextEncoder();

/** Bytes of a stream. They may wait in many streams at a time: nobody changes them. */
export type Encoded = Uint8Array<ArrayBuffer>;

/** The bytes of one event, behind `before`. Null as the ID leaves a browser where it was. */
export function encoded({ name, data }: LiveEvent, id: string | null, before = ""): Encoded {
  return ENCODER.encode(before + encodeEvent(id, name, JSON.stringify(data)));
}

/** For one thing that is told to many: events that say the same are encoded once. */
export function encodedOnce(id: string | null, before = ""): (event: LiveEvent) => Encoded {
  const byEvent = new Map<LiveEvent, Encoded>();
  const byText = new Map<string, Encoded>();
  return (event) => {
    let bytes = byEvent.get(event);
    if (bytes !== undefined) return bytes;
    const data = JSON.stringify(event.data);
    const text = `${event.name} ${data}`;
    bytes = byText.get(text) ?? ENCODER.encode(before + encodeEvent(id, event.name, data));
    byText.set(text, bytes);
    byEvent.set(event, bytes);
    return bytes;
  };
}
