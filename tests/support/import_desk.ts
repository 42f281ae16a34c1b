import type { ImportFailure } from "../../lib/domain/customer_import.ts";
import { translator } from "../../lib/text/translator.ts";
import { belltower, ServerProcess } from "./server_process.ts";
import { signIn } from "./sign_in.ts";
import { until } from "./wait.ts";

const PASSWORD = "a long password";

/** A server in a process of its own and somebody there who imports files. */
export class ImportDesk implements AsyncDisposable {
  private constructor(readonly server: ServerProcess, readonly cookie: string) {}

  static async open(data: string): Promise<ImportDesk> {
    const words = ["staff", "add", "boss", "--role", "admin", "--password-stdin", "--data", data];
    const { code, err } = await belltower(words, PASSWORD);
    if (code !== 0) throw new Error(err);
    const server = await ServerProcess.start(data, []);
    return new ImportDesk(server, await signIn(server.origin, "boss", PASSWORD));
  }

  /** Uploads a file and waits until it is read; returns the page about it. */
  async upload(name: string, body: Uint8Array<ArrayBuffer>, limitMs = 60_000): Promise<string> {
    const headers = { cookie: this.cookie, origin: this.server.origin };
    const response = await fetch(`${this.server.origin}/imports?name=${encodeURIComponent(name)}`, {
      method: "POST",
      headers,
      body,
    });
    const answer = await response.text();
    if (response.status !== 201) throw new Error(`${name}: status ${response.status}: ${answer}`);
    const { location } = JSON.parse(answer) as { location: string };
    return await this.#settled(location, limitMs);
  }

  /** Has something done with an import and waits until it is; returns the page about it. */
  async act(path: `${string}/${"run" | "undo"}`, limitMs = 60_000): Promise<string> {
    const headers = { cookie: this.cookie, origin: this.server.origin };
    const answer = await fetch(this.server.origin + path, {
      method: "POST",
      headers,
      redirect: "manual",
    });
    await answer.body?.cancel();
    if (answer.status !== 303) throw new Error(`${path}: status ${answer.status}`);
    return await this.#settled(path.replace(/\/\w+$/, ""), limitMs);
  }

  async #settled(location: string, limitMs: number): Promise<string> {
    const headers = { cookie: this.cookie };
    return await until(
      async () => {
        const page = await (await fetch(this.server.origin + location, { headers })).text();
        return /hx-trigger="every/.test(page) ? null : page;
      },
      limitMs,
      `${location} is no more at work`,
    );
  }

  /** The most memory that the program had, in megabytes. Linux says it. */
  peakMb(): number {
    const status = shell(`cat /proc/${this.server.pid}/status`);
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1]) / 1024;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.stop();
  }
}

/** The sentence for a failure up to its first number, as a page has it. */
export function sentence(failure: ImportFailure): string {
  const text = translator("ko")(`failure.${failure}`, { limit: "\n" });
  const part = text.split("\n").sort((a, b) => b.length - a.length)[0]!;
  return part.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Deno opens nothing below /proc to a program that may do less than everything. */
function shell(command: string): string {
  const { success, stdout } = new Deno.Command("sh", { args: ["-c", command] }).outputSync();
  if (!success) throw new Error(`${command} failed`);
  return new TextDecoder().decode(stdout);
}
