import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { NO_TEXTS } from "../../lib/domain/customer_fields.ts";
import type { Actor, AuditRow } from "../../lib/domain/audit.ts";
import { type AuditFilter, listAudit } from "../../lib/store/audit/audit_list.ts";
import { UNWATCHED } from "../../lib/store/audit/unwatched.ts";
import { WATCHED } from "../../lib/store/audit/watched.ts";
import { noteAct, pruneAudit } from "../../lib/store/audit/write_audit.ts";
import { settle, typeInto } from "../../lib/store/consultation_changes.ts";
import { createConsultation } from "../../lib/store/consultations.ts";
import { createCustomer, type CustomerInput, updateCustomer } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { mergeCustomers } from "../../lib/store/merge/merge_customers.ts";
import { undoMerge } from "../../lib/store/merge/undo_merge.ts";
import { setSetting } from "../../lib/store/settings.ts";
import { createSession, endSession } from "../../lib/store/sessions.ts";
import { createStaff, setPassword } from "../../lib/store/staff.ts";
import { passingStore } from "../support/passing_store.ts";
import { WHOLE_AUDIT } from "../support/whole_audit.ts";

const DAY = 86_400_000;
const KIM: Actor = { kind: "staff", staffId: 1, name: "김상담", address: "10.0.0.7" };

const YOUNG: CustomerInput = {
  ...{ ...NO_TEXTS, name: "이영희", company: "한빛상사" },
  numbers: [{ number: "010-1234-5678", label: "휴대" }],
};

/** A store in which 김상담 acts at the moment `at`, and the same without anybody. */
function office(): { program: Store; kim: Store; clock: { at: number } } {
  const program = passingStore();
  createStaff(program, { login: "kim", name: "김상담", role: "agent", passwordHash: "" }, 0);
  const clock = { at: 1000 };
  return { program, kim: program.as(KIM, () => clock.at), clock };
}

function all(store: Store, filter: Partial<AuditFilter> = {}): readonly AuditRow[] {
  return listAudit(store, { ...WHOLE_AUDIT, ...filter }, null, 1000).rows.toReversed();
}

function told({ act, kind, record, before, after }: AuditRow) {
  return { what: `${act} ${kind} ${record}`, before, after };
}

Deno.test("a change is kept with who, when and from where, and only the fields that it changed", () => {
  const { program, kim, clock } = office();
  const { id, version } = createCustomer(kim, YOUNG, { by: 1, at: 5 });
  clock.at = 2000;
  const numbers = [{ number: "02-123-4567", label: "" }, ...YOUNG.numbers];
  updateCustomer(kim, id, { ...YOUNG, company: "새빛상사", numbers }, version, { by: 1, at: 6 });
  const rows = all(program);
  deepEqual(rows.map(told), [{
    what: "created customer 1",
    before: {},
    after: {
      ...{ name: "이영희", company: "한빛상사", do_not_call: 0 },
      ...{ numbers: ["010-1234-5678 (휴대)"], main_number: "010-1234-5678" },
    },
  }, {
    what: "changed customer 1",
    before: { company: "한빛상사", main_number: "010-1234-5678" },
    after: { company: "새빛상사", main_number: "02-123-4567", numbers: ["02-123-4567"] },
  }]);
  deepEqual(rows.map(({ actor, at, label }) => ({ ...actor, at, label })), [
    { ...KIM, at: 1000, label: "이영희" },
    { ...KIM, at: 2000, label: "이영희" },
  ]);
  program.close();
});

Deno.test("what is rolled back is in no audit, what is the same again is no change, and the program is nobody", () => {
  const { program, kim } = office();
  throws(() =>
    kim.transaction(() => {
      createCustomer(kim, YOUNG, { by: 1, at: 5 });
      throw new Error("no");
    }), /^Error: no$/);
  const { id, version } = createCustomer(program, YOUNG, { by: 1, at: 5 });
  updateCustomer(kim, id, YOUNG, version, { by: 1, at: 6 });
  setSetting(program, "backup.every", "daily");
  deepEqual(all(program), []);
  kim.transaction(() => {
    throws(() =>
      kim.transaction(() => {
        setSetting(kim, "one", "1");
        throw new Error("inner");
      })
    );
    setSetting(kim, "two", "2");
  });
  deepEqual(all(program).map((row) => row.record), ["two"]);
  program.close();
});

