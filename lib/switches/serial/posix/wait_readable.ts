import type { Libc } from "../../../base/posix/libc.ts";

/**
 * What a wait for bytes ended with. `gone` means that the system reports a hang-up or an error; there may
 * be bytes before it.
 */
export type Readiness = "idle" | "readable" | "gone";

/** Waits up to `waitMs` for bytes on `fd`, on another thread: the caller's event loop goes on. */
export type WaitReadable = (fd: number, waitMs: number) => Promise<Readiness>;

/** The way that fits this system. */
export function waitReadable(libc: Libc): WaitReadable {
  return libc.platform.wait === "poll" ? byPoll(libc) : bySelect(libc);
}

const POLLIN = 1;
const POLLOUT = 4;
/** POLLERR, POLLHUP, POLLNVAL. */
const POLLGONE = 8 | 16 | 32;

export function byPoll(libc: Libc): WaitReadable {
  const entry = new Uint8Array(8); // struct pollfd: int fd; short events, revents
  const fields = new DataView(entry.buffer);
  return async (fd, waitMs) => {
    fields.setInt32(0, fd, true);
    fields.setInt16(4, POLLIN, true);
    fields.setInt16(6, 0, true);
    if (await libc.poll(entry, 1, waitMs) <= 0) return "idle";
    return (fields.getInt16(6, true) & POLLGONE) === 0 ? "readable" : "gone";
  };
}

/** fd_set is a bit for each descriptor, 1024 of them. */
const SET_BYTES = 128;

/** Select tells a hang-up by nothing but the read that follows. */
export function bySelect(libc: Libc): WaitReadable {
  const set = new Uint8Array(SET_BYTES);
  const timeval = new Uint8Array(16); // long tv_sec, tv_usec
  const fields = new DataView(timeval.buffer);
  return async (fd, waitMs) => {
    // A bit beyond the set would be written behind it.
    if (fd >= SET_BYTES * 8) throw new RangeError(`select takes no descriptor above 1023: ${fd}`);
    set.fill(0);
    set[fd >> 3] = 1 << (fd & 7);
    const seconds = Math.floor(waitMs / 1000);
    fields.setBigInt64(0, BigInt(seconds), true);
    fields.setBigInt64(8, BigInt(Math.floor((waitMs - seconds * 1000) * 1000)), true);
    return await libc.select(fd + 1, set, timeval) <= 0 ? "idle" : "readable";
  };
}

/** Holds this thread for up to `waitMs` until `fd` takes bytes, or hangs up. */
export function holdUntilWritable(libc: Libc, fd: number, waitMs: number): void {
  const entry = new Uint8Array(8);
  const fields = new DataView(entry.buffer);
  fields.setInt32(0, fd, true);
  fields.setInt16(4, POLLOUT, true);
  libc.pollNow(entry, 1, waitMs);
}
