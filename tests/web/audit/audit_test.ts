import { deepEqual, doesNotMatch, equal, match, ok, throws } from "node:assert/strict";
import { type AuditRow, PROGRAM } from "../../../lib/domain/audit.ts";
import { type AuditFilter, listAudit } from "../../../lib/store/audit/audit_list.ts";
import { updateExtension } from "../../../lib/store/extensions.ts";
import { setPassword } from "../../../lib/store/staff.ts";
import { noteAnswer } from "../../../lib/web/middleware/note_answer.ts";
import { UNNOTED } from "../../../lib/web/route_audit.ts";
import { ROUTES } from "../../../lib/web/routes.ts";
import type { Visit, WebContext } from "../../../lib/web/visit.ts";
import { cheapHash } from "../../support/cheap_password.ts";
import { type Browser, ORIGIN, WebOffice } from "../../support/web_office.ts";
import { WHOLE_AUDIT } from "../../support/whole_audit.ts";

const GOOD = "푸른 바다 위의 배";

function entries(office: WebOffice, filter: Partial<AuditFilter> = {}): readonly AuditRow[] {
  return listAudit(office.store, { ...WHOLE_AUDIT, ...filter }, null, 1000).rows.toReversed();
}

const what = ({ actor, act, kind, record }: AuditRow) =>
  `${actor.name || actor.kind}: ${act} ${kind} ${record}`.trim();

/** What the request left in the audit. */
async function leaves(office: WebOffice, ask: () => Promise<Response>): Promise<string[]> {
  const before = entries(office).length;
  const response = await ask();
  await response.body?.cancel();
  ok(response.status < 400, `${response.url} ${response.status}`);
  return entries(office).slice(before).map(what);
}

Deno.test("every way to change something leaves an entry with its record, or says why it changes none", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  office.customer({ name: "이영히", numbers: ["010-9999-5678"] });
  office.rings("1", "202", "01055556666");
  office.answers("1", "202");
  office.ends("1");
  office.rings("2", "203", "01077778888");
  office.ends("2");
  const [kim, admin] = [office.browser("kim"), office.browser("admin")];
  const blank = { department: "", email: "", address: "", grade: "", memo: "", warning: "" };
  const customer = { ...blank, name: "김철수", company: "새빛", number0: "02-555-1234" };
  const person = { login: "new", name: "새사람", role: "agent", language: "ko", extension: "205" };
  const steps: [Browser, string, Record<string, string> | string[][], string[]][] = [
    [kim, "/calls/1/customer", { customer: "1" }, ["changed call 1"]],
    [kim, "/calls/1/consultation", { text: "납기", version: "0", state: "done" }, [
      "created consultation 1",
    ]],
    [kim, "/missed/1", { change: "take" }, ["changed work 1"]],
    [kim, "/customers", customer, ["created customer 3"]],
    [kim, "/customers/3", { ...customer, name: "김철희", version: "1" }, ["changed customer 3"]],
    [admin, "/settings/staff", { ...person, password: GOOD }, [
      ...["created staff 6", "changed extension 205"],
    ]],
    [admin, "/settings/staff/6", { ...person, role: "supervisor" }, ["changed staff 6"]],
    [admin, "/settings/staff/6/password", { password: `${GOOD}!` }, ["changed staff 6"]],
    [admin, "/settings/staff/6/active", { do: "deactivate" }, [
      ...["changed staff 6", "changed extension 205"],
    ]],
    [admin, "/settings/extensions", [["kind.204", "phone"], ["label.204", "창구"]], [
      "changed extension 204",
    ]],
    [admin, "/settings/extensions/new", { number: "300" }, ["created extension 300"]],
    [admin, "/settings/extensions/300/remove", {}, ["removed extension 300"]],
    [admin, "/settings/trunks", { "label.1.1": "대표", "number.1.1": "02-123-4567" }, [
      ...["1", "2", "3", "4"].map((trunk) => `created trunk 1/${trunk}`),
    ]],
    [admin, "/settings/fields", { label: "사업자번호", kind: "text" }, ["created field 1"]],
    [admin, "/settings/fields/1", { do: "retire" }, ["changed field 1"]],
    [admin, "/settings/attachments", { file: "7", day: "100" }, [
      ...["limit", "day"].map((key) => `created setting attachment_${key}_mb`),
    ]],
    [admin, "/settings/backup", { every: "weekly", time: "03:00", kept: "5" }, [
      ...["every", "time", "kept", "folder"].map((key) => `created setting backup.${key}`),
    ]],
    [admin, "/settings/lines/1/enabled", { do: "disable" }, ["changed line 1"]],
    [admin, "/board/screens", { label: "1층" }, ["created wall_screen 1"]],
    [admin, "/board/screens/1/end", {}, ["removed wall_screen 1"]],
    [admin, "/campaigns/hours", [["day", "1"], ["from", "09:00"], ["to", "18:00"]], [
      "created setting office_hours",
    ]],
    [admin, "/language", { language: "en" }, ["changed staff 5"]],
    [admin, "/settings/staff/6", { ...person, role: "supervisor", extension: "" }, [
      // Nothing was changed; that it was asked for stays.
      "did page /settings/staff/6",
    ]],
    [kim, "/calls/1/draft", { text: "납기 문의", version: "2" }, ["changed consultation 1"]],
    [kim, "/presence", { state: "break", reason: "" }, []],
    [kim, "/logout", {}, [`session_ended staff 1`]],
  ];
  for (const [browser, path, fields, expected] of steps) {
    const rows = await leaves(office, () => browser.post(path, fields));
    deepEqual(rows.map((row) => row.replace(/^[^:]+: /, "")), expected, `${path}: ${rows.join()}`);
  }
});

