import { doesNotMatch, match } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../lib/store/open_store.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { cheapHash } from "../support/cheap_password.ts";
import { PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

const GROWS = /belltower\.sqlite-wal/;

/** As many commits as make a log of 100 MB that nobody may begin anew. */
function write(file: string): void {
  const db = new DatabaseSync(file);
  const insert = db.prepare(
    "INSERT OR REPLACE INTO settings VALUES ('filler', hex(zeroblob(10000000)))",
  );
  for (let i = 0; i < 5; i++) insert.run();
  db.exec("DELETE FROM settings WHERE key = 'filler'");
  db.close();
}

Deno.test("a program that reads the database for long is told to administrators and to the log, until it stops", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  const passwordHash = await cheapHash(PASSWORD);
  createStaff(store, { login: "root", name: "root", role: "admin", passwordHash }, Date.now());
  store.close();
  const server = await ServerProcess.start(folder.path, []);
  const cookie = await signIn(server.origin, "root", PASSWORD);
  const page = async () =>
    await (await fetch(`${server.origin}/calls`, { headers: { cookie } })).text();
  const file = `${folder.path}/belltower.sqlite`;
  using reader = new DatabaseSync(file, { readOnly: true });
  reader.exec("BEGIN; SELECT count(*) FROM settings");
  write(file);
  await until(() => /log in .* grows: another program/.test(server.log), 30_000, "the log says so");
  match(await page(), GROWS);
  reader.exec("COMMIT");
  await until(() => /is cut again/.test(server.log), 30_000, "the log says that it is over");
  doesNotMatch(await page(), GROWS);
  await server.stop();
});
