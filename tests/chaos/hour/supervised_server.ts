import { ServerProcess } from "../../support/server_process.ts";
import { until } from "../../support/wait.ts";

/** A supervisor waits so long before it starts a program again. */
const RESTART_MS = 500;
const HEALTHY_WITHIN_MS = 90_000;
const LOOK_MS = 250;

/** One life of the server's process. */
export interface Life {
  readonly pid: number;
  readonly number: number;
}

/** A server under a supervisor that starts it again whenever it ends, and knows whether it should have ended. */
export class SupervisedServer {
  /** Every end that nobody had asked for, a sentence each. */
  readonly unexpected: string[] = [];
  #server: ServerProcess;
  #lives = 1;
  #mayEnd = false;
  #held: Promise<void> | null = null;
  #stopping = false;
  #restarted: Promise<void> = Promise.resolve();

  private constructor(
    private readonly data: string,
    private readonly env: Readonly<Record<string, string>>,
    server: ServerProcess,
  ) {
    this.#server = server;
    this.#watch(server);
  }

  static async start(
    data: string,
    env: Readonly<Record<string, string>>,
  ): Promise<SupervisedServer> {
    return new SupervisedServer(data, env, await ServerProcess.start(data, [], 0, env));
  }

  get origin(): string {
    return this.#server.origin;
  }

  get life(): Life {
    return { pid: this.#server.pid, number: this.#lives };
  }

  /** What the process that lives now has said. */
  get log(): string {
    return this.#server.log;
  }

  /** Sends a signal; one that ends the process is an expected end. */
  async signal(signal: Deno.Signal): Promise<void> {
    const ends = signal === "SIGKILL";
    this.#mayEnd ||= ends;
    Deno.kill(this.#server.pid, signal);
    if (ends) await this.#server.ended;
  }

  /**
   * While `work` is done, the process should end by itself; it is not started again before. Returns whether it has ended
   * within `limitMs` of the call.
   */
  async endsDuring(work: (ended: Promise<boolean>) => Promise<void>, limitMs: number) {
    this.#mayEnd = true;
    const done = Promise.withResolvers<void>();
    this.#held = done.promise;
    try {
      const { promise: late, resolve } = Promise.withResolvers<boolean>();
      const timer = setTimeout(resolve, limitMs, false);
      await work(Promise.race([this.#server.ended.then(() => true), late]));
      clearTimeout(timer);
    } finally {
      this.#held = null;
      done.resolve();
    }
  }

  /** Resolves when it answers that all is well. Throws an Error with what it last said when that takes too long. */
  async healthy(): Promise<void> {
    let last = "nothing";
    await until(
      async () => {
        await this.#restarted;
        const response = await fetch(`${this.origin}/healthz`, {
          signal: AbortSignal.timeout(5000),
        }).catch((error: unknown) => {
          last = String(error);
          return null;
        });
        if (response === null) return await pause(LOOK_MS);
        last = await response.text();
        return response.status === 200 || await pause(LOOK_MS);
      },
      HEALTHY_WITHIN_MS,
      "the server is well again",
    ).catch((error) => {
      throw new Error(`${error.message}; it said ${last.trim()}`);
    });
  }

  /** The clean way. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#server.stop();
  }

  /** At the end of a test, however it ended. */
  async kill(): Promise<void> {
    this.#stopping = true;
    await this.#restarted.catch(() => undefined); // why it did not start is told by who waited for it
    try {
      await this.#server.kill("SIGKILL");
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // it has ended already
    }
  }

  #watch(server: ServerProcess): void {
    server.ended.then(({ code, signal }) => {
      if (this.#stopping) return;
      if (!this.#mayEnd) {
        const last = server.log.trim().split("\n").slice(-5).join("\n");
        this.unexpected.push(`it ended with ${signal ?? `status ${code}`}: ${last}`);
      }
      this.#restarted = this.#restart();
    });
  }

  async #restart(): Promise<void> {
    await this.#held;
    await pause(RESTART_MS);
    this.#server = await ServerProcess.start(this.data, [], this.#server.port, this.env);
    this.#lives++;
    this.#mayEnd = false;
    this.#watch(this.#server);
  }
}

function pause(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ms, false));
}
