import { getLogger } from "@logtape/logtape";
import { LINUX, MACOS } from "../line/posix/platform.ts";

const log = getLogger(["belltower", "server"]);

/** `getrlimit(2)`: how many descriptors a process may have open. */
const RLIMIT_NOFILE = { linux: 7, darwin: 8 } as const;

/** What processes are given where nobody says anything else. */
const USUAL = 1024;

/** `struct rlimit` of 64-bit systems: the limit that holds, and how far it may be raised. */
const SYMBOLS = {
  getrlimit: { parameters: ["i32", "buffer"], result: "i32" },
  setrlimit: { parameters: ["i32", "buffer"], result: "i32" },
} as const satisfies Deno.ForeignLibraryInterface;

/**
 * How many descriptors (files, sockets) this process may have open, after it was raised towards `wanted` as far as
 * the system allows. Infinity on Windows, which sets no limit that we could reach.
 */
export function raisedDescriptorLimit(wanted: number): number {
  switch (Deno.build.os) {
    case "windows":
      return Infinity;
    case "darwin":
      return raised(MACOS.libraries, RLIMIT_NOFILE.darwin, wanted);
    default:
      return raised(LINUX.libraries, RLIMIT_NOFILE.linux, wanted);
  }
}

function raised(libraries: readonly string[], resource: number, wanted: number): number {
  for (const name of libraries) {
    let library;
    try {
      library = Deno.dlopen(name, SYMBOLS);
    } catch (error) {
      if (error instanceof Deno.errors.NotCapable) throw error;
      log.debug("{name} does not open: {error}", { name, error });
      continue;
    }
    const { symbols: libc } = library;
    const both = new BigUint64Array(2);
    if (libc.getrlimit(resource, both) !== 0) break;
    const before = both[0]!;
    const [, hard] = both;
    both[0] = least(BigInt(wanted), hard!);
    const enough = before >= both[0] || libc.setrlimit(resource, both) !== 0;
    const limit = Number(enough ? before : both[0]);
    library.close();
    return limit;
  }
  log.warn("How many files may be open is not known; {usual} is assumed", { usual: USUAL });
  return USUAL;
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
