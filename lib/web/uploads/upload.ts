import { removeBehindError } from "../../base/files.ts";
import { HttpProblem } from "../http_problem.ts";
import { pieces } from "./pieces.ts";
import type { WebContext } from "../visit.ts";

export interface UploadChecks {
  /** Asks for room for so many bytes, and tells of those that came (upload_room.ts). */
  readonly begin: (bytes: number) => (came: number) => void;
  /** Called when all of it has come; throws where who sent it may not any more. */
  readonly lookAgain: () => void;
}

/**
 * Writes the body of a request to the file `path`, piece by piece; returns its length in bytes. What the request
 * says of its length refuses it early (`bad_request` where it says nothing: every browser says it, and a body in large
 * chunks costs Deno quadratic time); what comes is counted: throws the problem `too_large` above `most` bytes, and then,
 * as when the sender goes away or `lookAgain` throws, there is no file.
 */
export async function saveUpload(
  c: WebContext,
  path: string,
  most: number,
  { begin, lookAgain }: UploadChecks,
): Promise<number> {
  const megabytes = Math.floor(most / 1024 / 1024);
  const refuse = () => new HttpProblem("too_large", { limit: megabytes }, "failure.too_large");
  const announced = c.req.header("content-length") ?? "";
  if (!/^\d{1,15}$/.test(announced)) throw new HttpProblem("bad_request", {}, "file.no_length");
  if (Number(announced) > most) throw refuse();
  const came = begin(Number(announced));
  let length = 0;
  let whole = false;
  const file = await Deno.open(path, { write: true, create: true, truncate: true, mode: 0o600 });
  try {
    for await (const piece of pieces(c.req.raw.body)) {
      length += piece.length;
      if (length > most) throw refuse();
      came(piece.length);
      for (let rest = piece; rest.length > 0;) rest = rest.subarray(await file.write(rest));
    }
    lookAgain();
    whole = true;
    return length;
  } finally {
    file.close();
    if (!whole) removeBehindError(path);
  }
}
