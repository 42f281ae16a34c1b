import type { TextKey } from "../text/translator.ts";

/** What stands in a page about an error. Both texts are in lib/text: `error.<name>_title` and `error.<name>`. */
export type ProblemName =
  | "not_found"
  | "forbidden"
  | "origin"
  | "https_only"
  | "bad_request"
  | "too_large"
  | "too_long"
  | "too_slow"
  | "quota"
  | "written"
  | "no_room"
  | "busy"
  | "held"
  | "full"
  | "disk"
  | "failed";

const STATUS: Readonly<Record<ProblemName, number>> = {
  not_found: 404,
  forbidden: 403,
  origin: 403,
  https_only: 403,
  bad_request: 400,
  too_large: 413,
  too_long: 414,
  too_slow: 408,
  quota: 429,
  written: 429,
  no_room: 507,
  busy: 503,
  held: 503,
  full: 503,
  disk: 503,
  failed: 500,
};

/** Thrown by whoever cannot go on with a request; `frame/problem_page.ts` makes the answer of it. */
export class HttpProblem extends Error {
  override readonly name = "HttpProblem";
  readonly status: number;

  /** `text` takes the place of the usual sentence. */
  constructor(
    readonly problem: ProblemName,
    readonly args: Readonly<Record<string, string | number>> = {},
    readonly text: TextKey = `error.${problem}`,
  ) {
    super(`${problem} ${JSON.stringify(args)}`);
    this.status = STATUS[problem];
  }
}
