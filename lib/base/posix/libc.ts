import { LINUX, MACOS, type Platform } from "./platform.ts";

/** There is no C library here that this program could use. */
export class NoLibc extends Error {
  override readonly name = "NoLibc";
}

/**
 * The few functions of libc that terminals, files, limits and the service's socket need. Each returns what the C function returns, or the
 * negative errno where that is -1, as the kernel itself does: errno belongs to the thread and to the
 * last call, so it is read here, at once, or never.
 */
export interface Libc {
  readonly platform: Platform;
  open(path: string, flags: number): number;
  close(fd: number): number;
  /** At most `into.length` bytes; 0 is the end of the file. */
  read(fd: number, into: Uint8Array<ArrayBuffer>): number;
  write(fd: number, bytes: Uint8Array<ArrayBuffer>): number;
  /** `argument` is passed by its address; none for a request that takes none. */
  ioctl(fd: number, request: bigint, argument?: Uint8Array<ArrayBuffer>): number;
  flock(fd: number, operation: number): number;
  /** Takes the rights in `mask` from whatever this process makes from now on. Cannot fail. */
  umask(mask: number): void;
  /** What a process may use of `resource`, as two numbers: the limit that holds, and how far it may be raised. */
  getrlimit(resource: number, both: BigUint64Array<ArrayBuffer>): number;
  setrlimit(resource: number, both: BigUint64Array<ArrayBuffer>): number;
  socket(domain: number, type: number, protocol: number): number;
  /** Sends one datagram to a socket's address. */
  sendto(
    fd: number,
    bytes: Uint8Array<ArrayBuffer>,
    flags: number,
    address: Uint8Array<ArrayBuffer>,
  ): number;
  tcflush(fd: number, selector: number): number;
  grantpt(fd: number): number;
  unlockpt(fd: number): number;
  /** The path of the slave, or the negative errno. */
  ptsname(fd: number): string | number;
  /** Polls on this thread; `waitMs` must be short. */
  pollNow(entries: Uint8Array<ArrayBuffer>, count: number, waitMs: number): number;
  /** Poll and select on a thread of their own. Their errno stays on that thread: -1 says only that they failed. */
  poll(entries: Uint8Array<ArrayBuffer>, count: number, waitMs: number): Promise<number>;
  select(
    highest: number,
    readable: Uint8Array<ArrayBuffer>,
    timeval: Uint8Array<ArrayBuffer>,
  ): Promise<number>;
}

const SYMBOLS = {
  // Without O_CREAT open takes nothing behind its `...`, so it needs no padded form.
  open: { parameters: ["buffer", "i32"], result: "i32" },
  close: { parameters: ["i32"], result: "i32" },
  read: { parameters: ["i32", "buffer", "usize"], result: "isize" },
  write: { parameters: ["i32", "buffer", "usize"], result: "isize" },
  ioctl: { parameters: ["i32", "u64", "buffer"], result: "i32" },
  /** Six unused registers before the argument push it onto the stack: see `variadicOnStack`. */
  ioctlOnStack: {
    name: "ioctl",
    parameters: ["i32", "u64", "u64", "u64", "u64", "u64", "u64", "u64", "buffer"],
    result: "i32",
  },
  flock: { parameters: ["i32", "i32"], result: "i32" },
  umask: { parameters: ["u32"], result: "void" },
  getrlimit: { parameters: ["i32", "buffer"], result: "i32" },
  setrlimit: { parameters: ["i32", "buffer"], result: "i32" },
  socket: { parameters: ["i32", "i32", "i32"], result: "i32" },
  sendto: { parameters: ["i32", "buffer", "usize", "i32", "buffer", "u32"], result: "isize" },
  tcflush: { parameters: ["i32", "i32"], result: "i32" },
  grantpt: { parameters: ["i32"], result: "i32" },
  unlockpt: { parameters: ["i32"], result: "i32" },
  ptsname_r: { parameters: ["i32", "buffer", "usize"], result: "i32" },
  pollNow: { name: "poll", parameters: ["buffer", "usize", "i32"], result: "i32" },
  poll: { parameters: ["buffer", "usize", "i32"], result: "i32", nonblocking: true },
  select: {
    parameters: ["i32", "buffer", "pointer", "pointer", "buffer"],
    result: "i32",
    nonblocking: true,
  },
} as const satisfies Deno.ForeignLibraryInterface;

