import type { TextEncoding } from "../../domain/import_contents.ts";
import { JobFailure } from "../job_failure.ts";

const PIECE = 1024 * 1024;

/**
 * The encoding of the text file `path`, as TextDecoder names it: by its mark, by the zero bytes of a UTF-16
 * without one, UTF-8 where all of it is, else EUC-KR (which in browsers and here is CP949) where all of it is.
 * Throws JobFailure `encoding`.
 */
export async function encodingOf(path: string, head: Uint8Array): Promise<TextEncoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 1].map((side) => head.filter((byte, i) => i % 2 === side && byte === 0).length);
  const half = head.length / 2;
  // Digits, commas and line ends have one zero byte each; Korean letters have none.
  if (zeros[1]! > half / 5 && zeros[0]! < half / 50) return "utf-16le";
  if (zeros[0]! > half / 5 && zeros[1]! < half / 50) return "utf-16be";
  for (const encoding of ["utf-8", "euc-kr"] as const) {
    if (await decodes(path, encoding)) return encoding;
  }
  throw new JobFailure("encoding");
}

async function decodes(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  using file = await Deno.open(path);
  const piece = new Uint8Array(PIECE);
  try {
    for (;;) {
      const length = await file.read(piece);
      if (length === null) break;
      decoder.decode(piece.subarray(0, length), { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
