import { preload } from "./preload.ts";

/** What a disk does to whoever writes to it: see disk_faults.c. */
export type DiskFault =
  | "none"
  | "full"
  | "read_only"
  | "write_error"
  | "sync_error"
  | "read_error"
  | "bit_error";

const LETTERS: Readonly<Record<DiskFault, string>> = {
  none: "o",
  full: "f",
  read_only: "r",
  write_error: "w",
  sync_error: "s",
  read_error: "i",
  bit_error: "b",
};

/** The disk below a folder, as a server started with `env` finds it; needs gcc. */
export class SpoiltDisk {
  private constructor(
    readonly env: Readonly<Record<string, string>>,
    private readonly control: string,
  ) {}

  /** `folder` is the one to be spoilt, `workFolder` one beside it. */
  static async below(folder: string, workFolder: string): Promise<SpoiltDisk> {
    const control = `${workFolder}/disk_fault`;
    await Deno.writeTextFile(control, LETTERS.none);
    const library = await preload("disk_faults.c", workFolder);
    const env = { LD_PRELOAD: library, DISK_FAULT: control, DISK_FOLDER: folder };
    return new SpoiltDisk(env, control);
  }

  /** From now on, for every operation. */
  set(fault: DiskFault): void {
    // The program has the file mapped: it is changed in place and never cut.
    using file = Deno.openSync(this.control, { write: true });
    file.writeSync(new TextEncoder().encode(LETTERS[fault]));
  }
}
