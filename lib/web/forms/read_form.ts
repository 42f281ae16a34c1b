import { getLogger } from "@logtape/logtape";
import { HttpProblem } from "../http_problem.ts";
import { pieces } from "../uploads/pieces.ts";
import type { WebContext } from "../visit.ts";
import type { Form } from "./form.ts";

const log = getLogger(["belltower", "web"]);

/**
 * A note of 20,000 characters (check_note.ts), each of which the browser may write in 12 bytes, and the
 * rest of its form.
 */
export const MOST_BYTES = 256 * 1024;
/** What a stranger may be asked for (a sign-in, the setup) is short, and thousands of them can send at once. */
export const MOST_OF_STRANGERS = 32 * 1024;

/**
 * Takes in the body of a request, of at most `most` bytes, which may come for minutes; then `readForm` has it. `came` is
 * told of every piece. Throws an `HttpProblem` where it is too large, too slow or no form, and what `came` throws.
 */
export async function receiveForm(
  c: WebContext,
  most: number,
  came: (bytes: number) => void,
): Promise<void> {
  const type = c.req.header("content-type") ?? "";
  const body = await readBody(c.req.raw, most, came).catch(brokenOff);
  const data = await parse(body, type);
  c.set("form", {
    text: (name) => asText(data.get(name)),
    has: (name) => data.has(name),
    texts: (name) => data.getAll(name).map(asText),
    get fields() {
      return [...data].flatMap(([name, value]) =>
        typeof value === "string" ? [[name, value] as const] : []
      );
    },
  });
}

/**
 * The form that a request came with. It is all there before its handler is called, so that nothing the handler has read
 * of the database is old when it acts.
 */
export function readForm(c: WebContext): Form {
  return c.get("form");
}

/** The same where it is not known whether the request came so far; null where it did not, or brings a file. */
export function receivedForm(c: WebContext): Form | null {
  return c.get("form") ?? null;
}

async function parse(
  body: Uint8Array<ArrayBuffer>,
  type: string,
): Promise<FormData | URLSearchParams> {
  // navigator.sendBeacon says what it sends behind a semicolon; an empty form has no type.
  if (type.startsWith("application/x-www-form-urlencoded") || body.length === 0) {
    return new URLSearchParams(new TextDecoder().decode(body));
  }
  if (!type.startsWith("multipart/form-data")) throw new HttpProblem("bad_request");
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new HttpProblem("bad_request");
  }
}

/** Whoever goes away in the middle of a form is no fault of the program's: anybody can do it as often as they like. */
function brokenOff(error: unknown): never {
  if (error instanceof HttpProblem) throw error;
  log.info("A form was broken off: {error}", { error });
  throw new HttpProblem("bad_request");
}

/** The length that the request says is not believed: what comes is counted. */
async function readBody(
  request: Request,
  most: number,
  came: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces(request.body)) {
    length += piece.length;
    if (length > most) {
      throw new HttpProblem("too_large", { kilobytes: most / 1024 });
    }
    came(piece.length);
    parts.push(piece);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const piece of parts) {
    body.set(piece, at);
    at += piece.length;
  }
  return body;
}

/** A file is no text: where one is sent in place of one, nothing was said. */
function asText(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
