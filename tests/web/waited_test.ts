import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { hashPassword } from "../../lib/domain/password.ts";
import { listExtensions, updateExtension } from "../../lib/store/extensions.ts";
import { sessionsOf } from "../../lib/store/sessions.ts";
import { listStaff, passwordHashOf, setActive, setPassword } from "../../lib/store/staff.ts";
import { may } from "../../lib/domain/role_permissions.ts";
import { ROUTES } from "../../lib/web/routes.ts";
import { PasswordCheck } from "../../lib/web/guard/password_check.ts";
import { cheapHash, cheapPasswords } from "../support/cheap_password.ts";
import { sourcesUnder } from "../support/sources.ts";
import { type Browser, ORIGIN, SETUP_CODE, WebOffice } from "../support/web_office.ts";

const PASSWORD = "correct horse";
/** Is compared in some milliseconds: nothing of it is done when the test acts. */
const HASH = await hashPassword(PASSWORD, { N: 2 ** 14, r: 8, p: 1 });
const OTHER = await cheapHash("another horse");

/** New passwords are hashed when the test says so, however quick the machine is. */
class HeldPasswords extends PasswordCheck {
  readonly go = Promise.withResolvers<void>();

  override async hash(password: string): Promise<string> {
    await this.go.promise;
    return await cheapHash(password);
  }
}

function officeWithPassword(passwords = cheapPasswords()): WebOffice {
  const office = new WebOffice(undefined, {}, undefined, {}, passwords);
  for (const { id } of listStaff(office.store)) setPassword(office.store, id, HASH);
  return office;
}

/** Lets everything go on that waits for nothing but its turn: hashes and timers do not end meanwhile. */
async function everythingElse(): Promise<void> {
  for (let turn = 0; turn < 2000; turn++) await null;
}

/** A form of which all but the end has come; `end` sends that and returns the answer. */
function held(office: WebOffice, { cookie }: { cookie: string }, path: string, text: string) {
  let last = () => {};
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(0, -1)));
      last = () => {
        controller.enqueue(new TextEncoder().encode(text.slice(-1)));
        controller.close();
      };
    },
  });
  const answer = Promise.resolve(office.app.request(ORIGIN + path, {
    method: "POST",
    headers: {
      ...{ cookie, origin: ORIGIN, host: "office.test" },
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(text.length),
    },
    body,
  }));
  return {
    async end(): Promise<Response> {
      last();
      return await answer;
    },
  };
}

const form = (fields: Record<string, string>) => String(new URLSearchParams(fields));

Deno.test("a sign-in whose password is being compared ends where the account is changed meanwhile", async () => {
  const changes: [string, (office: WebOffice, id: number) => void][] = [
    ["another password", ({ store }, id) => setPassword(store, id, OTHER)],
    ["deactivated", ({ store }, id) => setActive(store, id, false)],
    ["tied elsewhere", ({ store }) => {
      updateExtension(store, "202", { kind: "phone", label: "", address: "192.168.0.7" });
    }],
    ["nothing", () => {}],
  ];
  const answers: Record<string, number[]> = {};
  for (const [name, change] of changes) {
    using office = officeWithPassword();
    const { id } = office.staff("kim");
    const answer = office.stranger().post("/login", { login: "kim", password: PASSWORD });
    await everythingElse();
    change(office, id);
    answers[name] = [(await answer).status, sessionsOf(office.store, id).length];
  }
  deepEqual(answers, {
    "another password": [422, 0],
    "deactivated": [422, 0],
    "tied elsewhere": [422, 0],
    "nothing": [303, 1],
  });
});

Deno.test("a password that was given meanwhile is not overwritten by one whose owner knew only the old one", async () => {
  using office = officeWithPassword();
  const { id } = office.staff("kim");
  const fields = { current: PASSWORD, password: "eine neue Parole", again: "eine neue Parole" };
  const kim = office.browser("kim");
  const answer = kim.post("/account/password", fields);
  await everythingElse();
  setPassword(office.store, id, OTHER);
  const { status, headers } = await answer;
  deepEqual([status, headers.get("location")], [303, "/login?next=%2Faccount%2Fpassword"]);
  equal(passwordHashOf(office.store, id), OTHER);
  equal(sessionsOf(office.store, id).length, 0);
});

Deno.test("an administrator who is none any more gives nobody a password and makes no account", async () => {
  const passwords = new HeldPasswords();
  using office = officeWithPassword(passwords);
  const admin = office.browser("admin");
  const password = "eine neue Parole";
  const kim = office.staff("kim").id;
  const answers = [
    admin.post(`/settings/staff/${kim}/password`, { password }),
    admin.post("/settings/staff", {
      ...{ login: "new", name: "New", role: "admin", language: "ko", extension: "", password },
    }),
  ];
  await everythingElse();
  office.store.run("UPDATE staff SET role = 'agent' WHERE login = 'admin'");
  passwords.go.resolve();
  deepEqual((await Promise.all(answers)).map(({ status }) => status), [403, 403]);
  equal(passwordHashOf(office.store, kim), HASH);
  equal(listStaff(office.store).length, 5);
});

