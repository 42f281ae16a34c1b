import type { Caller } from "../../../domain/caller.ts";
import { Cursor } from "./cursor.ts";
import type { Dialect, LayoutEvent, LayoutField } from "../dialect/dialect_shape.ts";
import type { TrunkEvent } from "./trunk_event.ts";

/** `event` is null where the frame changes no call; `remark`, for the line monitor, then says why. */
export type Message =
  | { readonly event: TrunkEvent; readonly remark: string | null }
  | { readonly event: null; readonly remark: string };

/** The fields of DATA as they stand on the wire; a field that is not there is empty. */
export interface MessageFields {
  readonly trunk: string;
  readonly extension: string;
  readonly number: string;
}

/**
 * What a good frame says. `mi` is one character, `data` Latin-1. Nothing throws: an unknown message, a trunk
 * or extension out of range, or a layout that does not fit is a remark. Where only the number cannot be read,
 * the call still rings: the event has no caller, and the remark says so.
 */
export function readMessage(dialect: Dialect, mi: string, data: string): Message {
  const layout = Object.hasOwn(dialect.messages, mi) ? dialect.messages[mi] : undefined;
  if (layout === undefined) return ignored(`unknown message ${quoted(mi)}`);
  const fields = readFields(dialect, layout.fields, data);
  return typeof fields === "string" ? ignored(fields) : readEvent(dialect, layout.event, fields);
}

/** DATA of the message `mi` with these fields. RangeError for a field that the layout or the range has not. */
export function writeFields(dialect: Dialect, mi: string, fields: MessageFields): string {
  const layout = Object.hasOwn(dialect.messages, mi) ? dialect.messages[mi] : undefined;
  if (layout === undefined) throw new RangeError(`Dialect ${dialect.name} has no message "${mi}".`);
  for (const name of ["trunk", "extension", "number"] as const) {
    const value = fields[name];
    const surplus = value !== "" && !hasField(layout.fields, name);
    const outOfRange = name !== "number" && value !== "" && !dialect[`${name}s`].includes(value);
    const missing = value === "" && layout.fields.includes(name) && name !== "number";
    if (surplus || outOfRange || missing) {
      throw new RangeError(`Message "${mi}" cannot have ${name} "${value}".`);
    }
  }
  return layout.fields.map((field) => fields[withoutMark(field)]).join("");
}

/** The fields, checked against the ranges; or the remark that says what is wrong with them. */
function readFields(
  dialect: Dialect,
  layout: readonly LayoutField[],
  data: string,
): MessageFields | string {
  const cursor = new Cursor(withoutPadding(data));
  const fields = { trunk: "", extension: "", number: "" };
  for (const field of layout) {
    if (field === "number") {
      fields.number = cursor.rest();
      continue;
    }
    if (field === "extension?" && cursor.atEnd) continue;
    const name = withoutMark(field);
    const range = name === "trunk" ? dialect.trunks : dialect.extensions;
    const value = cursor.take(range[0]?.length ?? 0);
    if (value === null) return `no ${name} in ${quoted(data)}`;
    if (!range.includes(value)) {
      return `${name} ${quoted(value)} out of range ${range[0]}-${range.at(-1)}`;
    }
    fields[name] = value;
  }
  return cursor.atEnd ? fields : `${quoted(cursor.rest())} behind the last field`;
}

function readEvent(dialect: Dialect, name: LayoutEvent, fields: MessageFields): Message {
  const { trunk, extension } = fields;
  const event = (event: TrunkEvent): Message => ({ event, remark: null });
  switch (name) {
    case "Delivered": {
      const caller = readCaller(dialect, fields.number);
      return {
        event: {
          type: name,
          trunk,
          extension: extension || null,
          caller: caller === "unreadable" ? null : caller,
        },
        remark: caller === "unreadable" ? `unreadable number ${quoted(fields.number)}` : null,
      };
    }
    case "Established":
    case "ServiceInitiated":
      return event({ type: name, trunk, extension });
    case "Originated":
    case "OriginatedOnRequest": {
      const caller = readCaller(dialect, fields.number);
      if (caller === null || caller === "unreadable" || caller.number === null) {
        return ignored(`no digits but ${quoted(fields.number)}`);
      }
      const requested = name === "OriginatedOnRequest";
      return event({ type: "Originated", trunk, extension, digits: caller.number, requested });
    }
    case "ConnectionCleared":
      return event({ type: name, trunk, extension: extension || null });
    default:
      return name satisfies never;
  }
}

/** Null where the field is empty. */
function readCaller(dialect: Dialect, field: string): Caller | null | "unreadable" {
  const number = field.replace(/[ -]/g, "");
  if (number === "") return null;
  if (/^[0-9*#+]+$/.test(number)) return { number, reason: null };
  const reason = Object.hasOwn(dialect.reasons, number) ? dialect.reasons[number] : undefined;
  return reason === undefined ? "unreadable" : { number: null, reason };
}

function hasField(layout: readonly LayoutField[], name: keyof MessageFields): boolean {
  return layout.some((field) => withoutMark(field) === name);
}

function withoutMark(field: LayoutField): keyof MessageFields {
  return field === "extension?" ? "extension" : field;
}

/** Devices fill DATA up with NULs or spaces. */
function withoutPadding(data: string): string {
  let end = data.length;
  while (end > 0 && (data[end - 1] === "\0" || data[end - 1] === " ")) end--;
  return data.slice(0, end);
}

function ignored(remark: string): Message {
  return { event: null, remark };
}

/** For a remark: printable ASCII as it is, the rest in hex. */
function quoted(text: string): string {
  const shown = [...text].map((character) => {
    const code = character.charCodeAt(0);
    const hex = code.toString(16).toUpperCase().padStart(2, "0");
    return code >= 0x20 && code <= 0x7e ? character : `\\x${hex}`;
  });
  return `"${shown.join("")}"`;
}
