import { guarded } from "./guarded.ts";

/** Takes a file, or a folder with all that is in it, away. What is not there is no error. */
export function removeIfThere(path: string): void {
  try {
    Deno.removeSync(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** The same behind an error, which says more than one about a file that cannot be removed: that goes to the log. */
export function removeBehindError(path: string): void {
  guarded(`the removal of ${path}`, () => removeIfThere(path), undefined);
}

/**
 * Makes a folder for the program's user alone where it is missing, inside one that is there: a data folder that was moved
 * away is not made anew by somebody who only wants a place in it. Throws Deno.errors.NotFound where that one is not there.
 */
export function makeFolderIn(path: string): void {
  try {
    Deno.mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
}

/** Whether anything has that name. */
export function isThere(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** The size of a file in bytes; 0 where there is none. */
export function fileBytes(path: string): number {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}
