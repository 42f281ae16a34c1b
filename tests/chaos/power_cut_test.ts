import { deepEqual, equal, ok } from "node:assert/strict";
import { integrityOf } from "../support/integrity.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { moveIn } from "../support/lived_in_office.ts";
import { PASSWORD } from "../support/office.ts";
import { PbxModel } from "../support/pbx_model.ts";
import { preload } from "../support/preload.ts";
import { seeded } from "../support/seeded.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { lastCall } from "./last_call.ts";
import { Clerk, missing, type Saved } from "./clerk.ts";
import { Disk } from "./power_cut/disk.ts";
import { filesBelow, writeFiles } from "./power_cut/files.ts";
import { notePromise, readRecording, type Recorded } from "./power_cut/recording.ts";
import { callsAfterEach, callsText, distinct, promises, storedFrames } from "./power_cut/truth.ts";
import { seed, sized } from "./size.ts";
import { lacks } from "../support/needs.ts";

const CUTS = sized(40, 500);
const CALLS = sized(25, 120);
/** How often the server is started; each time there are calls, forms and a backup. */
const ROUNDS = 2;
/** In each round. */
const LEAST_FORMS = 10;

Deno.test({
  name: "after a power cut at any moment the database is whole, and all that was promised is in it",
  ignore: lacks("the PBX model", "gcc"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const office = `${folder.path}/office`;
    const data = `${office}/data`;
    const log = `${folder.path}/recording`;
    await Deno.mkdir(office);
    await moveIn(data, deviceIn(folder.path));
    const disk = new Disk();
    for (const [path, content] of await filesBelow(office)) disk.put(path, content);
    const before = lastCall(data);

    await record({ data, office, log, folder: folder.path });

    const records = await readRecording(log);
    const { after, frames } = promises(records);
    const whole = openStore(data);
    const stored = storedFrames(whole);
    const calls = callsAfterEach(stored);
    const { saved } = after.at(-1)!;
    deepEqual(missing(whole, formsOf(saved)), []);
    whole.close();
    const folderOf = (path: string) => path.slice(office.length + 1);
    const backups = new Map(
      (await filesBelow(`${data}/backups`)).map(([path, content]) => [folderOf(path), content]),
    );
    equal(backups.size, ROUNDS);
    equal(distinct(stored.map(({ bytes }) => bytes)), frames);

    const random = seeded(seed());
    const cuts = cutsOf(records, CUTS, random);
    let next = 0;
    for (const cut of cuts) {
      for (; next < cut; next++) disk.apply(records[next]!);
      const where = `seed ${seed()}, after record ${cut} of ${records.length}`;
      const promised = after[cut - 1]!;
      const rest = disk.afterPowerCut(random);
      const place = `${folder.path}/after`;
      await writeFiles(rest, office, place);
      const spoilt = await spoiltBackups(place, promised.saved, backups);
      const store = opened(`${place}/data`, where);
      const kept = storedFrames(store);
      const keptFrames = distinct(kept.map(({ bytes }) => bytes));
      deepEqual(integrityOf(store), ["ok"], where);
      deepEqual(store.all("PRAGMA foreign_key_check"), [], where);
      ok(
        keptFrames >= promised.frames,
        `${where}: ${promised.frames} frames were acknowledged, ${keptFrames} are there`,
      );
      equal(callsText(store, before), calls[kept.length], where);
      deepEqual(missing(store, formsOf(promised.saved)), [], where);
      deepEqual(spoilt, [], where);
      store.close();
      await Deno.remove(place, { recursive: true });
    }
  },
});

const deviceIn = (folder: string) => `${folder}/tty`;

