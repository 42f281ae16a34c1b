import type { WebContext } from "../visit.ts";

/** The longest address of the program is a filtered call log or an upload with its name, a fifth of this. */
const LONGEST_URL = 16 * 1024;
/** Names and values of the headers; browsers send a kilobyte or two, and proxies add some. */
const LONGEST_HEADERS = 32 * 1024;

/** Whether nobody would send an address as long as that, or so much beside it. */
export function isTooLong(c: WebContext): boolean {
  if (c.req.url.length > LONGEST_URL) return true;
  let length = 0;
  for (const [name, value] of c.req.raw.headers) length += name.length + value.length;
  return length > LONGEST_HEADERS;
}
