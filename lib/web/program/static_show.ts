import { HttpProblem } from "../http_problem.ts";
import type { OpenHandler } from "../visit.ts";

/** A file of `static/`. */
export const staticShow: OpenHandler = (c, visit) => {
  const response = visit.web.files.respond(c.req.raw);
  if (response.status === 404) throw new HttpProblem("not_found");
  return response;
};
