import type { Caller } from "../../../lib/domain/caller.ts";
import type { Dialect } from "../../../lib/switches/pbx416/dialect/dialect_shape.ts";
import { type MessageFields, writeFields } from "../../../lib/switches/pbx416/frames/message.ts";
import type { TrunkEvent } from "../../../lib/switches/pbx416/frames/trunk_event.ts";

/** The message that tells `event`: the inverse of `readMessage`. RangeError where the dialect has none. */
export function writeMessage(dialect: Dialect, event: TrunkEvent): { mi: string; data: string } {
  const fields = fieldsOf(dialect, event);
  const name = event.type === "Originated" && event.requested ? "OriginatedOnRequest" : event.type;
  for (const [mi, layout] of Object.entries(dialect.messages)) {
    const fits = layout.event === name &&
      (fields.extension === ""
        ? !layout.fields.includes("extension")
        : layout.fields.some((field) => field.startsWith("extension"))) &&
      (fields.number === "" || layout.fields.includes("number"));
    if (fits) return { mi, data: writeFields(dialect, mi, fields) };
  }
  throw new RangeError(`Dialect ${dialect.name} has no message for ${JSON.stringify(event)}.`);
}

function fieldsOf(dialect: Dialect, event: TrunkEvent): MessageFields {
  const { trunk, type } = event;
  const extension = event.extension ?? "";
  if (type === "Originated") return { trunk, extension, number: event.digits };
  if (type !== "Delivered" || event.caller === null) return { trunk, extension, number: "" };
  return { trunk, extension, number: event.caller.number ?? letterOf(dialect, event.caller) };
}

function letterOf(dialect: Dialect, caller: Caller): string {
  const found = Object.entries(dialect.reasons).find(([, reason]) => reason === caller.reason);
  if (found !== undefined) return found[0];
  throw new RangeError(`Dialect ${dialect.name} has no letter for "${caller.reason}".`);
}
