import { getLogger } from "@logtape/logtape";
import { libc } from "../base/posix/libc.ts";

const log = getLogger(["belltower", "server"]);

/** `getrlimit(2)`: how many descriptors a process may have open. */
const RLIMIT_NOFILE = { linux: 7, darwin: 8 } as const;

/** What processes are given where nobody says anything else. */
const USUAL = 1024;

/**
 * How many descriptors (files, sockets) this process may have open, after it was raised towards `wanted` as far as
 * the system allows. Infinity on Windows, which sets no limit that we could reach.
 */
export function raisedDescriptorLimit(wanted: number): number {
  const { os } = Deno.build;
  if (os === "windows") return Infinity;
  const resource = os === "darwin" ? RLIMIT_NOFILE.darwin : RLIMIT_NOFILE.linux;
  const both = new BigUint64Array(2);
  if (libc().getrlimit(resource, both) < 0) {
    log.warn("How many files may be open is not known; {usual} is assumed", { usual: USUAL });
    return USUAL;
  }
  const [before = 0n, hard = 0n] = both;
  const raised = least(BigInt(wanted), hard);
  if (before >= raised) return Number(before);
  both[0] = raised;
  return Number(libc().setrlimit(resource, both) < 0 ? before : raised);
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
