import { putFileInPlace, syncFolder } from "../../base/durable.ts";
import { isThere, makeFolderIn, removeIfThere } from "../../base/files.ts";
import { giveToOwnerOf, readIfThere, writePart, writePrivate } from "../../base/private_file.ts";

/**
 * What belongs to this machine and must be in no backup, beside the keys of its certificates: who copies the folder
 * `tls` to a new machine takes all of it along.
 */
function folderOf(data: string): string {
  return `${data}/tls`;
}

/** The text of a secret; null where there is none. */
export function readSecret(data: string, name: string): string | null {
  return readIfThere(`${folderOf(data)}/${name}`);
}

/** Keeps a secret where only the server's user reads it, also after a power cut; one of that name is replaced. */
export function writeSecret(data: string, name: string, text: string): void {
  writePrivate(`${madeFolder(data)}/${name}`, text);
}

/** As `writeSecret`, but whoever else made it first is right: returns the text that is there afterwards. */
export function makeSecret(data: string, name: string, text: string): string {
  const file = `${madeFolder(data)}/${name}`;
  const part = writePart(file, text);
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

function madeFolder(data: string): string {
  const folder = folderOf(data);
  makeFolderIn(folder);
  giveToOwnerOf(data, folder);
  return folder;
}
