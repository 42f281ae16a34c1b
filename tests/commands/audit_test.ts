import { deepEqual, equal } from "node:assert/strict";
import type { Command } from "../../lib/commands/command.ts";
import { exportRows } from "../../lib/commands/export.ts";
import { importRows } from "../../lib/commands/import.ts";
import { staff } from "../../lib/commands/staff.ts";
import { listAudit } from "../../lib/store/audit/audit_list.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { fakeIo } from "./fake_io.ts";
import { WHOLE_AUDIT } from "../support/whole_audit.ts";

Deno.test("what is done at the console is noted as the console's: accounts, imports, exports", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  const run = async (command: Command, ...words: string[]) =>
    equal(await command.run([...words, "--data", data], fakeIo({ stdin: "correct horse" })), 0);
  const file = `${folder.path}/list.csv`;
  Deno.writeTextFileSync(file, "고객명,HP\n김민수,010-1111-2222\n이영희,010-3333-4444\n");
  await run(staff, "add", "kim", "--role", "agent", "--name", "김상담", "--password-stdin");
  await run(importRows, "customers", file);
  await run(exportRows, "customers");
  const store = openStore(data);
  const { rows } = listAudit(store, WHOLE_AUDIT, null, 100);
  store.close();
  deepEqual(
    rows.toReversed().map(({ actor, act, kind, record }) =>
      `${actor.kind}: ${act} ${kind} ${record}`
    ),
    [
      "console: created staff 1",
      "console: created import 1",
      "console: imported import 1",
      "console: exported export customers",
    ],
  );
});
