import { putFileInPlace, syncFolder } from "../../base/durable.ts";
import { isThere, removeIfThere } from "../../base/files.ts";

/**
 * What belongs to this machine and must be in no backup, beside the keys of its certificates: who copies the folder
 * `tls` to a new machine takes all of it along.
 */
function folderOf(data: string): string {
  return `${data}/tls`;
}

/** The text of a secret; null where there is none. */
export function readSecret(data: string, name: string): string | null {
  try {
    return Deno.readTextFileSync(`${folderOf(data)}/${name}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Keeps a secret where only the server's user reads it, also after a power cut; one of that name is replaced. */
export function writeSecret(data: string, name: string, text: string): void {
  putFileInPlace(writePart(data, name, text), `${folderOf(data)}/${name}`);
}

/** As `writeSecret`, but whoever else made it first is right: returns the text that is there afterwards. */
export function makeSecret(data: string, name: string, text: string): string {
  const file = `${folderOf(data)}/${name}`;
  const part = writePart(data, name, text);
  try {
    // A second name is given only where there is none: two programs that start together agree on one key.
    Deno.linkSync(part, file);
    syncFolder(folderOf(data));
  } catch (error) {
    // A file system without second names: nobody else is there who could.
    if (!isThere(file)) putFileInPlace(part, file);
    else if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  } finally {
    removeIfThere(part);
  }
  return Deno.readTextFileSync(file);
}

export function removeSecret(data: string, name: string): void {
  removeIfThere(`${folderOf(data)}/${name}`);
  if (isThere(folderOf(data))) syncFolder(folderOf(data));
}

function writePart(data: string, name: string, text: string): string {
  const folder = folderOf(data);
  Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveToOwner(data, folder);
  // The name of no other: a second program may be making the same.
  const part = Deno.makeTempFileSync({ dir: folder, prefix: `${name}.`, suffix: ".part" });
  const bytes = new TextEncoder().encode(text);
  {
    using file = Deno.openSync(part, { write: true, mode: 0o600 });
    for (let rest = bytes; rest.length > 0;) rest = rest.subarray(file.writeSync(rest));
    file.syncSync();
  }
  giveToOwner(data, part);
  return part;
}

/** A command that root gave must not leave the server files that it cannot read. */
function giveToOwner(data: string, path: string): void {
  if (Deno.build.os === "windows" || Deno.uid() !== 0) return;
  const { uid, gid } = Deno.statSync(data);
  if (uid !== null && uid !== 0) Deno.chownSync(path, uid, gid);
}
