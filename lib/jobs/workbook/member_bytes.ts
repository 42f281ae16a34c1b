import { crc32 } from "node:zlib";
import { turn } from "../job_context.ts";
import { JobFailure } from "../job_failure.ts";
import type { ByteSource } from "./byte_source.ts";
import { INFLATED_AT_A_TIME, MOST_RATIO, RATIO_COUNTS_FROM, TURN_AFTER } from "./limits.ts";
import type { ZipMember } from "./zip_member.ts";
import { dataOf } from "./zip_overlaps.ts";

/**
 * The bytes of a member, a little at a time and no more than `most`, whatever its directory says. Throws JobFailure:
 * `inflates` where it says that it is larger, before anything is inflated; `excel_forged` where it is not as large
 * as it says; `broken_excel`.
 */
export async function* memberBytes(
  source: ByteSource,
  member: ZipMember,
  most: number,
): AsyncGenerator<Uint8Array> {
  refuseSize(member, most);
  let [count, crc, nextTurn] = [0, 0, TURN_AFTER];
  const pieces = packedPieces(source, member);
  for await (const piece of member.method === "stored" ? pieces : inflated(pieces)) {
    count += piece.length;
    if (count > member.inflated) throw new JobFailure("excel_forged");
    crc = crc32(piece, crc);
    // Deno ends a thread only where it comes back to its event loop, and nothing else here does.
    if (count >= nextTurn) {
      nextTurn = count + TURN_AFTER;
      await turn();
    }
    yield piece;
  }
  if (count !== member.inflated) throw new JobFailure("excel_forged");
  if (crc !== member.crc) throw new JobFailure("broken_excel");
}

function refuseSize({ packed, inflated }: ZipMember, most: number): void {
  const dense = inflated > RATIO_COUNTS_FROM && inflated > packed * MOST_RATIO;
  if (inflated > most || dense) {
    throw new JobFailure("inflates", (dense ? RATIO_COUNTS_FROM : most) / 1024 / 1024);
  }
}

function* packedPieces(
  source: ByteSource,
  member: ZipMember,
): Generator<Uint8Array<ArrayBuffer>> {
  const begin = dataOf(source, member);
  const end = begin + member.packed;
  for (let at = begin; at < end;) {
    const piece = source.read(at, Math.min(INFLATED_AT_A_TIME, end - at));
    if (piece.length === 0) throw new JobFailure("broken_excel");
    at += piece.length;
    yield piece;
  }
}

/** Gives the next piece to the inflater when all that came of the last one is taken. */
async function* inflated(
  pieces: Generator<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  }, { highWaterMark: 0 });
  const reader = source.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw cause instanceof TypeError ? new JobFailure("broken_excel", 0, { cause }) : cause;
      });
      if (done) return;
      yield value;
    }
  } finally {
    // A stream that failed tells its error again, which is thrown already.
    await reader.cancel().catch(() => undefined);
  }
}
