import type { DatabaseSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";
import { StoreError } from "./errors.ts";
import {
  INSTALLATION_KEY,
  markerFile,
  officeIn,
  type RememberedOffice,
  rememberedOffice,
  rememberOffice,
} from "./office_marker.ts";

const log = getLogger(["belltower", "store"]);

/**
 * What the data folder must hold so that it may be opened: the office that was there before. Without this, a disk
 * that is not mounted looks like an office on its first day, and calls are acknowledged into the wrong place.
 */
export class ExpectedOffice {
  readonly #before: RememberedOffice | null;

  /** `isNew`: somebody said that whatever is in the folder is the office from now on. */
  constructor(private readonly directory: string, private readonly isNew: boolean) {
    this.#before = rememberedOffice(directory);
  }

  /** Before anything is made in the folder. Throws a `StoreError` where an office was and nothing is left. */
  refuseEmpty(database: string): void {
    if (this.#before === null || hasContent(database)) return;
    if (!this.isNew) {
      throw new StoreError(
        `${database} is not there, but ${this.#remembers()}: is its disk mounted, was it moved or deleted? ${this.#way()}`,
      );
    }
    log.warn("A new office begins in {directory}, where {before} was", {
      directory: this.directory,
      before: called(this.#before),
    });
  }

  /** Before the database is changed in any way. Throws a `StoreError` where it is another office's. */
  refuseOther(db: DatabaseSync): void {
    const found = officeIn(db);
    const before = this.#before?.id ?? null;
    if (before === null || found.id === null || found.id === before) return;
    const { directory } = this;
    if (!this.isNew) {
      throw new StoreError(
        `${directory} holds another office, ${
          called(found)
        }, but ${this.#remembers()}: is the right disk mounted? ${this.#way()}`,
      );
    }
    log.warn("{directory} holds {found} from now on, where {before} was", {
      directory,
      found: called(found),
      before: called(this.#before!),
    });
  }

  /**
   * Once the database `db` has the latest schema. `old` is the office as it was before that: where it had no ID yet,
   * it is the one that was here.
   */
  adopt(db: DatabaseSync, old: RememberedOffice, isMade: boolean): void {
    const before = this.#before?.id ?? null;
    if (isMade || old.id !== null || before === null) return;
    db.prepare("UPDATE settings SET value = ? WHERE key = ?").run(before, INSTALLATION_KEY);
  }

  /** From now on the office in `db` is the one that is expected. */
  remember(db: DatabaseSync): void {
    rememberOffice(this.directory, officeIn(db));
  }

  #remembers(): string {
    return `${markerFile(this.directory)} remembers that ${called(this.#before!)} was there`;
  }

  #way(): string {
    return "Where a new office is meant, start the server once with --new-office, or delete that marker";
  }
}

function called({ id, name }: RememberedOffice): string {
  const words = [name === "" ? "" : `"${name}"`, id === null ? "" : `(${id.slice(0, 8)})`];
  return ["the office", ...words].filter((word) => word !== "").join(" ");
}

/** An empty file is what a database is before its first page. */
function hasContent(file: string): boolean {
  try {
    const { isFile, size } = Deno.statSync(file);
    return isFile && size > 0;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return false;
    }
    throw new StoreError(`${file} cannot be looked at: ${error}`, { cause: error });
  }
}
