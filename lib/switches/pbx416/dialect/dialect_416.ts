import type { Dialect } from "./dialect_shape.ts";

/** The 416 PBX as it is assumed where nothing else is known of an installation. */
export const DIALECT_416: Dialect = {
  name: "416",
  serial: { baudRate: 9600, dataBits: 8, parity: "none", stopBits: 1 },
  liCoding: "ascii-dec",
  bcc: { rule: "xor", scope: "li..etx" },
  maxLength: 64,
  timings: {
    ackTimeoutMs: 1000,
    maxAttempts: 4,
    interByteMs: 100,
    quietMs: 60,
    // `C` repeats with the ring signal on most installations, but need not: two minutes are longer than
    // any caller lets it ring.
    ringLapseMs: 120_000,
    // Nothing is said while two people talk, so only a call that nobody would hold is given up.
    talkLapseMs: 4 * 3_600_000,
  },
  trunks: ["1", "2", "3", "4"],
  extensions: Array.from({ length: 16 }, (_, i) => String(200 + i)),
  messages: {
    C: { event: "Delivered", fields: ["trunk", "number"] },
    c: { event: "Delivered", fields: ["trunk", "extension", "number"] },
    N: { event: "Established", fields: ["trunk", "extension"] },
    n: { event: "ServiceInitiated", fields: ["trunk", "extension"] },
    J: { event: "Originated", fields: ["trunk", "extension", "number"] },
    O: { event: "OriginatedOnRequest", fields: ["trunk", "extension", "number"] },
    F: { event: "ConnectionCleared", fields: ["trunk", "extension?"] },
  },
  dialRequest: "O",
  reasons: { P: "withheld", O: "unavailable", C: "payphone" },
};
