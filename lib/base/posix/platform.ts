/**
 * The numbers in which Linux and macOS differ. Deno runs on x86-64 and arm64 only, and on these two
 * the numbers of one system are the same.
 *
 * Linux: include/uapi/asm-generic/{fcntl,ioctls,termbits,errno}.h of the kernel, not libc's headers: glibc
 * 2.42 gave `B9600` and the functions around it another meaning, while the kernel's ioctls stay as they are.
 * macOS: sys/{fcntl,ttycom,termios,errno}.h of xnu.
 */
export interface Platform {
  /** Names under which the C library is looked for, in this order. */
  readonly libraries: readonly string[];
  /** The function that says where this thread's errno is. */
  readonly errnoLocation: "__errno_location" | "__error";
  /** Apple's arm64 convention takes the arguments behind `...` from the stack, never from registers. */
  readonly variadicOnStack: boolean;
  /** macOS's poll does not support devices (poll(2), BUGS); its select does. */
  readonly wait: "poll" | "select";
  readonly open: {
    readonly readWrite: number;
    readonly noControllingTerminal: number;
    readonly nonBlocking: number;
    readonly closeOnExec: number;
  };
  readonly request: {
    readonly exclusive: bigint;
    readonly notExclusive: bigint;
    readonly getModemLines: bigint;
    readonly setModemLines: bigint;
    readonly clearModemLines: bigint;
    readonly getTermios: bigint;
    readonly setTermios: bigint;
  };
  /** tcflush's selectors. */
  readonly flush: { readonly input: number; readonly output: number };
  readonly termios: TermiosLayout;
  readonly errno: Readonly<Record<ErrnoName, number>>;
}

/** Where the fields of the terminal structure stand, in bytes, and the bits in them. */
export interface TermiosLayout {
  readonly size: number;
  /** Bytes of one of the four flag words: input, output, control, local, one behind the other from 0. */
  readonly word: 4 | 8;
  readonly inputSpeed: number;
  readonly outputSpeed: number;
  readonly vmin: number;
  readonly vtime: number;
  readonly checkParity: number;
  readonly dataBits: Readonly<Record<7 | 8, number>>;
  readonly twoStopBits: number;
  readonly receiver: number;
  readonly parity: number;
  readonly oddParity: number;
  readonly hangUpOnClose: number;
  readonly ignoreModemLines: number;
  /** Says "the speed is the number in the speed field": Linux's BOTHER; nothing on macOS, where it always is. */
  readonly speedAsNumber: number;
  /** Every bit of the control word that decides how a byte travels, hardware flow control included. */
  readonly framing: number;
  /** The bits of the local word that echo, edit, or turn bytes into signals. */
  readonly cooked: number;
}

export type ErrnoName =
  | "EPERM"
  | "ENOENT"
  | "EINTR"
  | "EIO"
  | "ENXIO"
  | "EBADF"
  | "EAGAIN"
  | "EACCES"
  | "EBUSY"
  | "ENODEV"
  | "ENOTDIR"
  | "EISDIR"
  | "EINVAL"
  | "ENOTTY"
  | "ELOOP";

/** The same since Version 7 on both systems. */
const COMMON_ERRNO = {
  EPERM: 1,
  ENOENT: 2,
  EINTR: 4,
  EIO: 5,
  ENXIO: 6,
  EBADF: 9,
  EACCES: 13,
  EBUSY: 16,
  ENODEV: 19,
  ENOTDIR: 20,
  EISDIR: 21,
  EINVAL: 22,
  ENOTTY: 25,
} as const;

export const LINUX: Platform = {
  libraries: ["libc.so.6", "libc.musl-x86_64.so.1", "libc.musl-aarch64.so.1"],
  errnoLocation: "__errno_location",
  variadicOnStack: false,
  wait: "poll",
  open: {
    readWrite: 2,
    noControllingTerminal: 0o400,
    nonBlocking: 0o4000,
    closeOnExec: 0o2000000,
  },
  request: {
    exclusive: 0x540cn, // TIOCEXCL
    notExclusive: 0x540dn, // TIOCNXCL
    getModemLines: 0x5415n, // TIOCMGET
    setModemLines: 0x5416n, // TIOCMBIS
    clearModemLines: 0x5417n, // TIOCMBIC
    getTermios: 0x802c542an, // TCGETS2
    setTermios: 0x402c542bn, // TCSETS2
  },
  flush: { input: 0, output: 1 },
  // struct termios2: four 32-bit flag words, c_line, c_cc[19], two 32-bit speeds.
  termios: {
    size: 44,
    word: 4,
    inputSpeed: 36,
    outputSpeed: 40,
    vmin: 17 + 6,
    vtime: 17 + 5,
    checkParity: 0o20,
    dataBits: { 7: 0o40, 8: 0o60 },
    twoStopBits: 0o100,
    receiver: 0o200,
    parity: 0o400,
    oddParity: 0o1000,
    hangUpOnClose: 0o2000,
    ignoreModemLines: 0o4000,
    speedAsNumber: 0o10000,
    framing: 0o60 | 0o100 | 0o200 | 0o400 | 0o1000 | 0o10000000000 | 0o20000000000,
    cooked: 0x1 | 0x2 | 0x8,
  },
  errno: { ...COMMON_ERRNO, EAGAIN: 11, ELOOP: 40 },
};

export const MACOS: Platform = {
  libraries: ["/usr/lib/libSystem.B.dylib"],
  errnoLocation: "__error",
  variadicOnStack: Deno.build.arch === "aarch64",
  wait: "select",
  open: {
    readWrite: 2,
    noControllingTerminal: 0x20000,
    nonBlocking: 0x4,
    closeOnExec: 0x1000000,
  },
  request: {
    exclusive: 0x2000740dn, // TIOCEXCL
    notExclusive: 0x2000740en, // TIOCNXCL
    getModemLines: 0x4004746an, // TIOCMGET
    setModemLines: 0x8004746cn, // TIOCMBIS
    clearModemLines: 0x8004746bn, // TIOCMBIC
    getTermios: 0x40487413n, // TIOCGETA
    setTermios: 0x80487414n, // TIOCSETA
  },
  flush: { input: 1, output: 2 },
  // struct termios: four 64-bit flag words, c_cc[20], four bytes of padding, two 64-bit speeds.
  termios: {
    size: 72,
    word: 8,
    inputSpeed: 56,
    outputSpeed: 64,
    vmin: 32 + 16,
    vtime: 32 + 17,
    checkParity: 0x10,
    dataBits: { 7: 0x200, 8: 0x300 },
    twoStopBits: 0x400,
    receiver: 0x800,
    parity: 0x1000,
    oddParity: 0x2000,
    hangUpOnClose: 0x4000,
    ignoreModemLines: 0x8000,
    speedAsNumber: 0,
    framing: 0x300 | 0x400 | 0x800 | 0x1000 | 0x2000 | 0x10000 | 0x20000,
    cooked: 0x8 | 0x80 | 0x100,
  },
  errno: { ...COMMON_ERRNO, EAGAIN: 35, ELOOP: 62 },
};
