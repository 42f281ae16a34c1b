import { libc } from "../base/posix/libc.ts";

/** What systemd is told by a program of `Type=notify` (sd_notify(3)). */
export interface ServiceWatch {
  /** Requests are answered. From now on it is also told, often enough, that the main thread lives. May come again. */
  ready(): void;
  /** The main thread begins something long, `what` in words: until `ready` nobody ends it for its silence. */
  working(what: string): void;
  /** The stop was asked for and is under way. */
  stopping(): void;
}

const AF_UNIX = 1;
const SOCK_DGRAM = 2;
const SOCK_CLOEXEC = 0o2000000;
/** A full queue is no reason to wait, a closed one none to die. */
const MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
/** Longer than any step of an update takes: four hours, in microseconds. */
const LONG_USEC = 4 * 3_600_000_000;
/** sizeof(sun_path), unix(7). */
const PATH_BYTES = 108;

/**
 * The way to systemd where it started this program, null elsewhere. Deno has no datagrams on unbound Unix sockets,
 * hence the C library. Throws where systemd is there and cannot be spoken to.
 */
export function serviceWatch(env: (name: string) => string | undefined): ServiceWatch | null {
  const path = env("NOTIFY_SOCKET") ?? "";
  if (Deno.build.os !== "linux" || path === "") return null;
  const address = socketAddress(path);
  const c = libc();
  const descriptor = c.socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) throw new Error(`there is no socket to reach ${path}`);
  const tell = (state: string) => {
    c.sendto(descriptor, new TextEncoder().encode(state), MSG_DONTWAIT_NOSIGNAL, address);
  };
  const watchdogUsec = Number(env("WATCHDOG_USEC") ?? 0);
  const watchdog = (usec: number) => watchdogUsec > 0 ? `\nWATCHDOG_USEC=${usec}` : "";
  let alive: ReturnType<typeof setInterval> | undefined;
  return {
    ready() {
      tell(`READY=1\nSTATUS=${watchdog(watchdogUsec)}`);
      if (watchdogUsec === 0) return;
      alive ??= setInterval(() => tell("WATCHDOG=1"), watchdogUsec / 3000);
      Deno.unrefTimer(alive);
    },
    working(what) {
      // A unit of before this version has the usual 90 s for a start: each message gives it more (sd_notify(3)).
      tell(`STATUS=${what}\nEXTEND_TIMEOUT_USEC=${LONG_USEC}${watchdog(LONG_USEC)}`);
    },
    stopping: () => tell("STOPPING=1"),
  };
}

/** `struct sockaddr_un`; a path that begins with `@` is abstract, and then has no zero at its end. */
export function socketAddress(path: string): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(path);
  const isAbstract = path.startsWith("@");
  if (name.length >= PATH_BYTES) throw new RangeError(`NOTIFY_SOCKET ${path} is too long`);
  const address = new Uint8Array(2 + name.length + (isAbstract ? 0 : 1));
  // The machines that we run on have the low byte first.
  address[0] = AF_UNIX;
  address.set(name, 2);
  if (isAbstract) address[2] = 0;
  return address;
}
