import type { Problems } from "../../desk/problem.ts";
import { HttpProblem, type ProblemName } from "../http_problem.ts";

/** What a use case refused that has no fields: the page about an error says why. */
export function refusal(
  problems: Problems,
  name: ProblemName = "bad_request",
): HttpProblem {
  const [problem] = Object.values(problems);
  return problem === undefined
    ? new HttpProblem(name)
    : new HttpProblem(name, problem.args, problem.code);
}
