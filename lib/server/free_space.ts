import { getLogger } from "@logtape/logtape";
import { type LogSize, logSize, type SpaceLevel, spaceLevel } from "../domain/disk_space.ts";
import { freeBytes, megabytes } from "../store/data_folder.ts";
import type { SpaceSource } from "../web/deps.ts";

const log = getLogger(["belltower", "server"]);

const EVERY_MS = 5000;

export interface FreeSpaceOptions {
  /** The data folder. */
  readonly directory: string;
  /** The size of the database, in bytes. */
  readonly database: () => number;
  /** The size of its log, in bytes. */
  readonly log: () => number;
  /** Something else is to be told than before. */
  readonly changed: () => void;
  /** Bytes that may still be written into a folder. */
  readonly freeOf?: (directory: string) => number;
}

/** Watches the room on the disk of the data folder, and what uses it up, so that somebody hears of it before there is none. */
export class FreeSpace implements SpaceSource {
  readonly #options: FreeSpaceOptions;
  level: SpaceLevel = "enough";
  freeBytes: number;
  log: LogSize;

  constructor(options: FreeSpaceOptions) {
    this.#options = options;
    this.freeBytes = this.#measure();
    // An update may have left it long, once.
    this.log = { bytes: options.log(), grows: false };
  }

  /** Looks; returns in how many ms it is to be done again. */
  round(): number {
    this.look();
    return EVERY_MS;
  }

  look(): void {
    this.#lookAtLog();
    this.freeBytes = this.#measure();
    const before = this.level;
    this.level = spaceLevel(this.freeBytes, this.#options.database(), before);
    if (this.level === before) return;
    const about = { free: megabytes(this.freeBytes), directory: this.#options.directory };
    if (this.level === "enough") log.info("The disk of {directory} has room again: {free}", about);
    else if (this.level === "low") log.warn("The disk of {directory} has {free} left", about);
    else log.error("The disk of {directory} is almost full: {free} are left", about);
    this.#options.changed();
  }

  #lookAtLog(): void {
    const { log: size, directory, changed } = this.#options;
    const before = this.log;
    this.log = logSize(size(), before);
    if (this.log.grows === before.grows) return;
    const about = { log: megabytes(this.log.bytes), directory };
    if (this.log.grows) {
      log.warn(
        "The database's log in {directory} has {log} and grows: another program has been reading the database for long. Close what has belltower.sqlite open",
        about,
      );
    } else log.info("The database's log in {directory} is cut again: nobody reads for long", about);
    changed();
  }

  #measure(): number {
    const { directory, freeOf = freeBytes } = this.#options;
    return freeOf(directory);
  }
}