Deno.test("a sign-in that is refused because the extension is tied to another place is noted, and opens nothing", async () => {
  using office = new WebOffice();
  setPassword(office.store, office.staff("kim").id, await cheapHash(GOOD));
  updateExtension(office.store, "202", { address: "10.0.0.7" });
  const from = async (hostname: string) =>
    await office.app.request(`${ORIGIN}/login`, {
      method: "POST",
      headers: { origin: ORIGIN, host: "office.test" },
      body: new URLSearchParams({ login: "kim", password: GOOD }),
    }, { remoteAddr: { transport: "tcp", hostname, port: 1 } });
  const refused = await from("10.0.0.8");
  equal(refused.status, 422);
  equal(refused.headers.getSetCookie().some((cookie) => /session=./.test(cookie)), false);
  equal((await from("10.0.0.7")).status, 303);
  const rows = entries(office).map((row) => `${what(row)} ${row.label} @${row.actor.address}`);
  deepEqual(rows.filter((row) => row.includes("10.0.0.8")), [
    "stranger: sign_in_refused staff 1 김상담 @10.0.0.8",
  ]);
});

/** What is done without an entry, or leaves the house as a file: whoever changes a row says so here too. */
const UNNOTED_OR_FILES = [
  "POST /language cookie",
  "POST /login sign_in",
  "POST /logout sign_out",
  "POST /dial becomes_call",
  "GET /calls.csv export",
  "GET /calls.xlsx export",
  "POST /calls/columns own_view",
  "POST /calls/filters own_view",
  "POST /calls/filters/:id/remove own_view",
  "POST /calls/:id/control becomes_call",
  "POST /calls/:id/draft typing",
  "GET /customers/export export",
  "GET /consultations/export export",
  "POST /customers/:id/consultations empty_draft",
  "POST /consultations/:id/draft typing",
  "POST /consultations/:id/discard only_typed",
  "POST /work/:id/reminder seen",
  "GET /attachments/:id attachment",
  "GET /settings/audit.csv export",
  "GET /settings/audit.xlsx export",
  "POST /settings/backup/now when_done",
  "GET /settings/backup/files/:name backup",
  "POST /imports/:id preview",
  "POST /imports/:id/run when_done",
  "POST /imports/:id/cancel nothing_left",
  "POST /imports/:id/undo when_done",
  "GET /imports/:id/rows export",
  "GET /imports/template export",
  "POST /imports/:id/guess preview",
  "POST /imports/:id/reading preview",
  "POST /imports/:id/rows seen",
  "POST /imports/:id/rows/:row seen",
  "GET /reports/export export",
  "POST /presence own_history",
  "POST /campaigns/work/keep next_caller",
  "POST /campaigns/work/release next_caller",
  "POST /campaigns/:id/next next_caller",
];

Deno.test("what leaves no entry, and what leaves as a file, is listed; each reason is one of a route", () => {
  const said = ROUTES.filter(({ audit }) => audit !== "nothing" && audit !== "changes");
  const rows = said.map(({ method, path, audit }) => `${method} ${path} ${audit}`);
  deepEqual(rows.sort(), UNNOTED_OR_FILES.toSorted());
  const used: readonly string[] = ROUTES.map(({ audit }) => audit);
  deepEqual(Object.keys(UNNOTED).filter((reason) => !used.includes(reason)), []);
});

Deno.test("no file leaves the house by a row that does not say so", () => {
  using office = new WebOffice();
  const { store } = office;
  const headers = { "content-disposition": 'attachment; filename="all.csv"' };
  const visit = { store: store.as(PROGRAM) } as Visit;
  const c = { req: { method: "GET", path: "/desk", url: "http://x/desk" } } as WebContext;
  const desk = ROUTES.find(({ path }) => path === "/desk")!;
  throws(() => noteAnswer(c, visit, desk, new Response("", { headers })), /GET \/desk hands out/);
  deepEqual(entries(office), []);
});

