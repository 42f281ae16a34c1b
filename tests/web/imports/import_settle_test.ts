import { deepEqual, equal, match } from "node:assert/strict";
import { PROGRAM } from "../../../lib/domain/audit.ts";
import { runJob } from "../../../lib/jobs/handlers.ts";
import type { JobContext } from "../../../lib/jobs/job_context.ts";
import { countOpenRows } from "../../../lib/store/import_rows.ts";
import { createImport } from "../../../lib/store/imports.ts";
import { importFolder } from "../../../lib/store/import_folder.ts";
import { someCustomer } from "../../store/fixtures.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { WebOffice } from "../../support/web_office.ts";

const FILE = "이름,전화,이메일\n" +
  "김민수 과장,010-1111-2222,\n" +
  "이영희,010-1111-2222,\n" +
  "성춘향,abc,\n" +
  "이몽룡,010-5555-6666,naver\n";

/** An office in which a file was imported of which two rows are doubtful and two were refused. */
async function imported(data: string, list = FILE) {
  const office = new WebOffice(undefined, { data });
  someCustomer(office.store, "김민수", "010-1111-2222");
  const job: JobContext = {
    ...{ data, store: office.store, claims: null, by: PROGRAM, now: () => office.now },
    ...{ signal: new AbortController().signal, progress: () => {}, comesAgain: () => false },
  };
  const id = createImport(office.store, "list.csv", { by: null, at: office.now });
  const { path, file } = importFolder(data, id);
  await Deno.mkdir(path, { recursive: true });
  await Deno.writeTextFile(file, list);
  await runJob("read_import", { importId: id }, job);
  await runJob("write_import", { importId: id }, job);
  return { office, id };
}

Deno.test("whoever imports says of doubtful and refused rows what becomes of them, one by one or of all at once", async () => {
  await using folder = await temporaryFolder();
  const { office, id } = await imported(folder.path);
  using _ = office;
  const chief = office.browser("super");
  const open = () => countOpenRows(office.store, id);
  deepEqual(open(), { doubtful: 2, refused: 2 });
  const page = await (await chief.get(`/imports/${id}`)).text();
  match(page, /확인할 고객 2명/);
  match(page, /들어오지 못한 행 2개/);

  const settle = (path: string, form: Record<string, string>) =>
    chief.post(`/imports/${id}/rows${path}`, form);
  equal((await settle("/2", { how: "nonsense" })).status, 400);
  equal((await settle("/2", { how: "fine" })).status, 303);
  deepEqual(open(), { doubtful: 1, refused: 2 });
  await settle("", { of: "refused", how: "left" });
  deepEqual(open(), { doubtful: 1, refused: 0 });
  await settle("", { of: "doubtful", how: "fine" });
  deepEqual(open(), { doubtful: 0, refused: 0 });
});

Deno.test("a refused row fills the form of a new customer, with what is wrong beside the field, and is settled when that is saved", async () => {
  await using folder = await temporaryFolder();
  const { office, id } = await imported(folder.path);
  using _ = office;
  const chief = office.browser("super");
  const form = await (await chief.get(`/customers/new?import=${id}&row=4`)).text();
  match(form, /들어오지 못한 4행입니다/);
  match(form, /name="name"[^>]*value="성춘향"/);
  match(form, /name="number"[^>]*value="abc"[^>]*aria-invalid="true"/);
  const sent = { import: String(id), row: "4", name: "성춘향", number: "010-7777-8888", label: "" };
  const saved = await chief.post("/customers", sent);
  deepEqual([saved.status, saved.headers.get("location")], [303, `/imports/${id}`]);
  deepEqual(countOpenRows(office.store, id), { doubtful: 2, refused: 1 });
  // By now it is somebody's customer, and the form is that of anybody new.
  const again = await (await chief.get(`/customers/new?import=${id}&row=4`)).text();
  equal(again.includes("성춘향"), false);
});

Deno.test("a doubtful row shows the two customers as they are stored", async () => {
  await using folder = await temporaryFolder();
  const { office, id } = await imported(folder.path);
  using _ = office;
  const page = await (await office.browser("super").get(`/imports/${id}`)).text();
  match(page, /<strong>김민수 과장 · 010-1111-2222<\/strong> <span class="muted">C-000002/);
  match(page, /김민수 · 010-1111-2222 <span class="muted">C-000001/);
});

Deno.test("a consultation that was refused for its day is not mended in the form of a new customer", async () => {
  await using folder = await temporaryFolder();
  const list = "상담일시,이름,전화,상담내용\n" +
    "2026-11-33,김민수,010-1111-2222,납기 문의\n" +
    "2026-11-02,홍길동,abc,견적 문의\n";
  const { office, id } = await imported(folder.path, list);
  using _ = office;
  const page = await (await office.browser("super").get(`/imports/${id}`)).text();
  match(page, /들어오지 못한 행 2개/);
  deepEqual(page.match(/customers\/new\?import=1&amp;row=\d+/g), [
    "customers/new?import=1&amp;row=3",
  ]);
});

Deno.test("whoever may not import sees and settles no row of one", async () => {
  await using folder = await temporaryFolder();
  const { office, id } = await imported(folder.path);
  using _ = office;
  const agent = office.browser("kim");
  const form = await (await agent.get(`/customers/new?import=${id}&row=4`)).text();
  equal(form.includes("성춘향"), false);
  equal((await agent.post(`/imports/${id}/rows/4`, { how: "left" })).status, 403);
  equal((await agent.get(`/imports/${id}/rows?of=refused`)).status, 403);
  const sent = { import: String(id), row: "4", name: "누구", number: "010-7777-8888", label: "" };
  equal((await agent.post("/customers", sent)).status, 403);
});
