import { frameEventFor } from "../../lib/live/call_audience.ts";
import { HUB_LIMITS, LiveHub } from "../../lib/live/hub.ts";
import { knownPerson } from "../../lib/live/known_person.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { rightsState } from "../../lib/store/rights_state.ts";
import { createSession } from "../../lib/store/sessions.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { newToken, tokenHash } from "../../lib/web/guard/session_token.ts";
import { personOf } from "../../lib/web/guard/session.ts";
import { freePort } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { testPermissions } from "../support/test_permissions.ts";
import { until } from "../support/wait.ts";
import { FanOutClients } from "./fan_out_clients.ts";
import { hasNchan, startNchan } from "./fan_out_nginx.ts";
import { median, percentile, type Row } from "./row.ts";

const ROUNDS = 300;
const STREAMS = 200;
const UNHEARD_STREAMS = 1000;
const PROGRAM = new URL("./fan_out_program.ts", import.meta.url).pathname;

/**
 * What it takes to tell browsers: an event to 200 streams, beside the least that Deno needs for it and, where Debian's
 * module is installed, nginx with nchan; and an event that none of 1,000 streams may hear.
 */
export async function bench(): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const unheard = await unheardTimes(folder.path);
  return [...await toStreams(folder.path), {
    name: `a frame that none of ${UNHEARD_STREAMS} streams may hear, published`,
    ...{ median: median(unheard), p99: percentile(unheard, 99), unit: "ms" },
    note: "another connection has committed before each",
  }];
}

interface Told {
  /** Until the last stream has it. */
  readonly last: number[];
  /** In the hub alone, without what the runtime does behind it. */
  readonly hub: number[];
  /** Of the processor, all threads, for each event. */
  readonly cpu: number;
}

async function toStreams(folder: string): Promise<Row[]> {
  const bare = await Served.start("bare");
  const [office, gated] = [await Served.start("hub"), await Served.start("gate")];
  const port = freePort();
  const nginx = hasNchan() ? await startNchan(folder, port) : null;
  try {
    const nchan = nginx && await nchanClients(port);
    const nchanTimes: number[] = [];
    // In turn, so that what else this machine does meets them alike.
    for (let round = 0; round < ROUNDS; round++) {
      await bare.round();
      await office.round();
      await gated.round();
      if (nchan !== null) nchanTimes.push((await nchan.told("1".repeat(160))).ms);
    }
    nchan?.close();
    return [
      ...rowsOf("", bare.told(), office.told()),
      ...rowsOf(", through the gate", bare.told(), gated.told()),
      nchanRow(nchanTimes, bare.told()),
    ];
  } finally {
    bare.stop();
    office.stop();
    gated.stop();
    nginx?.kill("SIGKILL");
    await nginx?.status;
  }
}

/** `fan_out_program.ts` and those who listen to it. */
class Served {
  readonly #rounds: { readonly last: number; readonly hub: number; readonly cpu: number }[] = [];

  private constructor(
    private readonly child: Deno.ChildProcess,
    private readonly clients: FanOutClients,
  ) {}

  static async start(kind: "bare" | "hub" | "gate"): Promise<Served> {
    const port = freePort();
    const args = ["run", ...testPermissions(), "--no-check", PROGRAM];
    const child = new Deno.Command(Deno.execPath(), {
      args: [...args, kind, String(port), String(STREAMS)],
      stdout: "piped",
    }).spawn();
    let said = "";
    for await (const part of child.stdout.pipeThrough(new TextDecoderStream())) {
      said += part;
      if (said.endsWith("\n")) break;
    }
    return new Served(child, await FanOutClients.connect(port, JSON.parse(said)));
  }

  async round(): Promise<void> {
    const { ms, answer } = await this.clients.told("");
    const { took, cpu } = JSON.parse(answer);
    this.#rounds.push({ last: ms, hub: took, cpu });
  }

  told(): Told {
    const [first, last] = [this.#rounds[0]!, this.#rounds.at(-1)!];
    return {
      last: this.#rounds.map((round) => round.last),
      hub: this.#rounds.map((round) => round.hub),
      cpu: (last.cpu - first.cpu) / (this.#rounds.length - 1),
    };
  }

  stop(): void {
    this.clients.close();
    this.child.kill("SIGKILL");
  }
}

function rowsOf(how: string, bare: Told, office: Told): Row[] {
  const row = (what: string, times: number[], floor: number[], note: string): Row => ({
    ...{ name: `${what} ${STREAMS} streams${how}`, unit: "ms", note },
    ...{ median: median(times), p99: percentile(times, 99) },
    ...{ floor: median(floor), ratio: median(times) / median(floor) },
  });
  return [
    row("an event until the last has it of", office.last, bare.last, "floor: a bare Deno hub"),
    row("an event published to", office.hub, bare.hub, "without what the runtime then does"),
    row("of the processor for an event to", [office.cpu], [bare.cpu], "all threads, the mean"),
  ];
}

async function nchanClients(port: number): Promise<FanOutClients> {
  await until(async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    await answer?.body?.cancel();
    return answer !== null;
  });
  return await FanOutClients.connect(port, Array(STREAMS).fill(""));
}

function nchanRow(times: readonly number[], bare: Told): Row {
  const name = `the same, nginx with nchan`;
  if (times.length === 0) return { name, median: NaN, unit: "ms", note: "left out: not installed" };
  const floor = median(bare.last);
  const note = "until the last has it";
  return {
    ...{ name, unit: "ms", note, median: median(times), p99: percentile(times, 99) },
    ...{ floor, ratio: median(times) / floor },
  };
}

/** In an office of agents, to whom the line monitor is closed; in ms. */
async function unheardTimes(folder: string): Promise<number[]> {
  const store = openStore(folder);
  const [line, now] = [openStore(folder, { claims: store.claims }), Date.now()];
  const limits = { ...HUB_LIMITS, streams: UNHEARD_STREAMS };
  const hub = new LiveHub(limits, Date.now, { rights: () => rightsState(store) });
  const hashes = store.transaction(() =>
    Array.from({ length: UNHEARD_STREAMS }, (_, i) => {
      const account = {
        login: `p${i}`,
        name: `사람 ${i}`,
        role: "agent",
        passwordHash: "",
      } as const;
      const staffId = createStaff(store, account, now).id;
      const hash = tokenHash(newToken())!;
      createSession(store, { tokenHash: hash, staffId, address: "", userAgent: "" }, now);
      return hash;
    })
  );
  for (const [i, hash] of hashes.entries()) {
    const person = knownPerson(() => personOf(store, hash, "", Date.now()), Date.now);
    const body = hub.join({ sessionKey: String(i), person }, { name: "board", data: {} })!;
    void body.pipeTo(new WritableStream());
    if (i % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    line.run("INSERT INTO settings (key, value) VALUES (?, '')", `bench ${round}`);
    const start = performance.now();
    hub.publish((person) => frameEventFor(person, 1));
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  hub.close();
  line.close();
  store.close();
  return times;
}
