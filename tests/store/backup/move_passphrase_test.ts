import { deepEqual, equal, ok } from "node:assert/strict";
import { Buffer } from "node:buffer";
import { backupPlan } from "../../../lib/store/backup/backup_settings.ts";
import {
  keepOfficePassphrase,
  officePassphrase,
} from "../../../lib/store/backup/office_passphrase.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { setSetting, setting } from "../../../lib/store/settings.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";

const SECRET = "다시 찾을 비밀 문구";

/** A database as it was left by a Belltower that kept the passphrase in it, with traces of it in free pages. */
function before(data: string): void {
  const store = openStore(data);
  setSetting(store, "long", `${SECRET} `.repeat(3000));
  for (let row = 0; row < 300; row++) setSetting(store, `note.${row}`, `${SECRET} ${row}`);
  setSetting(store, "backup.passphrase", SECRET);
  store.run("DELETE FROM settings WHERE key = 'long' OR key LIKE 'note.%'");
  store.close();
  ok(holds(data), "the test has nothing to find");
}

function holds(data: string): boolean {
  return [...Deno.readDirSync(data)].some(({ name, isFile }) =>
    isFile && Buffer.from(Deno.readFileSync(`${data}/${name}`)).includes(SECRET)
  );
}

Deno.test("the passphrase of before is moved out of the database, free pages and log included, into a file that only the server's user reads", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  before(data);
  const store = openStore(data, { exclusive: true });
  deepEqual([setting(store, "backup.passphrase"), backupPlan(store).encrypted], [null, true]);
  equal(officePassphrase(data), SECRET);
  ok(!holds(data), "while the server runs");
  store.close();
  ok(!holds(data), "after its end");
  equal(Deno.statSync(`${data}/tls/backup-passphrase`).mode! & 0o777, 0o600);
  equal(Deno.statSync(`${data}/tls`).mode! & 0o777, 0o700);
});

Deno.test("a restored database of before does not change the passphrase that this machine has", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  before(data);
  keepOfficePassphrase(data, "das eigene Wort");
  openStore(data, { exclusive: true }).close();
  equal(officePassphrase(data), "das eigene Wort");
  ok(!holds(data));
});

Deno.test("an office that had none has none afterwards", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const store = openStore(data);
  setSetting(store, "backup.passphrase", "");
  store.close();
  const again = openStore(data, { exclusive: true });
  deepEqual([setting(again, "backup.passphrase"), backupPlan(again).encrypted], [null, false]);
  again.close();
  equal(officePassphrase(data), null);
});
