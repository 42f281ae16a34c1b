import { folderOf, putFileInPlace } from "./durable.ts";

/** The text of a file; null where there is none. */
export function readIfThere(path: string): string | null {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/**
 * Writes a file that nobody but its user may read; the old one of that name is there or the new one, each whole, and
 * after this the new one. Its folder is there.
 */
export function writePrivate(path: string, text: string): void {
  putFileInPlace(writePart(path, text), path);
}

/** The same under a passing name of its own, which is returned: two programs may be making the file at the same time. */
export function writePart(path: string, text: string): string {
  const [folder, name] = [folderOf(path), path.split(/[\\/]/).at(-1)];
  const part = Deno.makeTempFileSync({ dir: folder, prefix: `${name}.`, suffix: ".part" });
  {
    using file = Deno.openSync(part, { write: true, mode: 0o600 });
    const bytes = new TextEncoder().encode(text);
    for (let rest = bytes; rest.length > 0;) rest = rest.subarray(file.writeSync(rest));
    file.syncSync();
  }
  giveToOwnerOf(folder, part);
  return part;
}

/** Gives `path` to the user of `folder`: a command that root gave must leave the server no file that it cannot read. */
export function giveToOwnerOf(folder: string, path: string): void {
  if (Deno.build.os === "windows" || Deno.uid() !== 0) return;
  const { uid, gid } = Deno.statSync(folder);
  if (uid !== null && uid !== 0) Deno.chownSync(path, uid, gid);
}
