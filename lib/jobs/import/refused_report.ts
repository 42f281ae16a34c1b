import { putFileInPlace } from "../../base/durable.ts";
import type { RowProblem } from "../../domain/customer_import.ts";

const CHUNK = 64 * 1024;

/** Every problem of a file's rows, a JSON object a line; whole when it is finished, and then in place of the last one. */
export class ReportWriter implements Disposable {
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

  add(problem: RowProblem): void {
    this.#text += `${JSON.stringify(problem)}\n`;
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
