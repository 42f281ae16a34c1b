import { basename, dirname, join, resolve } from "node:path";
import { isThere } from "../base/files.ts";
import { nearest } from "../domain/nearest.ts";
import { rememberedOffice } from "../store/office_marker.ts";
import { isFile } from "../store/open_office.ts";
import type { CommandIo } from "./command.ts";

/** Shorter names are near to each other anyway. */
const FEWEST_LETTERS = 6;

/**
 * For a command that may be the first one of an office. Where there is none in the folder `data`, standard error says
 * that one begins.
 */
export function sayNewOffice(data: string, io: CommandIo): void {
  // Where one was and is gone, whoever opens it says so.
  if (isOffice(data) || rememberedOffice(data) !== null) return;
  io.err(`there was no office in ${data}: a new one begins there`);
}

/** Throws an Error where the folder `data` is not there and an office lies beside it under almost that name. */
export function refuseMisspelt(data: string): void {
  const meant = isThere(data) ? null : officeBeside(data);
  if (meant !== null) {
    throw new Error(
      `there is no folder ${data}; did you mean ${meant}? Where a new office is meant, make the folder first`,
    );
  }
}

function isOffice(directory: string): boolean {
  return isFile(`${directory}/belltower.sqlite`);
}

function officeBeside(data: string): string | null {
  const path = resolve(data);
  const folder = dirname(path);
  const offices = foldersIn(folder).filter((name) =>
    isThere(join(folder, name, "belltower.sqlite"))
  );
  // `office2` beside `office1`, `b` beside `a` are no mistakes.
  const letters = (name: string) => name.replace(/\d/g, "");
  const wanted = letters(basename(path));
  if (wanted.length < FEWEST_LETTERS) return null;
  const name = nearest(wanted, offices.map(letters).filter((one) => one !== wanted));
  const found = offices.find((one) => letters(one) === name);
  return found === undefined ? null : join(folder, found);
}

/** None where this user may not look: then nothing can be known to be meant. */
function foldersIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].filter((one) => one.isDirectory).map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    if (error instanceof Deno.errors.PermissionDenied) return [];
    throw error;
  }
}
