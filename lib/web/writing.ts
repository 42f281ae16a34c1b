import { getLogger } from "@logtape/logtape";
import { megabytes } from "../store/data_folder.ts";
import { HttpProblem } from "./http_problem.ts";
import type { Visit } from "./visit.ts";

const log = getLogger(["belltower", "web"]);

/** Throws the problem `written` where this person has made the database grow by as much as one may on a day. */
export function requireWriting({ person, web }: Pick<Visit, "person" | "web">): void {
  if (person === null || web.written.has(person.id, 0)) return;
  const quota = megabytes(web.written.most);
  if (web.written.tell(person.id)) {
    log.warn("{login} has written {quota} and can write no more today", {
      login: person.login,
      quota,
    });
  }
  throw new HttpProblem("written", { quota });
}

/** The same for a file that leaves the house: each is an entry in the audit. */
export async function handingOut(response: Response, visit: Visit): Promise<Response> {
  if (!response.headers.has("content-disposition")) return response;
  try {
    requireWriting(visit);
    return response;
  } catch (error) {
    await response.body?.cancel();
    throw error;
  }
}
