import { deepEqual, equal } from "node:assert/strict";
import { sampleOffice } from "../../lib/demo/sample_office.ts";
import type { OfficeCall } from "../../lib/switches/virtual_pbx/office_truth.ts";
import { startVirtualPbx, type VirtualPbx } from "../../lib/switches/virtual_pbx/virtual_pbx.ts";
import { DIALECTS } from "../../lib/switches/pbx416/dialect/dialect.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { furnishOffice, PASSWORD } from "./office.ts";
import { exportedCalls, ServerProcess } from "./server_process.ts";
import { signIn } from "./sign_in.ts";
import { differences, type TrueCall } from "./truth.ts";
import { until } from "./wait.ts";

/** A minute of the office a second. */
const SPEED = 60;

export interface RingingOptions {
  /** The data folder; not there yet. */
  readonly data: string;
  readonly calls: number;
  /** Of the office; a minute of it takes a second. */
  readonly callsPerMinute?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Called when the office is there and its server is not. */
  readonly furnished?: () => Promise<void>;
  /** A path of its own for the line; else the system's. */
  readonly device?: string;
}

/** The real server in a process of its own, a PBX that rings, and an agent at a browser. */
export class RingingOffice {
  readonly #truth: OfficeCall[];
  #streamed = "";

  private constructor(
    readonly data: string,
    readonly server: ServerProcess,
    readonly pbx: VirtualPbx,
    readonly cookie: string,
    truth: OfficeCall[],
  ) {
    this.#truth = truth;
  }

  /** Everything is there, and the PBX begins to ring. */
  static async start(options: RingingOptions): Promise<RingingOffice> {
    const { data, calls, callsPerMinute = 1, env = {}, furnished = () => Promise.resolve() } =
      options;
    await furnishOffice(data);
    await furnished();
    const { timings, ...rest } = DIALECTS["416"]!;
    // It never gives a frame up: what is not in the log in the end was lost by the server.
    const dialect = { ...rest, timings: { ...timings, maxAttempts: 1000 } };
    const truth: OfficeCall[] = [];
    const pbx = await startVirtualPbx({
      play: {
        kind: "day",
        options: {
          ...{ seed: 416, callsPerMinute, count: calls, trunks: dialect.trunks },
          ...{ extensions: dialect.extensions, numbers: sampleOffice().callers },
        },
      },
      ...{ dialect, speed: SPEED, mostWaiting: Infinity, over: "pseudo_terminal" },
      onCall: (call) => truth.push(call),
    });
    if (pbx.source.kind !== "device") throw new Error("the virtual PBX has no path");
    const { device = pbx.source.path } = options;
    if (device !== pbx.source.path) await Deno.symlink(pbx.source.path, device);
    const server = await ServerProcess.start(data, ["--line", device], 0, env);
    const cookie = await signIn(server.origin, "kim", PASSWORD);
    const office = new RingingOffice(data, server, pbx, cookie, truth);
    await office.#listen();
    pbx.play();
    return office;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.server.origin}${path}`, {
      headers: { cookie: this.cookie, ...headers },
      redirect: "manual",
    });
  }

  async status(path: string): Promise<number> {
    const response = await this.get(path);
    await response.body?.cancel();
    return response.status;
  }

  /** Sends a form as a browser does; with `HX-Request` as a part of a page does. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const { origin } = this.server;
    return fetch(`${origin}${path}`, {
      method: "POST",
      headers: { cookie: this.cookie, origin, ...headers },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  }

  /** How many frames came to this result: `accepted`, `failed`. */
  async frames(result: string): Promise<number> {
    const text = await (await this.get("/metrics")).text();
    const line = new RegExp(
      `^belltower_frames_total\\{[^}]*result="${result}"[^}]*\\} (\\d+)$`,
      "m",
    );
    return Number(line.exec(text)?.[1] ?? 0);
  }

  /** Resolves when the server has acknowledged another frame from now on. */
  async acknowledges(): Promise<void> {
    const before = await this.frames("accepted");
    await until(async () => await this.frames("accepted") > before, 15_000, "a frame is stored");
  }

  /** How many events the agent's browser has been told by its one stream; throws when that has ended. */
  get told(): number {
    if (this.#streamed.endsWith(ENDED)) throw new Error("the stream has ended");
    return this.#streamed.split("\nevent: ").length - 1;
  }

  /** How many heartbeats came by that stream. */
  get beats(): number {
    return this.#streamed.split("\nevent: beat").length - 1;
  }

  /** Every call is over, and the log says what happened, with times that are `tolerance` s off at the most. */
  async finish(tolerance: number): Promise<void> {
    await this.pbx.done;
    await this.server.stop();
    await this.pbx.stop();
    equal(this.pbx.givenUp, 0);
    const truth = this.#truth.map(asTrueCall);
    deepEqual(differences(truth, await exportedCalls(this.data), tolerance), []);
  }

  /** What the database says after the server has stopped. */
  stored<Row>(sql: string): Row[] {
    const store = openStore(this.data, { readOnly: true });
    try {
      return store.all<Row>(sql);
    } finally {
      store.close();
    }
  }

  async #listen(): Promise<void> {
    const { body } = await this.get("/live");
    if (body === null) throw new Error("there is no stream");
    void this.#collect(body);
    await until(() => this.told > 0);
  }

  async #collect(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const part of body) this.#streamed += decoder.decode(part, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // the connection was reset
    }
    this.#streamed += ENDED;
  }
}

const ENDED = "\n(ended)";

function asTrueCall(call: OfficeCall): TrueCall {
  const { trunk, direction, number, rang, answeredBy, outcome } = call;
  return {
    ...{ trunk, direction, number, rang, outcome },
    ...{ answered_by: answeredBy, start: call.startedAt, answer: call.answeredAt },
    end: call.endedAt,
  };
}
