/** What bytes come from and go to: a `Deno.Conn`. */
export interface Pipe {
  read(into: Uint8Array<ArrayBuffer>): Promise<number | null>;
  write(bytes: Uint8Array): Promise<number>;
}

/** Hears of what goes through. */
export interface PumpSeen {
  came?(): void;
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
export async function pump(from: Pipe, to: Pipe, seen: PumpSeen): Promise<void> {
  const buffer = new Uint8Array(PIECE_BYTES);
  for (;;) {
    const length = await from.read(buffer);
    if (length === null) return;
    seen.came?.();
    seen.sending?.();
    for (let rest = buffer.subarray(0, length); rest.length > 0;) {
      rest = rest.subarray(await to.write(rest).catch(notTaken));
      if (rest.length > 0) seen.sending?.();
    }
    await seen.sent?.(length);
  }
}

function notTaken(cause: unknown): never {
  throw new NotTaken(cause instanceof Error ? cause.message : String(cause), { cause });
}

/** Takes bytes and does nothing with them, until there are no more. */
export async function discard(from: Pipe): Promise<void> {
  const buffer = new Uint8Array(PIECE_BYTES);
  while (await from.read(buffer) !== null);
}
