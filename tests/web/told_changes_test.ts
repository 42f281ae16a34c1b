import { deepEqual, equal, ok } from "node:assert/strict";
import { CONSOLE } from "../../lib/domain/audit.ts";
import { CHANGED_KINDS } from "../../lib/domain/event.ts";
import { HUB_LIMITS, LiveHub } from "../../lib/live/hub.ts";
import { committedOf } from "../../lib/server/office_events.ts";
import { noteAct } from "../../lib/store/audit/write_audit.ts";
import { createConsultation } from "../../lib/store/consultations.ts";
import { discardDraft } from "../../lib/store/consultation_drafts.ts";
import { createCustomField } from "../../lib/store/custom_fields.ts";
import type { Store } from "../../lib/store/database.ts";
import { sayDifferent } from "../../lib/store/duplicates.ts";
import { eventsAfter, newestEvent } from "../../lib/store/events.ts";
import { createGroup } from "../../lib/store/extension_groups.ts";
import { setHoliday } from "../../lib/store/holidays.ts";
import { addWord } from "../../lib/store/list_words.ts";
import { enableLine } from "../../lib/store/line_settings.ts";
import { setSetting } from "../../lib/store/settings.ts";
import { describeTrunk } from "../../lib/store/trunks.ts";
import { createWallScreen } from "../../lib/store/wall_screens.ts";
import { PAGE_HEARS } from "../../lib/web/frame/page_hears.ts";
import { WebOffice } from "../support/web_office.ts";

/** What was told since the last time, of records alone: `customer 1`. */
function toldOf(store: Store) {
  let place = newestEvent(store).seq;
  return () => {
    const events = eventsAfter(store, place, 1000);
    place = newestEvent(store).seq;
    return events.map(({ kind, subject }) => `${kind} ${subject}`.trim());
  };
}

Deno.test("every change that somebody makes is told, whoever writes it, in the transaction of the change", () => {
  using office = new WebOffice();
  const told = toldOf(office.store);
  const kim = office.store.as({
    kind: "staff",
    staffId: office.staff("kim").id,
    name: "김",
    address: "",
  });
  const customer = office.customer({ name: "박고객", numbers: ["01012345678"] });
  deepEqual(told(), [], "the program's own work");
  const changes: readonly [change: (store: Store) => unknown, told: readonly string[]][] = [
    [(store) => addWord(store, "type", "새 유형"), ["list_word"]],
    [(store) => setHoliday(store, { day: "2026-12-25", name: "성탄절" }), ["holiday"]],
    [(store) => setSetting(store, "office.name", "방울"), ["setting"]],
    [
      (store) =>
        createWallScreen(
          store,
          { tokenHash: new Uint8Array(32), label: "입구", language: "ko" },
          1,
          5,
        ),
      ["wall_screen"],
    ],
    [(store) => createGroup(store, "영업"), ["extension_group", "board"]],
    [(store) => enableLine(store, 1, false), ["line", "board"]],
    [
      (store) => describeTrunk(store, { lineId: 1, trunk: "1", label: "대표", number: "" }),
      ["trunk", "board"],
    ],
    [
      (store) =>
        createCustomField(store, { label: "등급표", kind: "text", choices: [], required: false }),
      [
        "field",
      ],
    ],
    [(store) => store.run("UPDATE customers SET name = '박'"), ["customer"]],
    [(store) => store.run("UPDATE staff SET name = '이' WHERE id = 2"), ["staff", "board"]],
    [
      (store) => store.run("UPDATE extensions SET label = '창구' WHERE number = '202'"),
      ["extension", "board"],
    ],
    [
      (store) =>
        noteAct(store, { act: "imported", kind: "import", record: "1", label: "고객.xlsx" }),
      ["import", "customer"],
    ],
  ];
  for (const [change, kinds] of changes) {
    change(kim);
    deepEqual(told().map((one) => one.split(" ")[0]), kinds);
  }
  // From the console, in whichever process.
  addWord(office.store.as(CONSOLE), "type", "또 다른 유형");
  deepEqual(told().map((one) => one.split(" ")[0]), ["list_word"]);
  const draft = createConsultation(kim, {
    ...{ callId: null, customerId: customer.id, staffId: 1, type: "", text: "" },
    ...{ state: "draft", callbackAt: null },
  }, 5);
  deepEqual(told(), [`consultation ${draft.id}`]);
  kim.run("UPDATE consultations SET text = '가' WHERE id = ?", draft.id);
  deepEqual(told(), [], "what is typed into a draft is nobody else's yet");
  equal(discardDraft(kim, draft.id, Date.now()), true);
  deepEqual(told(), [`consultation ${draft.id}`]);
});