Deno.test("whatever leaves the house as a file is noted, with what was filtered by", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  const admin = office.browser("admin");
  const exported = async (path: string) => await leaves(office, () => admin.get(path));
  const files = [
    ...["/calls.csv", "/calls.xlsx?outcome=missed", "/customers/export?format=csv&q=영희"],
    ...["/consultations/export", "/reports/export", "/settings/audit.csv", "/settings/audit.xlsx"],
  ];
  for (const path of files) {
    deepEqual(await exported(path), [`안관리: exported export ${path.split("?")[0]}`], path);
  }
  const [, , customers] = entries(office, { act: "exported" });
  deepEqual(customers?.after, { format: "csv", q: "영희" });
  match(customers?.label ?? "", /^고객-2026-11-21\.csv$/);
  const upload = await office.app.request(`${ORIGIN}/attachments?customer=1&name=quote.pdf`, {
    method: "POST",
    headers: {
      ...{ cookie: admin.cookie, origin: ORIGIN, host: "office.test" },
      ...{ "content-length": "8", "HX-Request": "true" },
    },
    body: "%PDF-1.4",
  });
  equal(upload.status, 200);
  deepEqual(await exported("/attachments/1?download"), ["안관리: exported attachment 1"]);
  deepEqual(await exported("/attachments/1"), ["안관리: opened attachment 1"]);
  deepEqual(await exported("/customers/1"), []);
  deepEqual(entries(office, { kind: "attachment" }).map(what)[0], "안관리: created attachment 1");
});

Deno.test("a sign-in is noted with its address, a wrong one without what was typed, and one from a new place is told", async () => {
  using office = new WebOffice();
  setPassword(office.store, office.staff("kim").id, await cheapHash(GOOD));
  const from = async (hostname: string, fields: Record<string, string>, cookie = "") =>
    await office.app.request(`${ORIGIN}/login`, {
      method: "POST",
      headers: { origin: ORIGIN, host: "office.test", cookie },
      body: new URLSearchParams(fields),
    }, { remoteAddr: { transport: "tcp", hostname, port: 1 } });
  const right = { login: "kim", password: GOOD };
  equal((await from("10.0.0.7", right)).status, 303);
  equal((await from("10.0.0.7", { login: "kim", password: "틀린 비밀번호" })).status, 422);
  equal((await from("10.0.0.7", { login: "내 비밀번호일지도", password: "x" })).status, 422);
  const away = await from("10.0.0.99", right);
  equal(away.status, 303);
  deepEqual(entries(office).map((row) => `${what(row)} @${row.actor.address}`), [
    "김상담: signed_in staff 1 @10.0.0.7",
    "stranger: sign_in_failed staff 1 @10.0.0.7",
    "stranger: sign_in_failed staff @10.0.0.7",
    "김상담: signed_in_elsewhere staff 1 @10.0.0.99",
    "김상담: signed_in staff 1 @10.0.0.99",
  ]);
  doesNotMatch(JSON.stringify(office.store.all("SELECT * FROM audit")), /비밀번호일지도|바다/);
  const kim = office.browser("kim");
  match(await (await kim.get("/calls")).text(), /10\.0\.0\.99[\s\S]*?\/account/);
  match(
    await (await kim.get("/account")).text(),
    /10\.0\.0\.99[\s\S]*?action="\/account\/addresses"/,
  );
  equal((await kim.post("/account/addresses", {})).status, 303);
  doesNotMatch(await (await kim.get("/calls")).text(), /10\.0\.0\.99/);
  deepEqual(what(entries(office).at(-1)!), "김상담: did page /account/addresses");
});

Deno.test("the audit is for administrators, shows before and after, leads to its record and cannot be written to", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const { id } = office.customer({ name: "이영희", company: "한빛상사" });
  const blank = { department: "", email: "", address: "", grade: "", memo: "", warning: "" };
  const changed = { ...blank, name: "이영희", company: "<b>새빛</b>", version: "1" };
  equal((await kim.post(`/customers/${id}`, changed)).status, 303);
  for (const login of ["kim", "super"]) {
    equal((await office.browser(login).get("/settings/audit")).status, 403);
    equal((await office.browser(login).get("/settings/audit.csv")).status, 403);
  }
  const admin = office.browser("admin");
  const html = await (await admin.get("/settings/audit?q=새빛")).text();
  match(html, /김상담/);
  match(html, /C-000001 이영희/);
  match(html, /한빛상사[\s\S]*&lt;b&gt;새빛&lt;\/b&gt;/);
  doesNotMatch(html, /<b>새빛/);
  match(html, /href="\/customers\/1"/);
  match(html, /href="\/settings\/audit\?kind=customer&amp;record=1"/);
  match(
    await (await admin.get("/settings/audit?q=없는말")).text(),
    /이 조건에 맞는 기록이 없습니다/,
  );
  equal((await admin.get("/settings/audit?who=%27&from=x&before=-1&kind=%3Cb%3E")).status, 200);
  deepEqual(
    ROUTES.filter(({ path, method }) => path.startsWith("/settings/audit") && method !== "GET"),
    [],
  );
  match(
    await (await admin.get("/customers/1")).text(),
    /\/settings\/audit\?kind=customer&amp;record=1/,
  );
  doesNotMatch(await (await kim.get("/customers/1")).text(), /\/settings\/audit/);
  match(await (await admin.get("/settings/staff/1")).text(), /\/settings\/audit\?who=1/);
});
