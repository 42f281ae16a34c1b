import { putFileInPlace } from "../../../base/durable.ts";
import type {
  CustomerDoubt,
  PreviewRow,
  RowFate,
  RowProblem,
} from "../../../domain/customer_import.ts";
import { linesOf } from "../staging/lines_of.ts";
import type { RowPlan } from "../plan/plan_row.ts";

/** What a row of a file led to, or would. */
export interface RowResult {
  readonly row: number;
  readonly fate: RowFate;
  readonly problems: readonly RowProblem[];
  readonly doubts: readonly CustomerDoubt[];
  /** Whose a duplicate or a change is. */
  readonly twin: PreviewRow["twin"];
}

export function rowResult(row: number, plan: RowPlan): RowResult {
  return {
    row,
    fate: plan.fate,
    problems: plan.fate === "refused" ? plan.problems : [],
    doubts: plan.fate === "new" || plan.fate === "update" ? plan.doubts : [],
    twin: plan.fate === "duplicate"
      ? plan.twin
      : plan.fate === "update"
      ? { customer: plan.customer }
      : null,
  };
}

const CHUNK = 64 * 1024;

/**
 * What every row of a file led to, in their order, a JSON array a line; whole when it is finished, and then in place of
 * the last one.
 */
export class RowResultsWriter implements Disposable {
  readonly #file: Deno.FsFile;
  readonly #encoder = new TextEncoder();
  readonly #unfinished: string;
  #text = "";
  #finished = false;

  constructor(private readonly path: string) {
    this.#unfinished = `${path}.part`;
    this.#file = Deno.openSync(this.#unfinished, {
      write: true,
      create: true,
      truncate: true,
      mode: 0o600,
    });
  }

  add({ row, fate, problems, doubts, twin }: RowResult): void {
    const isPlain = problems.length === 0 && doubts.length === 0 && twin === null;
    this.#text += isPlain
      ? `[${row},"${fate}"]\n`
      : `${JSON.stringify([row, fate, { problems, doubts, twin }])}\n`;
    if (this.#text.length >= CHUNK) this.#flush();
  }

  finish(): void {
    this.#flush();
    this.#finished = true;
  }

  [Symbol.dispose](): void {
    this.#file.close();
    if (this.#finished) putFileInPlace(this.#unfinished, this.path);
    else Deno.removeSync(this.#unfinished);
  }

  #flush(): void {
    for (let rest = this.#encoder.encode(this.#text); rest.length > 0;) {
      rest = rest.subarray(this.#file.writeSync(rest));
    }
    this.#text = "";
  }
}

/** The results that a `RowResultsWriter` wrote. */
export function* rowResults(path: string): Generator<RowResult> {
  for (const line of linesOf(path)) {
    const [row, fate, more = PLAIN] = JSON.parse(line) as [
      number,
      RowFate,
      (Pick<RowResult, "problems" | "doubts" | "twin">)?,
    ];
    yield { row, fate, ...more };
  }
}

const PLAIN = { problems: [], doubts: [], twin: null } as const;
