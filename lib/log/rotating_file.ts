/** When a log file is put aside, and when what was put aside goes. */
export interface RotationLimits {
  /** Of one file. */
  readonly bytes: number;
  /** Of one file, from its first line to its last, in ms. */
  readonly age: number;
  /** Of all files put aside together. */
  readonly total: number;
  /** How long they stay, in ms. */
  readonly keep: () => number;
}

const DAY_MS = 86_400_000;

/** 60 MB at the most, and a month: however many days are to stay, a log that runs wild fills no disk. */
export const LOG_LIMITS: RotationLimits = {
  bytes: 10_000_000,
  age: DAY_MS,
  total: 50_000_000,
  keep: () => 30 * DAY_MS,
};

const ASIDE = /^belltower-\d{8}-\d{9}\.log$/;

/** `belltower.log` in a folder of its own, and what was put aside of it: `belltower-20261122-093011204.log`. */
export class RotatingFile {
  #file: Deno.FsFile;
  #size: number;
  #since: number;

  /** Makes the folder. Throws what the system says where the file cannot be written. `now` in ms since the epoch. */
  constructor(
    private readonly folder: string,
    private readonly now: () => number = Date.now,
    private readonly limits: RotationLimits = LOG_LIMITS,
  ) {
    Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = this.#open();
    const { size, birthtime } = this.#file.statSync();
    this.#size = size;
    this.#since = size === 0 ? now() : birthtime?.getTime() ?? now();
  }

  /** Appends `line`, which has its line end. Throws what the system says. */
  write(line: Uint8Array<ArrayBuffer>): void {
    const full = this.#size + line.length > this.limits.bytes;
    const old = this.now() - this.#since > this.limits.age;
    if (this.#size > 0 && (full || old)) this.#rotate();
    for (let rest = line; rest.length > 0;) rest = rest.subarray(this.#file.writeSync(rest));
    this.#size += line.length;
  }

  close(): void {
    this.#file.close();
  }

  #open(): Deno.FsFile {
    const path = `${this.folder}/belltower.log`;
    return Deno.openSync(path, { append: true, create: true, mode: 0o600 });
  }

  #rotate(): void {
    const now = this.now();
    const time = new Date(now).toISOString().replace(/[-:.Z]/g, "").replace("T", "-");
    this.#file.close();
    Deno.renameSync(`${this.folder}/belltower.log`, `${this.folder}/belltower-${time}.log`);
    this.#file = this.#open();
    this.#size = 0;
    this.#since = now;
    this.#prune(now);
  }

  /** The names have the time, so their order is that of age. */
  #prune(now: number): void {
    const aside = [...Deno.readDirSync(this.folder)].map(({ name }) => name)
      .filter((name) => ASIDE.test(name)).sort().reverse();
    const keep = this.limits.keep();
    let total = 0;
    for (const name of aside) {
      const path = `${this.folder}/${name}`;
      const { mtime, size } = Deno.statSync(path);
      total += size;
      if (total > this.limits.total || now - (mtime?.getTime() ?? now) > keep) {
        Deno.removeSync(path);
      }
    }
  }
}
