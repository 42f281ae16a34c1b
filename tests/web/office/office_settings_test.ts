import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { eventsAfter, newestEvent } from "../../../lib/store/events.ts";
import { holidaysFrom } from "../../../lib/store/holidays.ts";
import { continueRename } from "../../../lib/store/list_renames.ts";
import { listWords, offeredWords } from "../../../lib/store/list_words.ts";
import { OfficeSettings } from "../../../lib/store/office_settings.ts";
import { ringSound } from "../../../lib/store/ring_sound.ts";
import { createStaff } from "../../../lib/store/staff.ts";
import { createConsultation } from "../../../lib/store/consultations.ts";
import { WebOffice } from "../../support/web_office.ts";

const NAMES = (office: WebOffice, list: "type" | "grade" | "break") =>
  offeredWords(office.store, list);

function wordId(office: WebOffice, list: "type" | "grade" | "break", name: string): number {
  return listWords(office.store, list).find((word) => word.name === name)!.id;
}

Deno.test("another time zone counts on the very next page, everywhere", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  office.rings("1", "202", "01012345678");
  match(await (await admin.get("/calls")).text(), /오늘 14:00/);
  const changed = { name: "한빛상사", language: "ko", zone: "America/New_York" };
  equal((await admin.post("/settings/office", changed)).status, 303);
  match(await (await admin.get("/calls")).text(), /오늘 00:00/);
  const report = await (await office.browser("super").get("/desk")).text();
  match(report, /<title>[^<]* · 한빛상사<\/title>/);
  match(await (await office.stranger().get("/login")).text(), /한빛상사/);
});

Deno.test("the office's language is that of new accounts, and of who asks for none", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  equal(
    (await admin.post("/settings/office", { name: "", language: "en", zone: "Asia/Seoul" })).status,
    303,
  );
  match(await (await admin.get("/settings/staff/new")).text(), /value="en" selected/);
  match(await (await office.stranger().get("/login")).text(), /Sign in|Log in/);
  const made = createStaff(office.store, {
    ...{ login: "ann", name: "Ann", role: "agent", passwordHash: "" },
  }, office.now);
  equal(made.language, "en");
});

Deno.test("a zone that is none comes back with what was typed, and nothing changes", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const typed = { name: "새 이름", language: "ko", zone: "Mars/Olympus" };
  const refused = await admin.post("/settings/office", typed);
  equal(refused.status, 422);
  match(await refused.text(), /value="새 이름"[\s\S]*목록에 있는 시간대/);
  deepEqual([office.office.name, office.office.timeZone], ["", "Asia/Seoul"]);
});

Deno.test("what the start of the server fixes is shown with its place, and no form changes it", async () => {
  const fixed = {
    time_zone: { value: "Asia/Tokyo", source: "option --time-zone" },
    line: { value: "test", source: "option --line" },
    log_days: { value: "7", source: "environment BELLTOWER_LOG_DAYS" },
  };
  using office = new WebOffice(undefined, {}, undefined, fixed);
  const admin = office.browser("admin");
  match(await (await admin.get("/settings/lines/1")).text(), /option --line\(으\)로 정해진 회선/);
  match(await (await admin.get("/settings/office")).text(), /option --time-zone\(으\)로 정해져/);
  await admin.post("/settings/office", { name: "", language: "ko", zone: "Europe/Berlin" });
  equal(office.office.timeZone, "Asia/Tokyo");
  const page = await (await admin.get("/settings/retention")).text();
  match(page, /name="log_days" value="7"[^>]* disabled/);
  match(page, /environment BELLTOWER_LOG_DAYS/);
  const days = { raw_frame_days: "10", log_days: "99", audit_days: "365" };
  equal((await admin.post("/settings/retention", days)).status, 303);
  equal(office.office.days("log_days"), 7);
  deepEqual(
    ["raw_frame_days", "log_days", "audit_days"].map((key) =>
      new OfficeSettings(office.store).days(key as "log_days")
    ),
    [10, 30, 365],
  );
});

Deno.test("days that are none are refused all together", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const typed = { raw_frame_days: "10", log_days: "0", audit_days: "365" };
  const refused = await admin.post("/settings/retention", typed);
  equal(refused.status, 422);
  match(await refused.text(), /name="raw_frame_days" value="10"[\s\S]*id="f-log_days-error"/);
  equal(office.office.days("raw_frame_days"), 30);
});

