import { deepEqual } from "node:assert/strict";
import type { Actor } from "../../lib/domain/audit.ts";
import { runJob } from "../../lib/jobs/handlers.ts";
import { listAudit } from "../../lib/store/audit/audit_list.ts";
import { requireImport } from "../../lib/store/imports.ts";
import { countsOf, ImportOffice } from "./import_office.ts";
import { someCustomer } from "../store/fixtures.ts";
import { WHOLE_AUDIT } from "../support/whole_audit.ts";

const SUPER: Actor = { kind: "staff", staffId: null, name: "이감독", address: "10.0.0.9" };

Deno.test("an import is one entry however many customers it makes and changes, and its undoing is one", async () => {
  await using office = await ImportOffice.open();
  someCustomer(office.store, "김민수", "010-1111-2222");
  const more = Array.from({ length: 30 }, (_, i) => `고객${i},010-5555-10${10 + i},\n`).join("");
  const id = await office.upload(`이름,휴대폰,비고\n김민수,010-1111-2222,VIP 고객\n${more}`);
  await office.check(id, "update");
  await runJob("write_import", { importId: id }, { ...office.job, by: SUPER });
  deepEqual(countsOf(requireImport(office.store, id).outcome), [30, 1, 0, 0]);
  await runJob("undo_import", { importId: id }, { ...office.job, by: SUPER });
  const { rows } = listAudit(office.store, WHOLE_AUDIT, null, 100);
  deepEqual(
    rows.toReversed().map(({ actor, act, kind, record, after }) => ({
      ...{ actor, act, kind, record, after },
    })),
    [{
      ...{ actor: SUPER, act: "imported", kind: "import", record: String(id) },
      after: { new: 30, update: 1, duplicate: 0, refused: 0 },
    }, {
      ...{ actor: SUPER, act: "import_undone", kind: "import", record: String(id), after: {} },
    }],
  );
});