Deno.test("a form that comes for minutes is answered to whoever asks when all of it has come", async () => {
  using office = new WebOffice();
  const { id } = office.staff("admin");
  const text = form({ login: "x", name: "y", do: "up", state: "available" });
  for (const route of ROUTES) {
    const { needs } = route;
    if (route.method !== "POST" || needs === null || route.traits.includes("takes_file")) continue;
    const url = route.path.replace(":id", "1");
    const admin = office.browser("admin");
    const begin = () => held(office, admin, url, text);
    const [demoted, deactivated] = [may("agent", needs) ? null : begin(), begin()];
    await everythingElse();
    office.store.run("UPDATE staff SET role = 'agent' WHERE id = ?", id);
    if (demoted !== null) equal((await demoted.end()).status, 403, route.path);
    setActive(office.store, id, false);
    const { status, headers } = await deactivated.end();
    equal(status, 303, route.path);
    match(headers.get("location")!, /^\/login\?/, route.path);
    setActive(office.store, id, true);
    office.store.run("UPDATE staff SET role = 'admin' WHERE id = ?", id);
  }
});

Deno.test("whoever may not ask is told so before their form has come", async () => {
  using office = new WebOffice();
  const never = new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: () => new Promise(() => {}) });
  const { status } = await office.app.request(`${ORIGIN}/settings/staff`, {
    ...{ method: "POST", body: never },
    headers: { cookie: office.browser("kim").cookie, origin: ORIGIN, host: "office.test" },
  });
  equal(status, 403);
});

Deno.test("a file is not kept whose sender was deactivated while it came", async () => {
  using office = new WebOffice();
  const { id } = office.customer({ name: "이영희" });
  const file = held(
    office,
    office.browser("kim"),
    `/attachments?customer=${id}&name=a.txt`,
    "text",
  );
  await everythingElse();
  equal(office.store.get<{ n: number }>("SELECT count(*) AS n FROM attachments")?.n, 1);
  setActive(office.store, office.staff("kim").id, false);
  equal((await file.end()).status, 303);
  equal(office.store.get<{ n: number }>("SELECT count(*) AS n FROM attachments")?.n, 0);
});

Deno.test("a file on its way is broken off when its reader may not have it any more", async () => {
  using office = new WebOffice();
  for (let n = 0; n < 3000; n++) office.customer({ name: `고객 ${n}`, numbers: ["010-1234-5678"] });
  const read = async (browser: Browser, act: () => void) => {
    const response = await browser.get("/customers/export?format=csv");
    equal(response.status, 200);
    const reader = response.body!.getReader();
    await reader.read();
    act();
    while (!(await reader.read()).done);
  };
  await read(office.browser("super"), () => {});
  await rejects(
    read(office.browser("super"), () => {
      office.store.run("UPDATE staff SET role = 'agent' WHERE login = 'super'");
    }),
    { name: "HttpProblem" },
  );
});

Deno.test("two who set up the office at once make one administrator", async () => {
  using office = new WebOffice(undefined, {}, []);
  const fields = {
    ...{ name: "안관리", office: "한빛상사", language: "ko", zone: "Asia/Seoul", line: "" },
    ...{ password: "the first password", again: "the first password", extension: "201" },
  };
  const browsers = [office.stranger(), office.stranger()];
  for (const browser of browsers) {
    const { headers } = await browser.post("/setup", { code: SETUP_CODE });
    browser.cookie = headers.get("set-cookie")!.split(";")[0]!;
  }
  const answers = await Promise.all(
    browsers.map((browser, at) => browser.post("/setup", { ...fields, login: `boss${at}` })),
  );
  deepEqual(answers.map(({ status }) => status).sort(), [303, 409]);
  equal(listStaff(office.store).length, 1);
  equal(listExtensions(office.store).filter(({ staffId }) => staffId !== null).length, 1);
});

/** Handlers that wait for something else than their form, and what they do about it. */
const WAITING: Readonly<Record<string, string>> = {
  "account_password.ts": "asks again, and compares what the password was",
  "attachment_create.ts": "asks again before the file is seen",
  "backup_download.ts": "sends a file, which is looked at while it is sent",
  "backup_save.ts": "shows the form again",
  "backup_show.ts": "shows what lies in the folder",
  "call_control.ts": "says what the switch said",
  "call_dial.ts": "says what the switch said",
  "campaign_create.ts": "asks again before the campaign runs",
  "import_create.ts": "asks again before the file is read",
  "line_create.ts": "has stored it before it waits",
  "line_update.ts": "has stored it before it waits",
  "report_show.ts": "asks again before the report is shown",
  "restore_act.ts": "asks again before the file is checked",
  "session_create.ts": "reads the account again in the transaction that makes the session",
  "setup_save.ts": "looks for an administrator in the transaction that makes one",
  "staff_create.ts": "asks again, and checks what is free behind the hash",
  "staff_password.ts": "asks again before the password is given",
};

Deno.test("every handler that waits for something is known to look again", () => {
  const waiting = sourcesUnder("lib/web", ".ts")
    .filter(({ text }) => /: (?:Staff|Open)Handler [={]/.test(text) && /\bawait\b/.test(text))
    .map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
  deepEqual(waiting.sort(), Object.keys(WAITING).sort());
});
