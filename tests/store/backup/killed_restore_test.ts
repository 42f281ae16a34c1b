import { deepEqual, equal, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { makeBackup } from "../../../lib/store/backup/make_backup.ts";
import { finishRestore, putInPlace } from "../../../lib/store/backup/put_in_place.ts";
import { prepareRestore } from "../../../lib/store/backup/prepare_restore.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { setSetting, setting } from "../../../lib/store/settings.ts";
import { testPermissions } from "../../support/test_permissions.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";

const STEPS = [
  ["settled", "old", 0],
  ["kept", "old", 0],
  ["replaced", "new", 1],
  ["named", "new", 1],
] as const;
const SCRIPT = new URL("./restore_and_die.ts", import.meta.url).pathname;
const SIGNAL = new AbortController().signal;

for (const [step, expected, copies] of STEPS) {
  Deno.test(`a restore that is killed when it has ${step} leaves the ${expected} state, whole`, async () => {
    await using folder = await temporaryFolder();
    const data = `${folder.path}/data`;
    const store = openStore(data);
    setSetting(store, "state", "new");
    const file = `${folder.path}/backup`;
    const now = Date.now();
    const common = { data, file, passphrase: null, now, signal: SIGNAL };
    await makeBackup({ ...common, program: "1" });
    setSetting(store, "state", "old");
    await prepareRestore({ ...common, name: "backup" });
    // As a killed server leaves it: with the newest state in the log alone.
    const log = Deno.readFileSync(`${data}/belltower.sqlite-wal`);
    const main = Deno.readFileSync(`${data}/belltower.sqlite`);
    store.close();
    Deno.writeFileSync(`${data}/belltower.sqlite`, main);
    Deno.writeFileSync(`${data}/belltower.sqlite-wal`, log);

    const command = new Deno.Command(Deno.execPath(), {
      args: ["run", ...testPermissions(), "--no-check", SCRIPT, data, step],
    });
    equal((await command.output()).signal, "SIGKILL");

    const again = openStore(data, { exclusive: true });
    equal(setting(again, "state"), expected);
    equal(
      again.get<{ found: string }>("PRAGMA integrity_check")?.["integrity_check" as "found"],
      "ok",
    );
    again.close();
    const safety = [...Deno.readDirSync(data)].map(({ name }) => name)
      .filter((name) => name.startsWith("belltower-before-restore-"));
    deepEqual(safety.map((name) => name.endsWith(".sqlite")), Array(copies).fill(true));
    for (const name of safety) {
      Deno.mkdirSync(`${folder.path}/old`);
      Deno.renameSync(`${data}/${name}`, `${folder.path}/old/belltower.sqlite`);
      const old = openStore(`${folder.path}/old`);
      equal(setting(old, "state"), "old");
      old.close();
    }
  });
}

Deno.test("a log that somebody left at the last moment before a killed restore is not played into the new database", async () => {
  await using folder = await temporaryFolder();
  const data = folder.path;
  const write = (name: string, text: string) => Deno.writeTextFileSync(`${data}/${name}`, text);
  const read = (name: string) => Deno.readTextFileSync(`${data}/${name}`);
  Deno.mkdirSync(`${data}/restore`);
  write("belltower.sqlite", "no database any more");
  const candidate = new DatabaseSync(`${data}/restore/candidate.sqlite`);
  candidate.exec("CREATE TABLE the_new_one (x)");
  candidate.close();
  const isNew = () => /CREATE TABLE the_new_one/.test(read("belltower.sqlite"));
  const killed = new Error("killed");
  throws(() =>
    putInPlace(data, 0, (step) => {
      if (step === "kept") write("belltower.sqlite-wal", "its log");
      if (step === "replaced") throw killed;
    }), killed);
  equal(read("belltower.sqlite-wal"), "its log");
  finishRestore(data);
  equal(isNew(), true);
  throws(() => read("belltower.sqlite-wal"), Deno.errors.NotFound);
  const safety = "belltower-before-restore-19700101-000000.sqlite";
  deepEqual([read(safety), read(`${safety}-wal`)], ["no database any more", "its log"]);
});

Deno.test("a command that opens the data after a killed restore brings it to its end first", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  openStore(data).close();
  const safety = "belltower-before-restore-19700101-000000.sqlite";
  Deno.writeTextFileSync(`${data}/${safety}.part`, "the old one");
  Deno.writeTextFileSync(`${data}/belltower.sqlite-wal`, "its log");
  openStore(data).close();
  deepEqual(
    [safety, `${safety}-wal`].map((name) => Deno.readTextFileSync(`${data}/${name}`)),
    ["the old one", "its log"],
  );
});
