/** What bytes come from: a `Deno.Conn`. */
export interface Source {
  read(into: Uint8Array<ArrayBuffer>): Promise<number | null>;
}

/** What bytes go to: a `Deno.Conn`. */
export interface Sink {
  write(bytes: Uint8Array): Promise<number>;
}

/** Hears of what goes through, and has a say in it. */
export interface PumpSeen {
  came?(bytes: Uint8Array): void;
  /** What goes on of the bytes that came; without it, all of them. */
  sieved?(bytes: Uint8Array): Uint8Array;
  sending?(): void;
  /** So many bytes went through; the next are read when it resolves. */
  sent?(bytes: number): Promise<void> | void;
}

/** Whoever was to take the bytes does not any more. */
export class NotTaken extends Error {
  override readonly name = "NotTaken";
}

const PIECE_BYTES = 32 * 1024;

/** Carries bytes until there are no more; throws what reading throws, and NotTaken where they cannot be written. */
export async function pump(from: Source, to: Sink, seen: PumpSeen): Promise<void> {
  const buffer = new Uint8Array(PIECE_BYTES);
  for (;;) {
    const length = await from.read(buffer);
    if (length === null) return;
    const bytes = buffer.subarray(0, length);
    seen.came?.(bytes);
    await put(seen.sieved?.(bytes) ?? bytes, to, seen);
  }
}

/** Writes all of it, however little is taken at a time; throws NotTaken where it cannot be written. */
export async function put(bytes: Uint8Array, to: Sink, seen: PumpSeen): Promise<void> {
  seen.sending?.();
  for (let rest = bytes; rest.length > 0;) {
    rest = rest.subarray(await to.write(rest).catch(notTaken));
    if (rest.length > 0) seen.sending?.();
  }
  await seen.sent?.(bytes.length);
}

function notTaken(cause: unknown): never {
  throw new NotTaken(cause instanceof Error ? cause.message : String(cause), { cause });
}

/** Takes bytes and does nothing with them, until there are no more. */
export async function discard(from: Source): Promise<void> {
  const buffer = new Uint8Array(PIECE_BYTES);
  while (await from.read(buffer) !== null);
}