/** A server at work, with calls and people who write; `log` becomes its record. */
async function record(
  { data, office, log, folder }: {
    readonly data: string;
    readonly office: string;
    readonly log: string;
    readonly folder: string;
  },
): Promise<void> {
  const device = deviceIn(folder);
  const env = {
    LD_PRELOAD: await preload("record_files.c", folder),
    RECORD_FOLDER: office,
    RECORD_LOG: log,
    RECORD_DEVICE: device,
  };
  for (let round = 1; round <= ROUNDS; round++) {
    const pbx = new PbxModel(device, `${folder}/truth${round}.jsonl`, [
      ...["--calls", String(CALLS), "--seed", String(seed() + round), "--patient", "--wait", "1"],
    ]);
    const server = await ServerProcess.start(data, ["--line", device], 0, env);
    const clerk = await Clerk.signedIn(server.origin, "admin", PASSWORD);
    let ringing = true;
    const writing = (async () => {
      for (let forms = 0; ringing || forms < LEAST_FORMS; forms++) {
        const saved = await clerk.write();
        if (saved === null) throw new Error(`the server did not save: ${server.log}`);
        await notePromise(log, JSON.stringify(saved));
      }
    })();
    const backup = backedUp(clerk, log);
    equal((await pbx.finished()).given_up, 0);
    ringing = false;
    await Promise.all([writing, backup]);
    await server.stop();
  }
}

/** Asks for a backup, and notes it as promised when the page shows it. */
async function backedUp(clerk: Clerk, log: string): Promise<void> {
  const names = async () => {
    const page = await fetch(`${clerk.origin}/settings/backup`, {
      headers: { cookie: clerk.cookie },
    });
    return [...(await page.text()).matchAll(/\/settings\/backup\/files\/([^"?]+)"/g)]
      .map(([, name]) => name!);
  };
  const known = await names();
  await (await clerk.send("/settings/backup/now", new URLSearchParams())).body?.cancel();
  const made = async () => (await names()).find((name) => !known.includes(name));
  const name = await until(made, 60_000, "the backup is listed");
  await notePromise(log, JSON.stringify({ kind: "backup", text: decodeURIComponent(name) }));
}

/** Of what was promised, all but the backups. */
function formsOf(saved: readonly string[]): Saved[] {
  return saved.map((one) => JSON.parse(one)).filter(({ kind }) => kind !== "backup");
}

/** Of the backups that were shown, those that are not what they were. */
async function spoiltBackups(
  place: string,
  saved: readonly string[],
  backups: ReadonlyMap<string, Uint8Array>,
): Promise<string[]> {
  const shown = saved.map((one) => JSON.parse(one)).filter(({ kind }) => kind === "backup");
  const paths = shown.map(({ text }) => `data/backups/${text}`);
  const there = new Map(await filesBelow(place));
  const isWhole = (path: string) => {
    const [is, was] = [there.get(`${place}/${path}`), backups.get(path)!];
    return is?.length === was.length && is.every((byte, index) => byte === was[index]);
  };
  return paths.filter((path) => !isWhole(path));
}

function opened(data: string, where: string): Store {
  try {
    return openStore(data, { exclusive: true });
  } catch (cause) {
    throw new Error(`${where}: the database does not open: ${cause}`, { cause });
  }
}

/**
 * `count` moments, in order, each as the number of records before it: half of them right before or behind what makes
 * something durable, a quarter right behind a promise, the others anywhere.
 */
function cutsOf(records: readonly Recorded[], count: number, random: () => number): number[] {
  const after = (...kinds: Recorded["kind"][]) =>
    records.flatMap(({ kind }, index) => kinds.includes(kind) ? [index + 1] : []);
  const one = (places: readonly number[]) => places[Math.floor(random() * places.length)]!;
  const edges = after("sync", "sync_folder", "rename", "unlink", "truncate");
  const promised = after("answered", "promise");
  const cuts = Array.from({ length: count }, (_, index) => {
    if (index % 4 === 0) return one(promised);
    if (index % 4 === 1) return 1 + Math.floor(random() * records.length);
    return Math.max(1, one(edges) - index % 2);
  });
  return cuts.sort((a, b) => a - b);
}
