import { equal, match, ok } from "node:assert/strict";
import { setSetting } from "../../lib/store/settings.ts";
import { WebOffice } from "../support/web_office.ts";

const NOTE = { name: "이영희", memo: "가".repeat(1900) };

/** Two MB for everything that a person sends and writes on a day. */
function strictOffice(): WebOffice {
  const office = new WebOffice();
  setSetting(office.store, "attachment_day_mb", "1");
  setSetting(office.store, "written_day_mb", "1");
  return office;
}

const bytes = (office: WebOffice) =>
  office.store.get<{ n: number }>(
    "SELECT page_count * page_size AS n FROM pragma_page_count, pragma_page_size",
  )!.n;

Deno.test("what one person writes on a day has a limit, is told with what was typed, and stops nobody else", async () => {
  using office = strictOffice();
  const chief = office.browser("super");
  const before = bytes(office);
  let last = await chief.post("/customers", NOTE);
  let count = 1;
  while (last.status === 303 && count < 2000) {
    await last.body?.cancel();
    last = await chief.post("/customers", NOTE);
    count++;
  }
  equal(last.status, 429, `after ${count} forms`);
  const grown = bytes(office) - before;
  ok(grown > 2 * 2 ** 20 && grown < 3 * 2 ** 20, `${count} forms made it grow by ${grown}`);
  const page = await last.text();
  match(page, /오늘은 더 저장할 수 없습니다/);
  match(page, /<textarea hidden name="name">\s*이영희<\/textarea>/);
  match(page, /다시 저장/);
  const toast = await chief.send("/customers", NOTE);
  equal(toast.status, 429);
  match(await toast.text(), /2 MB/);
  // Reading goes on, other people write, and one may go.
  equal((await chief.get("/customers")).status, 200);
  // A file that leaves the house is an entry in the audit.
  const file = await chief.get("/calls.csv");
  equal(file.status, 429);
  match(await file.text(), /2 MB/);
  equal((await office.browser("lee").post("/customers", NOTE)).status, 303);
  equal((await chief.post("/logout", {})).status, 303);

  office.now += 86_400_000;
  equal((await office.browser("super").post("/customers", NOTE)).status, 303);
});

Deno.test("an administrator raises the limit, and not below what people need", async () => {
  using office = strictOffice();
  const admin = office.browser("admin");
  const fields = { file: "25", day: "1024", written: "50" };
  const low = await admin.post("/settings/attachments", fields);
  equal(low.status, 422);
  match(await low.text(), /100부터 1000000 사이/);
  const good = await admin.post("/settings/attachments", { ...fields, written: "2048" });
  equal(good.status, 303);
  match(await (await admin.get("/settings/attachments")).text(), /name="written"[^>]*value="2048"/);
});
