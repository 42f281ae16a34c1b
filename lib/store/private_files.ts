import { getLogger } from "@logtape/logtape";
import { libc } from "../base/posix/libc.ts";

const log = getLogger(["belltower", "store"]);

/** The rights of everybody but the owner. */
const OTHERS = 0o077;

/**
 * What this process makes from now on is its user's alone, SQLite's own files among it, whatever the folder around it
 * allows. Through the C library: Deno asks for all of --allow-sys before it changes the mask.
 */
export function makeFilesPrivately(): void {
  if (Deno.build.os !== "windows") libc().umask(OTHERS);
}

/** Copies a file; the copy is this user's alone, whoever may read the other one. */
export function copyPrivately(from: string, to: string): void {
  Deno.copyFileSync(from, to);
  makePrivate(to);
}

/**
 * Takes everybody else's rights from `path`, and from what is in it where it is a folder. Links are not followed. By
 * the path and not by opening it: closing one of the database's files lets go of this process's locks on it. What
 * belongs to another user stays as it is, and is told to the log.
 */
export function makePrivate(path: string): void {
  if (Deno.build.os === "windows") return;
  try {
    const { mode, isDirectory, isSymlink } = Deno.lstatSync(path);
    if (isSymlink) return;
    if (mode !== null && (mode & OTHERS) !== 0) Deno.chmodSync(path, mode & 0o700);
    if (!isDirectory) return;
    for (const { name } of Deno.readDirSync(path)) makePrivate(`${path}/${name}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    log.warn("Others may be able to read {path}: {error}", { path, error });
  }
}
