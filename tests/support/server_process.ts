import { permissions } from "../../.ci/build/permissions.ts";
import { systemOf } from "../../.ci/build/targets.ts";
import type { ExportedCall } from "./truth.ts";
import { until } from "./wait.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/**
 * How the program is started: from source with the permissions it ships with, or the compiled executable named by
 * `BELLTOWER_EXECUTABLE`.
 */
function command(args: readonly string[]): { file: string; args: string[] } {
  const executable = Deno.env.get("BELLTOWER_EXECUTABLE") ?? "";
  if (executable !== "") return { file: executable, args: [...args] };
  const shipped = permissions(systemOf(null));
  const source = ["run", ...shipped, "--no-check", `${ROOT}main.ts`];
  return { file: Deno.execPath(), args: [...source, ...args] };
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs one command of the program to its end, with `input` on its standard input; `env` stands beside the own
 * environment.
 */
export async function belltower(
  args: readonly string[],
  input = "",
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { file, args: all } = command(args);
  const child = new Deno.Command(file, {
    args: all,
    env,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input)).catch((error: unknown) => {
    // A command that ends without reading its input closes the pipe: its exit code tells the rest.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  });
  await writer.close().catch(() => undefined);
  const { code, stdout, stderr } = await child.output();
  const text = new TextDecoder();
  return { code, out: text.decode(stdout), err: text.decode(stderr) };
}

/** Starts one command of the program and kills it after `ms`; null where it had ended by itself. */
export async function killedAfter(
  args: readonly string[],
  ms: number,
): Promise<Deno.Signal | null> {
  const { file, args: all } = command(args);
  const options = { args: all, stdin: "null", stdout: "null", stderr: "null" } as const;
  const child = new Deno.Command(file, options).spawn();
  const timer = setTimeout(() => child.kill("SIGKILL"), ms);
  const { signal } = await child.status;
  clearTimeout(timer);
  return signal;
}

/** Runs a command and sends it `signal` when it has written `words`; returns the signal that ended it, null where none did. */
export async function killedWhenTold(
  args: readonly string[],
  words: string,
  signal: Deno.Signal,
): Promise<Deno.Signal | null> {
  const { file, args: all } = command(args);
  const options = { args: all, stdin: "null", stdout: "piped", stderr: "null" } as const;
  const child = new Deno.Command(file, options).spawn();
  let written = "";
  for await (const part of child.stdout.pipeThrough(new TextDecoderStream())) {
    const told = written.includes(words);
    written += part;
    if (!told && written.includes(words)) child.kill(signal);
  }
  return (await child.status).signal;
}

/** The call log as scripts see it. */
export async function exportedCalls(data: string): Promise<ExportedCall[]> {
  const { code, out, err } = await belltower(["export", "calls", "--data", data]);
  if (code !== 0) throw new Error(`export calls failed: ${err}`);
  return out.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
}

/** `belltower serve` as a process of its own, on a free port of the loopback. */
export class ServerProcess {
  readonly #child: Deno.ChildProcess;
  #log = "";

  private constructor(child: Deno.ChildProcess, readonly origin: string) {
    this.#child = child;
  }

  /**
   * Starts it and waits until it answers. `port` 0 asks the system for a free one; `env` stands beside the own
   * environment.
   */
  static async start(
    data: string,
    args: readonly string[],
    port = 0,
    env: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    const http = `127.0.0.1:${port === 0 ? freePort() : port}`;
    // A later `--https` counts in place of this one.
    const all = command(["serve", "--data", data, "--http", http, "--https", "off", ...args]);
    const child = new Deno.Command(all.file, {
      args: all.args,
      env,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const server = new ServerProcess(child, `http://${http}`);
    server.#collect(child.stdout);
    server.#collect(child.stderr);
    const ended = child.status.then(({ code }) => {
      throw new Error(`the server ended with status ${code}`);
    });
    const answers = until(() => server.answers(), 60_000, `${server.origin} answers`);
    await Promise.race([answers, ended]).catch((error) => {
      throw new Error(`${error.message}; it said: ${server.#log}`);
    });
    ended.catch(() => undefined); // from now on, its end is the test's own business
    return server;
  }

  /** What it printed so far. */
  get log(): string {
    return this.#log;
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** How it ended, whenever that is. */
  get ended(): Promise<Deno.CommandStatus> {
    return this.#child.status;
  }

  get port(): number {
    return Number(new URL(this.origin).port);
  }

  /** Whether it takes requests, the line open or not. */
  async answers(): Promise<boolean> {
    return await this.health() !== null;
  }

  /** The status of `/healthz`, null where nobody answers. */
  async health(): Promise<number | null> {
    try {
      const response = await fetch(`${this.origin}/healthz`);
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      if (error instanceof TypeError) return null; // connection refused
      throw error;
    }
  }

  async kill(signal: Deno.Signal): Promise<Deno.CommandStatus> {
    this.#child.kill(signal);
    return await this.#child.status;
  }

  /** The clean way; throws when it does not end with status 0. */
  async stop(): Promise<void> {
    const { code } = await this.kill("SIGTERM");
    if (code !== 0) throw new Error(`the server ended with status ${code}: ${this.#log}`);
  }

  async #collect(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const part of stream) this.#log += decoder.decode(part, { stream: true });
  }
}

/** Below what systems give to outgoing connections (from 32768 on): of those one may take the port at any moment. */
const [FIRST_PORT, LAST_PORT] = [10_000, 32_000];
const given = new Set<number>();

/** A port of this machine that nobody listens on, at either of its own addresses. */
export function freePort(): number {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT));
    if (given.has(port) || !["127.0.0.1", "::1"].every((hostname) => isFree(hostname, port))) {
      continue;
    }
    given.add(port);
    return port;
  }
}

function isFree(hostname: string, port: number): boolean {
  try {
    Deno.listen({ hostname, port }).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return false;
    // A machine without IPv6 has nobody there.
    if (hostname === "::1") return true;
    throw error;
  }
}
