import type { CommandIo } from "./command.ts";

/** Where a command's rows go. Left without `finish`, a file is not there at all. */
export interface Output extends Disposable {
  write(text: string): void;
  finish(): void;
}

/** How much is gathered before it is written, in UTF-16 code units. */
const CHUNK = 64 * 1024;

/** Opens the file `path`, or standard output where it is undefined. */
export function openOutput(path: string | undefined, io: CommandIo): Output {
  return path === undefined ? new Gathered((text) => io.out(text), noEnd) : fileOutput(path);
}

/** Written beside and renamed at the end: a reader never sees half of it. */
function fileOutput(path: string): Output {
  const unfinished = `${path}.part`;
  const file = Deno.openSync(unfinished, {
    write: true,
    create: true,
    truncate: true,
    mode: 0o600,
  });
  const encoder = new TextEncoder();
  const write = (text: string) => {
    for (let rest = encoder.encode(text); rest.length > 0;) {
      rest = rest.subarray(file.writeSync(rest));
    }
  };
  return new Gathered(write, (finished) => {
    if (finished) file.syncSync();
    file.close();
    if (finished) Deno.renameSync(unfinished, path);
    else Deno.removeSync(unfinished);
  });
}

const noEnd = () => {};

class Gathered implements Output {
  #text = "";
  #finished = false;

  constructor(
    private readonly pass: (text: string) => void,
    private readonly end: (finished: boolean) => void,
  ) {}

  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= CHUNK) this.#flush();
  }

  finish(): void {
    this.#flush();
    this.#finished = true;
    this.end(true);
  }

  [Symbol.dispose](): void {
    if (!this.#finished) this.end(false);
  }

  #flush(): void {
    if (this.#text !== "") this.pass(this.#text);
    this.#text = "";
  }
}
