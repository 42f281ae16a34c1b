import type { Problems } from "../../desk/problem.ts";
import { HttpProblem } from "../http_problem.ts";

/** What a use case refused that has no fields: the page about an error says why. */
export function refusal(problems: Problems): HttpProblem {
  const [problem] = Object.values(problems);
  return problem === undefined
    ? new HttpProblem("bad_request")
    : new HttpProblem("bad_request", problem.args, problem.code);
}
