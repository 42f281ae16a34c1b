import { putFileInPlace } from "../../base/durable.ts";
import { isThere, removeIfThere } from "../../base/files.ts";

/** Where a checked backup waits, in the file system of the database: putting it in place is a renaming. */
export function candidateFile(data: string): string {
  return `${data}/restore/candidate.sqlite`;
}

/** Where the one waits that somebody confirmed: a check that begins meanwhile makes another candidate. */
export function confirmedFile(data: string): string {
  return `${data}/restore/confirmed.sqlite`;
}

/** From now on what waits as `candidateFile` is the one that is put in place, whatever is checked after it. */
export function confirmCandidate(data: string): void {
  // Where it is not there, it was confirmed before.
  if (isThere(candidateFile(data))) putFileInPlace(candidateFile(data), confirmedFile(data));
}

/** Takes away what waits there: nobody wants it any more. */
export function dropCandidate(data: string): void {
  removeDatabase(candidateFile(data));
}

/** Removes a database that is not in place, with what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) removeIfThere(`${file}${suffix}`);
}
