import type { TextEncoding } from "../../../domain/import_contents.ts";
import { JobFailure } from "../../job_failure.ts";
import { utf16Of } from "./utf16.ts";

const PIECE = 1024 * 1024;
/** Of the letters that are not ASCII, every so manieth may be broken. */
const BROKEN_OF = 5;

/**
 * The encoding of the text file `path`, as TextDecoder names it: UTF-16 as its head says, UTF-8 where all of it is,
 * else EUC-KR (which in browsers and here is CP949) where all of it is; and where neither is, the one in which fewer
 * letters are broken. Throws JobFailure `encoding` where that is no text.
 */
export async function encodingOf(path: string, head: Uint8Array): Promise<TextEncoding> {
  const utf16 = utf16Of(head);
  if (utf16 !== null) return utf16;
  for (const encoding of ["utf-8", "euc-kr"] as const) {
    if (await decodes(path, encoding)) return encoding;
  }
  const [utf8, korean] = [await lettersOf(path, "utf-8"), await lettersOf(path, "euc-kr")];
  const [encoding, { broken, whole }] = korean.broken < utf8.broken
    ? ["euc-kr" as const, korean]
    : ["utf-8" as const, utf8];
  if (broken * BROKEN_OF > whole) throw new JobFailure("encoding");
  return encoding;
}

async function decodes(path: string, encoding: TextEncoding): Promise<boolean> {
  try {
    for await (const _ of decoded(path, encoding, true));
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** How many letters beyond ASCII there are, and how many are none. */
async function lettersOf(path: string, encoding: TextEncoding) {
  let [broken, whole] = [0, 0];
  for await (const text of decoded(path, encoding, false)) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0xfffd) broken++;
      else if (code > 0x7f) whole++;
    }
  }
  return { broken, whole };
}

async function* decoded(path: string, encoding: string, fatal: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  using file = await Deno.open(path);
  const piece = new Uint8Array(PIECE);
  for (;;) {
    const length = await file.read(piece);
    if (length === null) break;
    yield decoder.decode(piece.subarray(0, length), { stream: true });
  }
  yield decoder.decode();
}
