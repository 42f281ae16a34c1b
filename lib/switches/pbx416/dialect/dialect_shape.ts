import { z } from "zod";

/**
 * What differs between installations of the 416 PBX, as data: plain JSON, so that it can be kept, sent to a
 * worker and written by an installer. The defaults stand in dialect_416.ts.
 */

export const LI_CODINGS = ["ascii-dec", "ascii-hex", "binary-be", "binary-le"] as const;
export const BCC_RULES = ["xor", "sum"] as const;
export const BCC_SCOPES = ["li..etx", "li..data", "mi..etx", "mi..data", "stx..etx"] as const;
export const BAUD_RATES = [
  300,
  600,
  1200,
  2400,
  4800,
  9600,
  19200,
  38400,
  57600,
  115200,
  230400,
] as const;

/** CSTA terms; `OriginatedOnRequest` is Originated because this server had asked for the call. */
const LAYOUT_EVENTS = [
  "Delivered",
  "Established",
  "ServiceInitiated",
  "Originated",
  "OriginatedOnRequest",
  "ConnectionCleared",
] as const;
export type LayoutEvent = (typeof LAYOUT_EVENTS)[number];

/** `extension?` may be missing; `number` is the rest of DATA, so it stands last. */
const LAYOUT_FIELDS = ["trunk", "extension", "extension?", "number"] as const;
export type LayoutField = (typeof LAYOUT_FIELDS)[number];

/** Frames of this many bytes behind LI or fewer fit into one piece of the decoder (decoder.ts, PIECE). */
const LARGEST_LENGTH = 250;

/** What each event cannot be understood without, and what it may have besides. */
const FIELDS_OF: Record<LayoutEvent, { needs: LayoutField[]; may: LayoutField[] }> = {
  Delivered: { needs: ["trunk"], may: ["extension", "number"] },
  Established: { needs: ["trunk", "extension"], may: [] },
  ServiceInitiated: { needs: ["trunk", "extension"], may: [] },
  Originated: { needs: ["trunk", "extension", "number"], may: [] },
  OriginatedOnRequest: { needs: ["trunk", "extension", "number"], may: [] },
  ConnectionCleared: { needs: ["trunk"], may: ["extension", "extension?"] },
};

// Each message says what was expected; parseDialect puts the path and the value before it.
function whole(from: number, to: number) {
  const error = `a whole number from ${from} to ${to}`;
  return z.int(error).min(from, error).max(to, error);
}

function oneOf<const T extends readonly (string | number)[]>(values: T) {
  return z.literal(values, `one of ${values.join(", ")}`);
}

const letter = z.string("one letter").regex(/^[A-Za-z]$/, "one letter");

/** Names of one width, since DATA has no separators; "200-215" stands for the sixteen between. */
function names(most: number) {
  const expected = `a list of 1 to ${most} numbers of equal width, or ranges such as "200-215"`;
  return z.array(z.string(expected).regex(/^\d{1,6}(-\d{1,6})?$/, expected), expected)
    .transform((list, context) => {
      const all = [...new Set(list.flatMap((entry) => expandRange(entry, most)))];
      const width = all[0]?.length;
      if (all.length === 0 || all.length > most || all.some((name) => name.length !== width)) {
        context.addIssue({ code: "custom", message: expected });
      }
      return all;
    }).readonly();
}

/** At most one more than `most` names, so that a wide range costs nothing before it is refused. */
function expandRange(entry: string, most: number): string[] {
  const [first = "", last] = entry.split("-");
  if (last === undefined) return [first];
  const count = Number(last) - Number(first) + 1;
  if (count < 1 || first.length !== last.length) return ["", entry];
  return Array.from(
    { length: Math.min(count, most + 1) },
    (_, i) => String(Number(first) + i).padStart(first.length, "0"),
  );
}

const layout = z.strictObject({
  event: oneOf(LAYOUT_EVENTS),
  fields: z.array(oneOf(LAYOUT_FIELDS), `a list of ${LAYOUT_FIELDS.join(", ")}`).readonly(),
}, "an object with event and fields").superRefine(({ event, fields }, context) => {
  const { needs, may } = FIELDS_OF[event];
  const open = fields.findIndex((field) => field === "number" || field === "extension?");
  const good = needs.every((field) => fields.includes(field)) &&
    fields.every((field) => needs.includes(field) || may.includes(field)) &&
    new Set(fields.map((field) => field.replace("?", ""))).size === fields.length &&
    (open === -1 || open === fields.length - 1);
  if (good) return;
  const extra = may.length > 0 ? `, perhaps ${may.join(", ")}` : "";
  context.addIssue({
    code: "custom",
    path: ["fields"],
    message: `${needs.join(", ")}${extra}, each once, "number" or "extension?" last`,
  });
}).readonly();

export const dialectShape = z.strictObject({
  name: z.string("a name").trim().min(1, "a name").max(60, "a name of at most 60 characters"),
  serial: z.strictObject({
    baudRate: oneOf(BAUD_RATES),
    dataBits: oneOf([7, 8]),
    parity: oneOf(["none", "even", "odd"]),
    stopBits: oneOf([1, 2]),
  }, "an object").readonly(),
  liCoding: oneOf(LI_CODINGS),
  bcc: z.strictObject({ rule: oneOf(BCC_RULES), scope: oneOf(BCC_SCOPES) }, "an object").readonly(),
  /** The largest LI that is believed. */
  maxLength: whole(1, LARGEST_LENGTH),
  timings: z.strictObject({
    /** How long a sender waits for ACK or NAK. */
    ackTimeoutMs: whole(50, 60_000),
    /** How often a sender sends a frame before it gives it up, the first time included. */
    maxAttempts: whole(1, 100),
    /** A frame whose bytes stop for so long is given up. */
    interByteMs: whole(5, 10_000),
    /** How long the line must be quiet after a retransmission before the next frame goes out. */
    quietMs: whole(0, 10_000),
    /** A call that rings and of which nothing has been heard for so long has ended as missed. */
    ringLapseMs: whole(1_000, 3_600_000),
    /** A call that talks or dials and of which nothing has been heard for so long has ended. */
    talkLapseMs: whole(60_000, 7 * 86_400_000),
  }, "an object").readonly(),
  trunks: names(99),
  extensions: names(999),
  /** What a frame says, by its MI. */
  messages: z.record(letter, layout, "an object of layouts by message letter").readonly(),
  /** The MI of the server's request to place a call; its DATA is extension, then digits. */
  dialRequest: letter,
  /** The letters that stand in place of a number. */
  reasons: z.record(
    letter,
    oneOf(["withheld", "unavailable", "payphone"]),
    "an object of reasons by letter",
  ).readonly(),
}, "a dialect's name or an object").superRefine((dialect, context) => {
  const { liCoding, maxLength, messages, dialRequest } = dialect;
  const incoming = Object.hasOwn(messages, dialRequest) ? messages[dialRequest]?.event : undefined;
  if (incoming !== undefined && incoming !== "OriginatedOnRequest") {
    context.addIssue({
      code: "custom",
      path: ["dialRequest"],
      // The switch would take a request for its own message come back, or the server an echo for a call.
      message: `a letter that is not the switch's own ${incoming}`,
    });
  }
  if (liCoding === "ascii-dec" && maxLength > 99) {
    context.addIssue({
      code: "custom",
      path: ["maxLength"],
      message: "at most 99 (two decimal digits say no more)",
    });
  }
}).readonly();

export type Dialect = z.output<typeof dialectShape>;
export type LiCoding = Dialect["liCoding"];
export type Bcc = Dialect["bcc"];
