import { getLogger } from "@logtape/logtape";
import type { StaffVisit } from "../visit.ts";

const log = getLogger(["belltower", "web"]);

/**
 * A file that leaves the house goes on only as long as whoever asked for it might ask for it again: an export runs for
 * minutes, and a browser takes a backup as slowly as it likes. It is broken off, so that nobody takes it for all of it.
 */
export function whileAllowed(response: Response, { person, again }: StaffVisit): Response {
  // The body last: to look at it makes a stream of a page.
  if (!response.headers.has("content-disposition") || response.body === null) return response;
  const looking = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, out) {
      try {
        again();
      } catch (error) {
        log.warn("A file for {login} was broken off: {error}", {
          login: person.login,
          error,
        });
        throw error;
      }
      out.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(looking), response);
}
