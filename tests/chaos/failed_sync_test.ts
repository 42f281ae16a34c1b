import { deepEqual, equal, ok } from "node:assert/strict";
import { integrityOf } from "../support/integrity.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { preload } from "../support/preload.ts";
import { RingingOffice } from "../support/ringing_office.ts";
import { say } from "../support/say.ts";
import { seeded } from "../support/seeded.ts";
import { SpoiltDisk } from "../support/spoilt_disk.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { Disk } from "./power_cut/disk.ts";
import { filesBelow, writeFiles } from "./power_cut/files.ts";
import { readRecording } from "./power_cut/recording.ts";
import { distinct, promises, storedFrames } from "./power_cut/truth.ts";
import { seed, sized } from "./size.ts";

const FAILURES = sized(3, 12);
const CUTS = sized(40, 300);

Deno.test("what a failed sync threw away was acknowledged to nobody, whenever the power is cut after it", async () => {
  await using folder = await temporaryFolder();
  const office = `${folder.path}/office`;
  await Deno.mkdir(office);
  const data = `${office}/data`;
  const [log, device] = [`${folder.path}/recording`, `${folder.path}/tty`];
  const spoilt = await SpoiltDisk.below(office, folder.path);
  // The recorder calls the spoilt functions, and writes down what came of them.
  const recorder = await preload("record_files.c", folder.path);
  const env = {
    ...spoilt.env,
    LD_PRELOAD: `${recorder}:${spoilt.env["LD_PRELOAD"]}`,
    ...{ RECORD_FOLDER: office, RECORD_LOG: log, RECORD_DEVICE: device },
  };
  const disk = new Disk();
  const furnished = async () => {
    for (const [path, content] of await filesBelow(office)) disk.put(path, content);
  };
  const calls = FAILURES * 4;
  const ringing = await RingingOffice.start({ data, calls, env, furnished, device });
  for (let failure = 0; failure < FAILURES; failure++) {
    await ringing.acknowledges();
    const failed = await ringing.frames("failed");
    spoilt.set("sync_error");
    await until(async () => await ringing.frames("failed") > failed, 15_000, "a sync fails");
    spoilt.set("none");
  }
  await ringing.acknowledges();
  await ringing.finish(20);

  const records = await readRecording(log);
  ok(records.filter(({ kind }) => kind === "sync_failed").length >= FAILURES);
  const { after } = promises(records);
  const random = seeded(seed());
  const cuts = cutsOf(records.map(({ kind }) => kind), random);
  let next = 0;
  for (const cut of cuts) {
    for (; next < cut; next++) disk.apply(records[next]!);
    const where = `seed ${seed()}, after record ${cut} of ${records.length}`;
    const place = `${folder.path}/after`;
    await writeFiles(disk.afterPowerCut(random), office, place);
    const store = openStore(`${place}/data`, { exclusive: true });
    deepEqual(integrityOf(store), ["ok"], where);
    const kept = distinct(storedFrames(store).map(({ bytes }) => bytes));
    const { frames } = after[cut - 1]!;
    ok(kept >= frames, `${where}: ${frames} frames were acknowledged, ${kept} are there`);
    store.close();
    await Deno.remove(place, { recursive: true });
  }
  equal(next, cuts.at(-1));
  say(
    `seed ${seed()}: ${cuts.length} cuts in ${records.length} file operations, ${FAILURES} of them behind failed syncs`,
  );
});

/** Moments in order, each as the number of records before it: right behind answers, half of them after a failure. */
function cutsOf(kinds: readonly string[], random: () => number): number[] {
  const answered = kinds.flatMap((kind, index) => kind === "answered" ? [index + 1] : []);
  const failed = kinds.flatMap((kind, index) => kind === "sync_failed" ? [index] : []);
  const one = (places: readonly number[]) => places[Math.floor(random() * places.length)]!;
  const next = (from: number) => answered.find((place) => place > from) ?? kinds.length;
  return Array.from(
    { length: CUTS },
    (_, index) => index % 2 === 0 ? one(answered) : next(one(failed)),
  )
    .sort((a, b) => a - b);
}