Deno.test("looking, exporting and signing in are in the audit, and told to nobody", () => {
  using office = new WebOffice();
  const told = toldOf(office.store);
  const kim = office.store.as(CONSOLE);
  for (const act of ["exported", "opened", "listened", "did", "sign_in_failed", "signed_in"]) {
    noteAct(kim, { act, kind: "customer", record: "1" });
  }
  deepEqual(told(), []);
});

Deno.test("every kind of record that is told of is heard by a page, or by the desk", () => {
  const heard = new Set(Object.values(PAGE_HEARS).flat());
  deepEqual(new Set(Object.keys(CHANGED_KINDS)).difference(heard), new Set());
});

Deno.test("an agent hears of another agent's change, with its customer; not of what is the administrators'", async () => {
  using office = new WebOffice();
  const { id } = office.customer({ name: "박고객", numbers: ["01012345678"] });
  const lee = await office.browser("lee").get("/live");
  const admin = await office.browser("admin").get("/live");
  const edited = await office.browser("kim").post(`/customers/${id}`, {
    ...{ version: "1", name: "박고객", company: "방울상사", number: "010-1234-5678", label: "" },
  });
  equal(edited.status, 303);
  const made = await office.browser("admin").post("/board/screens", { label: "입구" });
  await made.body?.cancel();
  office.hub.close();
  const [own, all] = [await lee.text(), await admin.text()];
  const by = office.staff("kim").id;
  const data = JSON.stringify({ kind: "customer", id: String(id), customerId: id, by });
  ok(own.includes(`event: changed\ndata: ${data}\n`), own);
  equal(own.includes("wall_screen"), false);
  ok(all.includes(`event: changed\ndata: ${data}\n`), all);
});

Deno.test("nothing of a customer stands in an event: no name, no number", async () => {
  using office = new WebOffice();
  const told = toldOf(office.store);
  const [one, other] = ["박고객", "박고객"].map((name) =>
    office.customer({ name, company: "비밀상사", numbers: ["01012345678"] })
  );
  office.rings("1", "202", "01012345678");
  const call = office.answers("1", "202");
  const out = { call: "x", trunk: "2", direction: "out", consultationOf: null } as const;
  const [phone, far] = [
    { number: "203", kind: "telephone" } as const,
    { number: "01077776666", kind: "external" } as const,
  ];
  office.tells(
    { type: "Originated", ...out, device: phone, digits: "01077776666", answerShown: true },
    { type: "Established", ...out, device: far },
  );
  office.ends("1");
  const kim = office.browser("kim");
  await kim.send(`/calls/${call.id}/customer`, { customer: String(other!.id) });
  const place = { kind: "number", key: "01012345678" } as const;
  sayDifferent(office.store.as(CONSOLE), place, [one!.id, other!.id]);
  ok(told().length > 5);
  const kept = JSON.stringify(office.store.all("SELECT * FROM events"));
  ok(!/박고객|비밀상사|12345678|77776666/.test(kept), kept);
});

Deno.test("a call is told as it was at each event, however late somebody reads them", async () => {
  using office = new WebOffice();
  const late = new LiveHub(HUB_LIMITS, Date.now, { committed: committedOf(office.store) });
  const listener = { sessionKey: "s", person: () => office.staff("kim") };
  const body = late.join(listener, { name: "beat", data: { now: 0 } })!;
  office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  office.ends("1");
  late.read();
  late.close();
  const text = await new Response(body).text();
  const calls = [...text.matchAll(/^event: call\ndata: (.*)$/gm)].map(([, data]) =>
    JSON.parse(data!)
  );
  deepEqual(calls.map(({ state }) => state), ["ringing", "talking", "ended"]);
  deepEqual(calls.map(({ ringing }) => ringing), [["202"], [], []]);
  deepEqual(new Set(calls.map(({ number }) => number)), new Set(["01012345678"]));
});
