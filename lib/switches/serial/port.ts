/**
 * A port of bytes: the smallest interface behind which a serial device, a pseudo-terminal or an
 * in-process pair stands. What every implementation guarantees, and `tests/switches/serial/port_contract.ts` proves:
 *
 * 1. `read` resolves with 1 to 4096 bytes as soon as there are any, in the order in which they came,
 *    each byte once; or with no bytes when `waitMs` have passed. It does not hold the thread while it waits.
 * 2. `write` returns when the system has taken every byte. It never writes a part and returns.
 * 3. When the device goes away, the next `read` or `write` throws a `PortError` with code `unplugged`.
 * 4. `close` releases the device at once, ends a `read` that waits (it throws `closed`), and may be called twice.
 * 5. After `close` or a throw, nothing works but `close`.
 */
export interface Port {
  /** How the port calls itself in a sentence, `/dev/ttyUSB0` or `COM3`. */
  readonly name: string;
  /** The settings as the device took them, read back, in one line: `9600 8N1`. */
  readonly settings: string;
  read(waitMs: number): Promise<Uint8Array>;
  write(bytes: Uint8Array): void;
  close(): void;
}

/** What was wrong with a port, by code, since texts are for people and change. */
export type PortErrorCode =
  | "not_found"
  | "no_permission"
  | "in_use"
  | "not_a_terminal"
  | "unsupported"
  | "unplugged"
  | "closed"
  | "failed";

/** `message` says the action, the device, and the system's own number and word for it. */
export class PortError extends Error {
  override readonly name = "PortError";
  constructor(
    readonly code: PortErrorCode,
    message: string,
    /** The errno of the system, where there was one. */
    readonly errno: number | null = null,
  ) {
    super(message);
  }
}

export const PARITIES = ["none", "even", "odd"] as const;
export type Parity = (typeof PARITIES)[number];

/** How a serial line is set. Flow control is always off: XON and XOFF are data on this wire. */
export interface SerialSettings {
  /** Bits a second: 300 to 230400, one of the usual. */
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  readonly parity: Parity;
  readonly stopBits: 1 | 2;
}
