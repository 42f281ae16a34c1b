import { makeFolderIn, removeIfThere } from "../../base/files.ts";
import { makeFilesPrivately } from "../private_files.ts";
import { lockWork } from "../work_lock.ts";

/** Older folders were left behind by a program that was killed. */
const LEFT_BEHIND_MS = 86_400_000;

/** A new folder inside the data folder for files that are not needed afterwards; gone at the end of the block. */
export function workFolder(data: string, now: number): Disposable & { readonly path: string } {
  makeFilesPrivately();
  const work = lockWork(data);
  const place = `${data}/backup-work`;
  makeFolderIn(place);
  for (const { name } of Deno.readDirSync(place)) {
    const { mtime } = Deno.statSync(`${place}/${name}`);
    if (now - (mtime?.getTime() ?? 0) > LEFT_BEHIND_MS) removeIfThere(`${place}/${name}`);
  }
  const path = Deno.makeTempDirSync({ dir: place });
  return {
    path,
    [Symbol.dispose]() {
      removeIfThere(path);
      work.release();
    },
  };
}