Deno.test("passwords, passphrases and tokens are never in it, only that they changed; long texts are cut", () => {
  const { program, kim } = office();
  setPassword(kim, 1, "scrypt:geheim1", true);
  setSetting(kim, "backup.passphrase", "geheim2");
  setSetting(kim, "backup.passphrase", "geheim3");
  createSession(kim, {
    tokenHash: new TextEncoder().encode("geheim4"),
    staffId: 1,
    address: "10.0.0.7",
    userAgent: "Firefox",
  }, 5);
  endSession(kim, new TextEncoder().encode("geheim4"));
  noteAct(kim, { act: "did", kind: "page", after: { password: "geheim5" } });
  createCustomer(kim, { ...YOUNG, memo: "가".repeat(5000) }, { by: 1, at: 5 });
  const rows = all(program);
  deepEqual(rows.map(({ act, kind }) => `${act} ${kind}`), [
    ...["changed staff", "created setting", "changed setting", "signed_in staff"],
    ...["session_ended staff", "did page", "created customer"],
  ]);
  const kept = JSON.stringify(program.all("SELECT * FROM audit"));
  ok(!/geheim|67656865696D/i.test(kept), kept);
  equal(rows[0]?.after["password_hash"], "•••");
  equal(String(rows.at(-1)?.after["memo"]).length, 1001);
  program.close();
});

Deno.test("a merge and its undoing are told with the customers that they were about", () => {
  const { program, kim } = office();
  const one = createCustomer(program, YOUNG, { by: 1, at: 5 });
  const other = createCustomer(program, { ...YOUNG, name: "이영히" }, { by: 1, at: 5 });
  program.run(`INSERT INTO lines (device, dialect) VALUES ('x', '416')`);
  program.run(
    `INSERT INTO calls (line_id, switch_call, trunk, direction, state, started_at, ended_at, heard_at, outcome, customer_id, match)
     VALUES (1, '1-1', '1', 'in', 'ended', 1, 2, 2, 'missed', ?, 'number')`,
    other.id,
  );
  const merge = mergeCustomers(kim, {
    survivor: { id: one.id, version: 1 },
    others: [{ id: other.id, version: 1 }],
    from: { name: other.id },
  }, { by: 1, at: 9 });
  undoMerge(kim, merge, { by: 1, at: 10 });
  deepEqual(all(program).map(({ act, record }) => `${act} ${record}`), [
    ...["merged 1", "removed 2", "created 2", "merge_undone 1"],
  ]);
  deepEqual(all(program)[0]?.after, { name: "이영히", merged: ["C-000002 이영히"] });
  program.close();
});

Deno.test("a draft is nobody's record; a correction that is typed on is one entry, with the first and the last", () => {
  const { program, kim, clock } = office();
  const { id: customerId } = createCustomer(program, YOUNG, { by: 1, at: 5 });
  const { id, version } = createConsultation(kim, {
    ...{ callId: null, customerId, staffId: 1, type: "", text: "", state: "draft" },
    callbackAt: null,
  }, 5);
  const by = { by: 1, at: 6 };
  let note = typeInto(kim, id, { type: "", text: "납", version }, by);
  deepEqual(all(program), []);
  const done = { state: "done", callbackAt: null } as const;
  note = settle(kim, id, { ...note, text: "납기 문의" }, done, by);
  for (const text of ["납기 문의,", "납기 문의, 내일", "납기 문의, 내일 답"]) {
    clock.at += 1000;
    note = typeInto(kim, id, { ...note, text }, by);
  }
  deepEqual(all(program).map(told), [{
    what: `created consultation ${id}`,
    before: {},
    after: { text: "납기 문의", state: "done" },
  }, {
    what: `changed consultation ${id}`,
    before: { text: "납기 문의" },
    after: { text: "납기 문의, 내일 답" },
  }]);
  equal(all(program)[1]?.label, "이영희");
  clock.at += DAY;
  typeInto(kim, id, { ...note, text: "다른 말" }, by);
  equal(all(program).length, 3);
  deepEqual(all(program, { words: "내일 답" }).map(({ act }) => act), ["changed", "changed"]);
  program.close();
});

