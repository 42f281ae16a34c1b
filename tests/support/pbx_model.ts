import type { TrueCall } from "./truth.ts";

const MODEL = new URL("../../../shared/pbx416/pbx416.py", import.meta.url);

/** What the independent model of the PBX prints when it has played everything. */
export interface PbxSummary {
  readonly frames: number;
  readonly acked: number;
  readonly naks: number;
  readonly retransmitted: number;
  readonly given_up: number;
  readonly junk_in: number;
  readonly host_frames: number;
  readonly calls: number;
  readonly ack_ms_p50: number;
  readonly ack_ms_p99: number;
  readonly ack_ms_max: number;
}

/** Whether the independent model stands beside this checkout; the product's own virtual PBX always does. */
export function hasPbxModel(): boolean {
  try {
    return Deno.statSync(MODEL).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** The independent model at work on a pseudo-terminal of its own. */
export class PbxModel {
  readonly #process: Deno.ChildProcess;
  readonly #output: Promise<string>;

  /** `link` is the path of the device that it makes; `args` are its own options. */
  constructor(readonly link: string, readonly truthFile: string, args: readonly string[]) {
    this.#process = new Deno.Command("python3", {
      args: [MODEL.pathname, "--link", link, "--truth", truthFile, ...args],
      stdin: "null",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    this.#output = new Response(this.#process.stdout).text();
  }

  /** Waits until it has played everything; returns what it counted. */
  async finished(): Promise<PbxSummary> {
    const lines = (await this.#output).trim().split("\n");
    await this.#process.status;
    return JSON.parse(lines.at(-1) ?? "{}");
  }

  async truth(): Promise<TrueCall[]> {
    const text = await Deno.readTextFile(this.truthFile);
    return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
  }

  async stop(): Promise<void> {
    try {
      this.#process.kill("SIGKILL");
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // it has ended already
    }
    await this.#process.status;
  }
}