Deno.test("words are added, moved, taken out of use and back; notes keep theirs", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  equal((await admin.post("/settings/types", { name: " 설치 " })).status, 303);
  const id = wordId(office, "type", "설치");
  await admin.post(`/settings/types/${id}`, { do: "up" });
  deepEqual(NAMES(office, "type").slice(-2), ["설치", "기타"]);
  const order = wordId(office, "type", "주문");
  await admin.post(`/settings/types/${order}`, { do: "retire" });
  equal(NAMES(office, "type").includes("주문"), false);
  const staffId = office.staff("kim").id;
  const note = createConsultation(office.store, {
    ...{ callId: null, customerId: office.customer({ name: "이영희" }).id, staffId },
    ...{ type: "주문", text: "납기", state: "open", callbackAt: null },
  }, office.now);
  const kim = office.browser("kim");
  const form = await (await kim.get(`/consultations/${note.id}`)).text();
  match(form, /<option selected>주문<\/option>/);
  const saved = await kim.send(`/consultations/${note.id}`, {
    ...{ type: "주문", text: "납기 확인", state: "done", version: String(note.version) },
  });
  equal(saved.status, 204);
  match(await (await kim.get("/calls")).text(), /주문/);
  await admin.post(`/settings/types/${order}`, { do: "restore" });
  equal(NAMES(office, "type").includes("주문"), true);
});

Deno.test("a word that is there, empty or too long is refused with what was typed", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  for (
    const [name, said] of [["주문", /이미 있습니다/], [" ", /비워 둘 수 없습니다/], [
      "가".repeat(41),
      /40자까지/,
    ]] as const
  ) {
    const refused = await admin.post("/settings/types", { name });
    equal(refused.status, 422);
    match(await refused.text(), said);
  }
  const id = wordId(office, "type", "문의");
  const renamed = await admin.post(`/settings/types/${id}`, { name: "배송" });
  equal(renamed.status, 422);
  match(await renamed.text(), new RegExp(`id="w-${id}"[^>]*value="배송"`));
  equal((await admin.post("/settings/grades/999", { do: "up" })).status, 404);
  equal((await admin.post(`/settings/grades/${id}`, { do: "retire" })).status, 404);
});

Deno.test("a renamed type goes into old notes, saved filters and pages that are still open", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const staffId = office.staff("kim").id;
  const customerId = office.customer({ name: "이영희", grade: "VIP" }).id;
  const note = createConsultation(office.store, {
    ...{ callId: null, customerId, staffId, type: "주문", text: "x" },
    ...{ state: "open", callbackAt: null },
  }, office.now);
  await office.browser("kim").post("/calls/filters", { name: "주문만", query: "type=주문" });
  await admin.post(`/settings/types/${wordId(office, "type", "주문")}`, { name: "주문 접수" });
  await admin.post(`/settings/grades/${wordId(office, "grade", "VIP")}`, { name: "최우수" });
  const again = await admin.post("/settings/types", { name: "주문" });
  equal(again.status, 422);
  match(await again.text(), /이름을 바꾸는 중/);
  while (continueRename(office.store, 1, Date.now())); // as the server does it, a part at a time
  const kept = () => office.store.get<{ type: string }>("SELECT type FROM consultations")!.type;
  equal(kept(), "주문 접수");
  equal(
    office.store.get<{ query: string }>("SELECT query FROM call_filters")!.query,
    new URLSearchParams({ type: "주문 접수" }).toString(),
  );
  equal(office.store.get<{ grade: string }>("SELECT grade FROM customers")!.grade, "최우수");
  const stale = await office.browser("kim").send(`/consultations/${note.id}`, {
    ...{ type: "주문", text: "y", state: "open", version: String(note.version) },
  });
  equal(stale.status, 204);
  equal(kept(), "주문 접수");
  equal((await admin.post("/settings/types", { name: "주문" })).status, 303);
});

Deno.test("pages hear when the records of a renamed word have followed, which is later than the word itself", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  for (const [list, word] of [["type", "주문"], ["grade", "VIP"], ["break", "휴식"]] as const) {
    await admin.post(`/settings/${list}s/${wordId(office, list, word)}`, { name: `${word} 2` });
  }
  const { seq } = newestEvent(office.store);
  while (continueRename(office.store, 1, Date.now()));
  const told = eventsAfter(office.store, seq, 10);
  deepEqual(told.map(({ kind, audience }) => [kind, audience]), [
    ["consultation", "consultations.see"],
    ["customer", "customers.see"],
    ["list_word", "desk.use"],
    ["board", null],
  ]);
});

