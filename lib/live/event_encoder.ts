import { encodeEvent } from "./event_stream.ts";
import type { LiveEvent, LiveName } from "./live_event.ts";

const ENCODER = new TextEncoder();

/** Bytes of a stream. They may wait in many streams at a time: nobody changes them. */
export type Encoded = Uint8Array<ArrayBuffer>;

/** Gives each event that is told its ID, `<boot>-<n>`, and its bytes. */
export class EventEncoder {
  #sequence = 0;

  constructor(private readonly boot: string) {}

  /** The bytes of an event by itself, behind `before`. */
  encode({ name, data }: LiveEvent, before = ""): Encoded {
    return this.#encode(name, JSON.stringify(data), before);
  }

  /** For one thing that is told to many: events that say the same are encoded once and have one ID. */
  once(before = ""): (event: LiveEvent) => Encoded {
    const byEvent = new Map<LiveEvent, Encoded>();
    const byText = new Map<string, Encoded>();
    return (event) => {
      let encoded = byEvent.get(event);
      if (encoded !== undefined) return encoded;
      const data = JSON.stringify(event.data);
      const text = `${event.name} ${data}`;
      encoded = byText.get(text) ?? this.#encode(event.name, data, before);
      byText.set(text, encoded);
      byEvent.set(event, encoded);
      return encoded;
    };
  }

  #encode(name: LiveName, data: string, before: string): Encoded {
    this.#sequence += 1;
    return ENCODER.encode(before + encodeEvent(`${this.boot}-${this.#sequence}`, name, data));
  }
}
