import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { backup } from "../../../lib/commands/backup.ts";
import { restore } from "../../../lib/commands/restore.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { fakeIo } from "../../commands/fake_io.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { everyKindOfRecord, everything } from "./every_kind.ts";

/** Where nothing says what has ended since, nobody is signed in by a backup. */
const SIGN_INS = ["sessions", "wall_screens"];

/** The rows of a table in an office that was restored where nothing was; that sign-ins ended is counted. */
function anew(before: ReadonlyMap<string, string>, table: string, rows: string): string {
  if (table === "rights_state") return rows;
  return SIGN_INS.includes(table) ? "" : before.get(table) ?? "no such table";
}

for (const passphrase of [null, "다시 찾을 비밀 문구"]) {
  const kind = passphrase === null ? "plain" : "encrypted";
  const words = passphrase === null ? [] : ["--passphrase-stdin"];
  const io = () => fakeIo({ stdin: `${passphrase}\n` });

  Deno.test(`restore drill, ${kind}: every row of every table comes back as it was`, async () => {
    await using folder = await temporaryFolder();
    const [office, other, file] = ["a", "b", "backup"].map((name) => `${folder.path}/${name}`);
    everyKindOfRecord(office!);
    const before = everything(office!);
    const empty = [...before].filter(([table, rows]) =>
      rows === "" && !table.startsWith("sqlite_")
    );
    deepEqual(empty.map(([table]) => table), [], "the drill has no row of these");
    await backup.run([file!, ...words, "--data", office!], io());
    await restore.run([file!, ...words, "--accept-foreign", "--data", other!], io());
    for (const [table, rows] of everything(other!)) {
      equal(rows, anew(before, table, rows), table);
    }
    equal(everything(other!).size, before.size);

    const store = openStore(office!);
    store.run("DELETE FROM work WHERE consultation_id > 3");
    store.run("DELETE FROM consultations WHERE id > 3");
    store.run("UPDATE customers SET name = '누구'");
    store.close();
    const spoilt = everything(office!);
    const said = io();
    await restore.run([file!, ...words, "--data", office!], said);
    for (const [table, rows] of everything(office!)) equal(rows, before.get(table), table);

    const safety = /the database is in (.+)\n/.exec(said.written)?.[1];
    ok(safety !== undefined, said.written);
    await restore.run([safety, "--data", office!], fakeIo());
    for (const [table, rows] of everything(office!)) equal(rows, spoilt.get(table), table);
  });
}

Deno.test("an encrypted backup shows nothing of what is in it, a plain one does", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  everyKindOfRecord(data);
  const [plain, encrypted] = [`${folder.path}/plain`, `${folder.path}/encrypted`];
  await backup.run([plain, "--data", data], fakeIo());
  await backup.run([encrypted, "--passphrase-stdin", "--data", data], fakeIo({ stdin: "secret" }));
  const shows = (file: string) =>
    new TextDecoder("latin1").decode(Deno.readFileSync(file)).includes("campaign_entries");
  deepEqual([shows(plain), shows(encrypted)], [true, false]);
});

Deno.test("a backup is made beside a running server, with what is still in its log; a restore is refused", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const server = openStore(data, { exclusive: true });
  server.run("INSERT INTO settings VALUES ('just', 'now')");
  const file = `${folder.path}/backup`;
  await backup.run([file, "--data", data], fakeIo());
  await rejects(
    () => restore.run([file, "--data", data], fakeIo()),
    { name: "StoreError", message: /is in use by another Belltower server/ },
  );
  server.close();
  await restore.run([file, "--accept-foreign", "--data", `${folder.path}/other`], fakeIo());
  match(everything(`${folder.path}/other`).get("settings")!, /"just"/);
});

Deno.test("a database that is broken beyond reading is replaced, and kept", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  everyKindOfRecord(data);
  const before = everything(data);
  await backup.run([`${folder.path}/backup`, "--data", data], fakeIo());
  Deno.writeTextFileSync(`${data}/belltower.sqlite`, "lightning struck");
  const said = fakeIo();
  await restore.run([`${folder.path}/backup`, "--data", data], said);
  for (const [table, rows] of everything(data)) {
    equal(rows, anew(before, table, rows), table);
  }
  const safety = /the database is in (.+)\n/.exec(said.written)![1]!;
  equal(Deno.readTextFileSync(safety), "lightning struck");
});