Deno.test("agents choose one of the office's reasons for a break in one click", async () => {
  using office = new WebOffice();
  await office.browser("admin").post("/settings/breaks", { name: "병원" });
  const kim = office.browser("kim");
  match(await (await kim.get("/desk")).text(), /name="break" value="병원"/);
  const mark = await (await kim.send("/presence", { break: "병원", reason: "" })).text();
  match(mark, /value="병원" aria-pressed="true"/);
  match(await (await office.browser("oper").get("/board")).text(), /병원/);
});

Deno.test("on a holiday campaigns call nobody, and its name says why", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  await admin.post("/settings/hours", [["day", "6"], ["from", "09:00"], ["to", "18:00"]]);
  match(await (await admin.get("/campaigns")).text(), /지금은/);
  equal(
    (await admin.post("/settings/hours/holidays", { day: "2026-11-21", name: "창립기념일" }))
      .status,
    303,
  );
  match(await (await admin.get("/campaigns")).text(), /오늘은 휴일\(창립기념일\)/);
  await admin.post("/settings/hours/holidays/remove", { day: "2026-11-21" });
  doesNotMatch(await (await admin.get("/campaigns")).text(), /창립기념일/);
});

Deno.test("the public holidays of a year come with one click, and once; a day that is none is refused", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  await admin.post("/settings/hours/holidays", { day: "2027-01-01", name: "쉬는 날" });
  const added = await admin.post("/settings/hours/holidays/public", { year: "2027" });
  const count = Number(/count=(\d+)/.exec(added.headers.get("location") ?? "")?.[1]);
  const days = holidaysFrom(office.store, "2027-01-01");
  equal(days.length, count + 1);
  equal(days[0]?.name, "쉬는 날");
  deepEqual(days.filter(({ name }) => name === "설날").map(({ day }) => day), [
    ...["2027-02-06", "2027-02-07", "2027-02-08"],
  ]);
  match(
    (await admin.post("/settings/hours/holidays/public", { year: "2027" })).headers.get(
      "location",
    )!,
    /count=0/,
  );
  equal((await admin.post("/settings/hours/holidays/public", { year: "1999" })).status, 400);
  const wrong = await admin.post("/settings/hours/holidays", { day: "2026-02-30", name: "x" });
  equal(wrong.status, 422);
  match(await wrong.text(), /id="f-day-error"/);
});

Deno.test("the ring that the office has set is on every page, until somebody chooses otherwise", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  match(await (await admin.get("/desk")).text(), /data-ring="on" data-ring-tune="chime"/);
  equal((await admin.post("/settings/sounds", { tune: "bell", volume: "loud" })).status, 303);
  deepEqual(ringSound(office.store), { on: false, tune: "bell", volume: "loud" });
  match(
    await (await office.browser("kim").get("/desk")).text(),
    /data-ring="off" data-ring-tune="bell" data-ring-volume="loud"/,
  );
  equal((await admin.post("/settings/sounds", { tune: "horn", volume: "loud" })).status, 400);
});

Deno.test("the overview has every area with a sentence, and says what is wrong in which", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const page = await (await admin.get("/settings")).text();
  const areas = [...page.matchAll(/<a class="area" href="\/settings\/([a-z]+)">[\s\S]*?<\/a>/g)];
  const side = await (await admin.get("/settings/office")).text();
  const tabs = [...side.matchAll(/href="\/settings\/([a-z]+)"/g)].map(([, tab]) => tab);
  deepEqual(areas.map(([, area]) => area), tabs);
  for (const [area, name] of areas) doesNotMatch(area, /undefined|about\./, name);
  match(areas.find(([, name]) => name === "lines")![0], /연결되지 않은 회선 1개/);
  match(page, /6개 가운데 1개 준비됨/);
});

Deno.test("the checklist ticks what is there, and a trial line ticks nothing", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const done = async () =>
    [...(await (await admin.get("/settings/checklist")).text()).matchAll(
      /check_(done|missing)/g,
    )]
      .map(([, value]) => value === "done");
  deepEqual(await done(), [true, false, false, false, false, false]);
  office.customer({ name: "이영희" });
  const numbers = ["1", "2", "3", "4"].map((trunk) => [`number.1.${trunk}`, `02-555-000${trunk}`]);
  await admin.post("/settings/trunks", numbers);
  deepEqual(await done(), [true, false, true, false, true, false]);
  office.store.run("UPDATE lines SET device = 'virtual PBX'");
  match(await (await admin.get("/settings/checklist")).text(), /가상 교환기로 연습/);
});
