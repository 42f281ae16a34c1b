import { PortError } from "../port.ts";

/**
 * What can be asked of /dev and /sys. Through the C library, since Deno opens these two only to a program that
 * may do everything (`--allow-all`), and this one is started with less.
 */
export interface DeviceFiles {
  /** The names in a folder, none where there is no such folder. In no order. */
  namesIn(folder: string): string[];
  /** The first line of a file; null where there is no such file, or it is closed to this user. */
  lineOf(file: string): string | null;
  /** The path behind every symbolic link in `path`; null where it leads nowhere. */
  realPath(path: string): string | null;
}

/** struct dirent, the same on x86-64 and arm64. macOS keeps an old form of it under the plain names on x86-64. */
const DIRENT = Deno.build.os === "darwin"
  // sys/dirent.h of xnu: ino 8, seekoff 8, reclen 2, namlen 2, type 1.
  ? { name: 21, suffix: Deno.build.arch === "x86_64" ? "$INODE64" : "" }
  // linux/dirent.h, glibc and musl alike: ino 8, off 8, reclen 2, type 1.
  : { name: 19, suffix: "" };

const LIBRARIES = Deno.build.os === "darwin"
  ? ["/usr/lib/libSystem.B.dylib"]
  : ["libc.so.6", "libc.musl-x86_64.so.1", "libc.musl-aarch64.so.1"];

const SYMBOLS = {
  opendir: { name: `opendir${DIRENT.suffix}`, parameters: ["buffer"], result: "pointer" },
  readdir: { name: `readdir${DIRENT.suffix}`, parameters: ["pointer"], result: "pointer" },
  closedir: { parameters: ["pointer"], result: "i32" },
  realpath: { parameters: ["buffer", "buffer"], result: "pointer" },
  open: { parameters: ["buffer", "i32"], result: "i32" },
  read: { parameters: ["i32", "buffer", "usize"], result: "isize" },
  close: { parameters: ["i32"], result: "i32" },
} as const satisfies Deno.ForeignLibraryInterface;

/** PATH_MAX of Linux, which is more than that of macOS; a line of /sys is shorter. */
const TEXT_BYTES = 4096;
const READ_ONLY = 0;

/** @throws PortError `unsupported` where the C library does not open. */
export function deviceFiles(): DeviceFiles {
  const c = openFirst();
  return {
    namesIn(folder) {
      const names: string[] = [];
      const stream = c.opendir(cString(folder));
      if (stream === null) return names;
      for (let entry = c.readdir(stream); entry !== null; entry = c.readdir(stream)) {
        const name = new Deno.UnsafePointerView(entry).getCString(DIRENT.name);
        if (name !== "." && name !== "..") names.push(name);
      }
      c.closedir(stream);
      return names;
    },
    lineOf(file) {
      const fd = c.open(cString(file), READ_ONLY);
      if (fd < 0) return null;
      const bytes = new Uint8Array(TEXT_BYTES);
      const count = Number(c.read(fd, bytes, BigInt(bytes.length)));
      c.close(fd);
      if (count < 0) return null;
      return new TextDecoder().decode(bytes.subarray(0, count)).split("\n", 1)[0]!.trim();
    },
    realPath(path) {
      const bytes = new Uint8Array(TEXT_BYTES);
      if (c.realpath(cString(path), bytes) === null) return null;
      return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
    },
  };
}

function openFirst() {
  const failures: string[] = [];
  for (const name of LIBRARIES) {
    try {
      return Deno.dlopen(name, SYMBOLS).symbols;
    } catch (error) {
      if (error instanceof Deno.errors.NotCapable) throw error;
      failures.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new PortError("unsupported", `the C library does not open: ${failures.join("; ")}`);
}

function cString(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text + "\0");
}
