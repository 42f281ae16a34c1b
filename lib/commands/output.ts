import { putFileInPlace } from "../base/durable.ts";
import type { CommandIo } from "./command.ts";

/** Where a command's rows go. Left without `finish`, a file is not there at all. */
export interface Output extends Disposable {
  write(bytes: Uint8Array): void;
  finish(): void;
}

/** Opens the file `path`, or standard output where it is undefined. */
export function openOutput(path: string | undefined, io: CommandIo): Output {
  if (path !== undefined) return fileOutput(path);
  return {
    write: (bytes) => io.bytes(bytes),
    finish: () => undefined,
    [Symbol.dispose]: () => undefined,
  };
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
  let finished = false;
  return {
    write(bytes) {
      for (let rest = bytes; rest.length > 0;) rest = rest.subarray(file.writeSync(rest));
    },
    finish() {
      finished = true;
    },
    [Symbol.dispose]() {
      file.close();
      if (finished) putFileInPlace(unfinished, path);
      else Deno.removeSync(unfinished);
    },
  };
}
