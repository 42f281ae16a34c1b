import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { PROGRAM } from "../../../lib/domain/audit.ts";
import { runJob } from "../../../lib/jobs/handlers.ts";
import type { JobContext } from "../../../lib/jobs/job_context.ts";
import { customFields } from "../../../lib/store/custom_fields.ts";
import { createImport, requireImport } from "../../../lib/store/imports.ts";
import { importFolder } from "../../../lib/store/import_folder.ts";
import { listAudit } from "../../../lib/store/audit/audit_list.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { WebOffice } from "../../support/web_office.ts";
import { WHOLE_AUDIT } from "../../support/whole_audit.ts";

const FILE = "이름,휴대폰,고객번호,비서 전화,주민등록번호,요금제\n" +
  "박가람,010-2000-0001,1001,02-2000-0105,800101-1234567,기본\n" +
  "이나래,010-2000-0002,1002,02-2000-0106,,기본\n";

/** An office in which a file was read and its columns were guessed. */
async function uploaded(data: string, file = FILE) {
  const office = new WebOffice(undefined, { data });
  const job: JobContext = {
    ...{ data, store: office.store, claims: null, by: PROGRAM, now: () => office.now },
    ...{ signal: new AbortController().signal, progress: () => {}, comesAgain: () => false },
  };
  const upload = async () => {
    const id = createImport(office.store, "list.csv", { by: null, at: office.now });
    const { path, file: place } = importFolder(data, id);
    await Deno.mkdir(path, { recursive: true });
    await Deno.writeTextFile(place, file);
    await runJob("read_import", { importId: id }, job);
    return id;
  };
  return { office, id: await upload(), upload, job };
}

Deno.test("the page asks what is unclear with examples from the file, and says why the rest is left out", async () => {
  await using folder = await temporaryFolder();
  const { office, id } = await uploaded(folder.path);
  using _ = office;
  const page = await (await office.browser("super").get(`/imports/${id}`)).text();
  match(page, /‘비서 전화’ \(02-2000-0105 · 02-2000-0106\): 이 고객의 번호입니까\?/);
  match(page, /‘고객번호’ \(1001 · 1002\): 우리 사무실이 붙인 번호입니까\?/);
  match(page, /주민등록번호처럼 함부로 저장하면 안 되는 번호입니다/);
});

Deno.test("an answer is kept, one that is not given leaves the column out, and a column becomes an own field in one step", async () => {
  await using folder = await temporaryFolder();
  const { office, id } = await uploaded(folder.path);
  using _ = office;
  const admin = office.browser("admin");
  const send = (fields: string[][]) => admin.send(`/imports/${id}`, [["rule", "skip"], ...fields]);
  const kept = () => requireImport(office.store, id).choices!;
  const same = [["field0", "name"], ["field1", "number"], ["label1", "휴대"], ["field4", ""]];
  // A question that is answered is sent before the list below it.
  await send([...same, ["field2", "new"], ["field2", "?"], ["field3", "?"], ["field5", "new"]]);
  const fields = customFields(office.store);
  deepEqual(fields.map(({ label, kind }) => [label, kind]), [["고객번호", "number"], [
    "요금제",
    "text",
  ]]);
  deepEqual(kept().columns.map(({ field, left }) => [field, left?.why ?? "", left?.asks ?? ""]), [
    ["name", "", ""],
    ["number", "", ""],
    [`custom:${fields[0]!.id}`, "", ""],
    ["", "others_number", "number"],
    ["", "resident", ""],
    [`custom:${fields[1]!.id}`, "", ""],
  ]);
  const acts = listAudit(office.store, WHOLE_AUDIT, null, 50).rows.map(({ kind, label }) =>
    `${kind} ${label}`
  );
  equal(acts.filter((act) => act.includes("고객번호")).length, 1);

  const own = `custom:${fields[0]!.id}`;
  await send([...same, ["field2", own], ["field3", "number"], ["field3", "?"], ["key", own]]);
  deepEqual([kept().columns[3]?.label, kept().key], ["비서 전화", own]);
  match(await (await admin.get(`/imports/${id}`)).text(), /같은 고객으로 보는 기준/);
  // A key of which no column is left is none.
  await send([...same, ["field2", ""], ["field3", ""], ["key", own]]);
  deepEqual([kept().columns[3]?.field, kept().key], ["", undefined]);
});

Deno.test("whoever may not define fields is offered none, and makes none", async () => {
  await using folder = await temporaryFolder();
  const { office, id } = await uploaded(folder.path);
  using _ = office;
  const chief = office.browser("super");
  doesNotMatch(await (await chief.get(`/imports/${id}`)).text(), /새 항목으로/);
  const answer = await chief.send(`/imports/${id}`, [["field0", "name"], ["field5", "new"]]);
  equal(answer.status, 403);
  deepEqual(customFields(office.store), []);
});

Deno.test("a file that is like the last one comes as that was, says so, and is guessed anew where somebody wants it", async () => {
  await using folder = await temporaryFolder();
  const { office, id, upload, job } = await uploaded(folder.path);
  using _ = office;
  const admin = office.browser("admin");
  await admin.send(`/imports/${id}`, [["field0", "name"], ["field1", "number"], [
    "label1",
    "본사",
  ]]);
  await runJob("write_import", { importId: id }, job);
  const next = await upload();
  match(await (await admin.get(`/imports/${next}`)).text(), /지난번\(.+\)처럼 맞췄습니다/);
  equal(requireImport(office.store, next).choices?.columns[1]?.label, "본사");
  await admin.post(`/imports/${next}/guess`, {});
  await runJob("read_import", { importId: next }, job);
  equal(requireImport(office.store, next).choices?.columns[1]?.label, "휴대");
  doesNotMatch(await (await admin.get(`/imports/${next}`)).text(), /지난번/);
});
