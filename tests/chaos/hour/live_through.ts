import { openStore } from "../../../lib/store/open_store.ts";
import { moveIn } from "../../support/lived_in_office.ts";
import { PASSWORD } from "../../support/office.ts";
import { seeded } from "../../support/seeded.ts";
import { exportedCalls } from "../../support/server_process.ts";
import { SpoiltDisk } from "../../support/spoilt_disk.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { differences } from "../../support/truth.ts";
import { Clerk, missing, type Saved } from "../clerk.ts";
import { lastCall } from "../last_call.ts";
import { pause } from "./crowds.ts";
import { type Fault, FAULTS, type Victim } from "./faults.ts";
import { PbxRounds } from "./pbx_rounds.ts";
import { growth, type Sample, sample } from "./samples.ts";
import { SupervisedServer } from "./supervised_server.ts";

export interface Hour {
  readonly minutes: number;
  /** What all chances follow from: the same seed, the same faults in the same order. */
  readonly seed: number;
  /** Hears of each fault when it is over, and of what is wrong. */
  readonly say: (line: string) => void;
}

/** After this part of the time nothing ends the process any more: one of its lives gets old enough to be measured. */
const LIVES_ON_AFTER = 0.55;
/** How fast the office lives and how many calls the PBX plays before it is switched off and on; from fault to fault. */
const HASTY = { calls: 40, speed: 30, leastPauseMs: 1000, mostPauseMs: 2500 };
const STEADY = { calls: 60, speed: 12, leastPauseMs: 1000, mostPauseMs: 12_000 };
/** Who has no more time than that is hasty. */
const HASTY_MINUTES = 5;
const SAMPLE_MS = 5000;
const WRITE_MS = 700;
/** The longest fault, and a start: so much later an event may be heard of. */
const TOLERANCE_S = 60;

/**
 * An office with four trunks and somebody who writes, on a server as it ships, while faults of every kind come in random
 * order. Returns all that was wrong, a sentence each. Throws an Error where the server did not become well again.
 */
export async function liveThrough({ minutes, seed, say }: Hour): Promise<string[]> {
  await using folder = await temporaryFolder();
  const pace = minutes > HASTY_MINUTES ? STEADY : HASTY;
  const ms = minutes * 60_000;
  const data = `${folder.path}/data`;
  const device = `${folder.path}/tty`;
  await moveIn(data, device);
  const before = lastCall(data);
  const disk = await SpoiltDisk.below(data, folder.path);
  const pbx = new PbxRounds(device, `${folder.path}/truth.jsonl`, pace, seed);
  const server = await SupervisedServer.start(data, disk.env);
  const clerk = await Clerk.signedIn(server.origin, "admin", PASSWORD);
  const found: string[] = [];
  const begin = performance.now();
  const told = (line: string) => say(`${clock(performance.now() - begin)} ${line}`);
  const wrong = (what: string) => {
    told(`WRONG: ${what}`);
    found.push(what);
  };
  const over = new AbortController();
  const saved: Saved[] = [];
  const samples: Sample[] = [];
  const beside = [writing(clerk, saved, over.signal), sampling(server, samples, over.signal)];
  told(`seed ${seed}, for ${minutes} min`);
  try {
    const random = seeded(seed);
    const victim: Victim = { data, server, disk, clerk, random, wrong };
    await server.healthy();
    for (const fault of order(random)) {
      const passed = performance.now() - begin;
      if (passed > ms) break;
      if (fault.ends && passed > ms * LIVES_ON_AFTER) continue;
      await pause(pace.leastPauseMs + random() * (pace.mostPauseMs - pace.leastPauseMs));
      const start = performance.now();
      await fault.run(victim);
      const lasted = performance.now() - start;
      await server.healthy();
      const behind = performance.now() - start - lasted;
      told(`${fault.name}: ${seconds(lasted)}, well again ${seconds(behind)} later`);
    }
    await pbx.finish();
    over.abort();
    await Promise.all(beside);
    await server.stop();
  } catch (error) {
    told(`the server said last: ${server.log.slice(-2000)}`);
    throw error;
  } finally {
    disk.set("none");
    over.abort();
    await Promise.all([...beside, pbx.stop(), server.kill()]);
  }

  const truth = await pbx.truth();
  const kept = (await exportedCalls(data)).filter(({ id }) => id > before);
  found.push(...differences(truth, kept, TOLERANCE_S));
  const store = openStore(data);
  const lost = missing(store, saved);
  const whole = store.all<{ integrity_check: string }>("PRAGMA integrity_check");
  found.push(
    ...whole.map(({ integrity_check }) => integrity_check).filter((text) => text !== "ok"),
  );
  store.close();
  const { figures, grown } = growth(samples);
  told(
    `seed ${seed}: ${truth.length} calls, ${pbx.frames} frames, ${saved.length} forms saved, ` +
      `${server.life.number} lives; ${figures.join("; ")}`,
  );
  found.push(...server.unexpected, ...grown, ...lost.map(({ text }) => `${text} was not kept`));
  return found;
}

/** Faults without end, by their weight, each as often as any before one comes much more often: bags, shuffled. */
function* order(random: () => number): Generator<Fault, never> {
  for (;;) {
    const bag = FAULTS.flatMap((fault) => Array.from({ length: fault.weight }, () => fault));
    while (bag.length > 0) yield bag.splice(Math.floor(random() * bag.length), 1)[0]!;
  }
}

async function writing(clerk: Clerk, saved: Saved[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const one = await clerk.write();
      if (one !== null) saved.push(one);
    } catch (error) {
      // Nobody answers, or too late: nothing was promised.
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    }
    await pause(WRITE_MS);
  }
}

async function sampling(
  server: SupervisedServer,
  samples: Sample[],
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const { pid, number } = server.life;
    const one = sample(pid, number);
    if (one !== null) samples.push(one);
    await pause(SAMPLE_MS);
  }
}

function clock(ms: number): string {
  const s = Math.floor(ms / 1000);
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
