import type { Mutant } from "./mutant.ts";

/**
 * Mistakes that once went through every test unseen: each run tries all of them. A pattern that is not found once, and
 * once only, fails the run: then the code has changed, and the mistake has to be described anew.
 */
interface Named {
  readonly name: string;
  readonly file: string;
  /** The test that is to notice it. */
  readonly seenBy: string;
  readonly pattern: RegExp;
  readonly text: string;
}

const NAMED: readonly Named[] = [
  {
    name: "a frame is acknowledged although its commit failed",
    file: "lib/switchboard/intake.ts",
    seenBy: "tests/chaos/spoilt_disk_test.ts",
    pattern: /this\.#options\.onRefused\(\);(?=\s+return true;)/,
    text: "this.#options.onStored(report, []);",
  },
  {
    name: "the nightly backup is never started",
    file: "lib/server/keeper_list.ts",
    seenBy: "tests/server/clocks_test.ts",
    pattern: /\bbackupRound\(\{[^)]*\}\)/,
    text: "() => MINUTE_MS",
  },
  {
    name: "old backups are never removed",
    file: "lib/jobs/backup/run_backup.ts",
    seenBy: "tests/jobs/backup_test.ts",
    pattern: /\bpruneBackups\([^;]*;/,
    text: "",
  },
  {
    name: "what comes out of a backup that is read back decides nothing",
    file: "lib/store/backup/make_backup.ts",
    seenBy: "tests/store/backup/read_back_test.ts",
    pattern: /const read = await readContainer[^]*?\n {4}\}\n/,
    text: "",
  },
  {
    name: "a renewed certificate is never shown",
    file: "lib/server/front.ts",
    seenBy: "tests/server/renewed_certificate_test.ts",
    pattern: /door\.renew\(renewed\);/,
    text: "{}",
  },
  {
    name: "old frames are never removed",
    file: "lib/server/keeper_list.ts",
    seenBy: "tests/server/clocks_test.ts",
    pattern: /\(most\) => pruneRawFrames\([^\n]*\)/,
    text: "() => 0",
  },
  {
    name: "old entries of the audit are never removed",
    file: "lib/server/keeper_list.ts",
    seenBy: "tests/server/clocks_test.ts",
    pattern: /\(most\) => pruneAudit\([^\n]*most\)/,
    text: "() => 0",
  },
  {
    name: "forgotten calls go on for ever",
    file: "lib/switchboard/switchboard.ts",
    seenBy: "tests/server/clocks_test.ts",
    pattern: /\bevery\(LAPSE_EVERY_MS[^;]*;/,
    text: "",
  },
  {
    name: "another program may open the serial port",
    file: "lib/switches/serial/posix/serial_device.ts",
    seenBy: "tests/switches/serial/posix/serial_device_test.ts",
    pattern: /c\.ioctl\(fd, c\.platform\.request\.exclusive\)/,
    text: "0",
  },
  {
    name: "references are not watched from the second start on",
    file: "lib/store/connect.ts",
    seenBy: "tests/store/database_test.ts",
    pattern: /PRAGMA foreign_keys = ON/,
    text: "PRAGMA foreign_keys = OFF",
  },
];

/** Throws an Error for a pattern that does not fit the source once. */
export function namedMutants(read: (file: string) => string): Mutant[] {
  return NAMED.map(({ name, file, seenBy, pattern, text }) => {
    const found = [...read(file).matchAll(new RegExp(pattern, "g"))];
    const [first] = found;
    if (first === undefined || found.length > 1) {
      throw new Error(`"${name}": ${pattern} is ${found.length} times in ${file}, expected once`);
    }
    return { file, name, seenBy, from: first.index, to: first.index + first[0].length, text };
  });
}