Deno.test("every table is watched, or says why not; one that a later version adds is watched by itself", () => {
  const { program, kim } = office();
  const tables = program.all<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`,
  ).map(({ name }) => name);
  const named = [...Object.keys(WATCHED), ...Object.keys(UNWATCHED)];
  deepEqual(named.filter((name) => !tables.includes(name)), []);
  deepEqual(Object.values(UNWATCHED).filter((why) => why.length < 10), []);
  program.run(
    `CREATE TABLE later (id INTEGER PRIMARY KEY, label TEXT, photo BLOB, api_token TEXT)`,
  );
  kim.run(`INSERT INTO later VALUES (7, '새것', x'010203', 'geheim')`);
  deepEqual(all(program).map(told), [{
    what: "created later 7",
    before: {},
    after: { id: 7, label: "새것", photo: "3 bytes", api_token: "•••" },
  }]);
  program.close();
});

Deno.test("who did what can be asked for by person, act, kind, record, day and any part of a word", () => {
  const { program, kim, clock } = office();
  const lee = program.as(
    { ...KIM, staffId: 2, name: "이응대", address: "10.0.0.9" },
    () => clock.at,
  );
  const stranger = program.as(
    { ...KIM, kind: "stranger", staffId: null, name: "" },
    () => clock.at,
  );
  createCustomer(kim, YOUNG, { by: 1, at: 5 });
  clock.at = DAY;
  createCustomer(lee, { ...YOUNG, name: "박철수", numbers: [] }, { by: 1, at: 5 });
  clock.at = 2 * DAY;
  noteAct(lee, { act: "exported", kind: "export", label: "고객-2026.xlsx" });
  noteAct(stranger, { act: "sign_in_failed", kind: "staff", record: "1", label: "김상담" });
  const found = (filter: Partial<AuditFilter>) => all(program, filter).map(({ id }) => id);
  deepEqual(found({}), [1, 2, 3, 4]);
  deepEqual(found({ who: 2 }), [2, 3]);
  deepEqual(found({ who: "stranger" }), [4]);
  deepEqual(found({ act: "created" }), [1, 2]);
  deepEqual(found({ kind: "customer" }), [1, 2]);
  deepEqual(found({ kind: "customer", record: "2" }), [2]);
  deepEqual(found({ from: DAY, to: 2 * DAY }), [2]);
  deepEqual(found({ from: 3 * DAY }), []);
  deepEqual(found({ who: 2, act: "exported" }), [3]);
  deepEqual(found({ words: "영희" }), [1]);
  deepEqual(found({ words: "12345678" }), [1]);
  deepEqual(found({ words: "1234-5678 한빛" }), [1]);
  deepEqual(found({ words: "C-000002" }), [2]);
  deepEqual(found({ words: "10.0.0.9" }), [2, 3]);
  deepEqual(found({ words: "수철" }), []);
  deepEqual(found({ words: "이", who: 2 }), [2, 3]);
  program.close();
});

Deno.test("pages follow one another without a gap, and little in much says how far it was looked", () => {
  const { program, kim } = office();
  for (let i = 0; i < 7; i++) noteAct(kim, { act: "did", kind: "page", record: String(i) });
  const first = listAudit(program, WHOLE_AUDIT, null, 3);
  const second = listAudit(program, WHOLE_AUDIT, first.next, 3);
  const third = listAudit(program, WHOLE_AUDIT, second.next, 3);
  deepEqual(
    [first, second, third].map(({ rows }) => rows.map(({ record }) => record).join("")),
    ["654", "321", "0"],
  );
  equal(third.next, null);
  program.run(
    `INSERT INTO audit (at, actor, staff_id, name, address, act, kind, record, label, before, after)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
     SELECT 5000, 'staff', 1, '김상담', '', 'did', 'page', 'x', '', '{}', '{}' FROM n`,
  );
  const rare = { ...WHOLE_AUDIT, who: 1, record: "3", kind: "" };
  const look = listAudit(program, rare, null, 3);
  deepEqual([look.rows.length, look.lookedTo], [0, 5000]);
  deepEqual(listAudit(program, rare, look.next, 3).rows.map(({ record }) => record), ["3"]);
  program.close();
});

Deno.test("an entry is put differently by nobody, and goes when its time is over", () => {
  const { program, kim, clock } = office();
  for (const at of [1, 2, 3]) {
    clock.at = at * DAY;
    noteAct(kim, { act: "did", kind: "page", label: `날${at}` });
  }
  throws(() => program.run("UPDATE audit SET name = 'x'"), /an entry of the audit is not changed/);
  throws(() => program.run("UPDATE audit SET at = 0"), /an entry of the audit is not changed/);
  equal(pruneAudit(program, 2.5 * DAY, 1), 1);
  equal(pruneAudit(program, 2.5 * DAY, 100), 1);
  equal(pruneAudit(program, 2.5 * DAY, 100), 0);
  deepEqual(all(program).map(({ label }) => label), ["날3"]);
  deepEqual(program.all("SELECT rowid FROM audit_words WHERE audit_words MATCH '날'").length, 1);
  program.close();
});