const NO_ARGUMENT = new Uint8Array(0);
const PATH_BYTES = 128;

let opened: Libc | null = null;

/**
 * The C library of this system, opened once a thread.
 * @throws NoLibc where the system is neither Linux nor macOS, or its C library is not found.
 */
export function libc(): Libc {
  return opened ??= openLibc(platformOfThisSystem());
}

function platformOfThisSystem(): Platform {
  switch (Deno.build.os) {
    case "linux":
      return LINUX;
    case "darwin":
      return MACOS;
    default:
      throw new NoLibc(`${Deno.build.os} is neither Linux nor macOS`);
  }
}

function openLibc(platform: Platform): Libc {
  const { symbols: c } = openFirst(platform);
  const location = c.errnoLocation();
  if (location === null) throw new NoLibc("the C library names no errno");
  const errno = new Deno.UnsafePointerView(location);
  const settle = (result: number) => result >= 0 ? result : -errno.getInt32();
  const settleSize = (result: bigint) => result >= 0n ? Number(result) : -errno.getInt32();
  return {
    platform,
    open: (path, flags) => settle(c.open(cString(path), flags)),
    close: (fd) => settle(c.close(fd)),
    read: (fd, into) => settleSize(c.read(fd, into, BigInt(into.length))),
    write: (fd, bytes) => settleSize(c.write(fd, bytes, BigInt(bytes.length))),
    ioctl: platform.variadicOnStack
      ? (fd, request, argument = NO_ARGUMENT) =>
        settle(c.ioctlOnStack(fd, request, 0n, 0n, 0n, 0n, 0n, 0n, argument))
      : (fd, request, argument = NO_ARGUMENT) => settle(c.ioctl(fd, request, argument)),
    flock: (fd, operation) => settle(c.flock(fd, operation)),
    umask: (mask) => c.umask(mask),
    getrlimit: (resource, both) => settle(c.getrlimit(resource, both)),
    setrlimit: (resource, both) => settle(c.setrlimit(resource, both)),
    socket: (domain, type, protocol) => settle(c.socket(domain, type, protocol)),
    sendto: (fd, bytes, flags, address) =>
      settleSize(c.sendto(fd, bytes, BigInt(bytes.length), flags, address, address.length)),
    tcflush: (fd, selector) => settle(c.tcflush(fd, selector)),
    grantpt: (fd) => settle(c.grantpt(fd)),
    unlockpt: (fd) => settle(c.unlockpt(fd)),
    ptsname: (fd) => {
      const path = new Uint8Array(PATH_BYTES);
      // ptsname_r returns the errno itself.
      const error = c.ptsname_r(fd, path, BigInt(path.length));
      return error === 0 ? new TextDecoder().decode(path.subarray(0, path.indexOf(0))) : -error;
    },
    pollNow: (entries, count, waitMs) => settle(c.pollNow(entries, BigInt(count), waitMs)),
    poll: (entries, count, waitMs) => c.poll(entries, BigInt(count), waitMs),
    select: (highest, readable, timeval) => c.select(highest, readable, null, null, timeval),
  };
}

function openFirst(platform: Platform) {
  const symbols = {
    ...SYMBOLS,
    errnoLocation: { name: platform.errnoLocation, parameters: [], result: "pointer" },
  } as const;
  const failures: string[] = [];
  for (const name of platform.libraries) {
    try {
      return Deno.dlopen(name, symbols);
    } catch (error) {
      if (error instanceof Deno.errors.NotCapable) throw error;
      failures.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new NoLibc(`the C library does not open: ${failures.join("; ")}`);
}

function cString(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text + "\0");
}
