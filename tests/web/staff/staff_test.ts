import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { cheapHash } from "../../support/cheap_password.ts";
import { passwordProblem } from "../../../lib/domain/password_rules.ts";
import { entryOfAgent } from "../../../lib/store/campaign_entries.ts";
import { createConsultation } from "../../../lib/store/consultations.ts";
import { setPassword, staffByLogin } from "../../../lib/store/staff.ts";
import { createTask, holdWork } from "../../../lib/store/work/change_work.ts";
import { openWork } from "../../../lib/store/work/work_list.ts";
import { ROUTES } from "../../../lib/web/routes.ts";
import { type Browser, WebOffice } from "../../support/web_office.ts";

const GOOD = "푸른 바다 위의 배";
const NEW = { login: "new", name: "새사람", role: "agent", language: "ko", extension: "205" };

async function signIn(office: WebOffice, login: string, password: string): Promise<Browser> {
  const stranger = office.stranger();
  const response = await stranger.post("/login", { login, password });
  equal(response.status, 303);
  stranger.cookie = response.headers.getSetCookie()[0]!.split(";")[0]!;
  return stranger;
}

async function away(response: Response): Promise<string> {
  await response.body?.cancel();
  return `${response.status} ${response.headers.get("location")}`;
}

Deno.test("settings answer nobody but administrators, and say nothing to others", async () => {
  using office = new WebOffice();
  const settings = ROUTES.filter(({ path }) => path.startsWith("/settings"));
  for (const { method, path } of settings) {
    for (const login of ["kim", "oper", "super"]) {
      const browser = office.browser(login);
      const url = path.replace(":id", "1").replace(":name", "x");
      const response = method === "GET" ? await browser.get(url) : await browser.post(url, {});
      equal(response.status, 403, `${login} ${method} ${path}`);
      doesNotMatch(await response.text(), /안관리|\/dev\//, `${login} ${method} ${path}`);
    }
  }
});

Deno.test("a new account comes in with its first password, and gets no further than to another one", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  equal(
    await away(await admin.post("/settings/staff", { ...NEW, password: GOOD })),
    "303 /settings/staff",
  );
  deepEqual(office.staff("new").extensions.map(({ number }) => number), ["205"]);
  const person = await signIn(office, "new", GOOD);
  for (const path of ["/desk", "/customers", "/calls", "/account"]) {
    equal(await away(await person.get(path)), "303 /account/password", path);
  }
  equal((await person.part("/popups")).headers.get("HX-Redirect"), "/account/password");
  const page = await (await person.get("/account/password")).text();
  match(page, /관리자가 정해 준 비밀번호/);
  doesNotMatch(page, /hx-get=/);
  const own = "아무도 모르는 문장";
  const changed = await person.post("/account/password", {
    current: GOOD,
    password: own,
    again: own,
  });
  equal(await away(changed), "303 /account?done=password");
  person.cookie = changed.headers.getSetCookie()[0]!.split(";")[0]!;
  equal((await person.get("/desk")).status, 200);
  equal((await person.get("/account")).status, 200);
});

Deno.test("what is wrong with an account stands beside its field, with what was typed", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const wrong: [Record<string, string>, RegExp][] = [
    [{ login: "KIM" }, /이미 김상담 님이 쓰는 아이디/],
    [{ login: "two words" }, /빈칸 없이/],
    [{ name: "" }, /이름/],
    [{ role: "owner" }, /역할을 골라/],
    [{ extension: "202" }, /내선 202은 다른 사람/],
    [{ password: "short" }, /8자 이상이어야/],
    [{ password: "password123" }, /누구나 먼저 시도/],
  ];
  for (const [change, text] of wrong) {
    const response = await admin.post("/settings/staff", { ...NEW, password: GOOD, ...change });
    equal(response.status, 422, JSON.stringify(change));
    const body = await response.text();
    match(body, text);
    match(body, /aria-invalid="true"|역할을 골라/);
    doesNotMatch(body, new RegExp(GOOD));
  }
  equal(staffByLogin(office.store, "new"), null);
});

Deno.test("passwords that everybody tries first are refused, long phrases are not", () => {
  const problems = (words: string[]) => words.map((word) => passwordProblem(word, "gildong"));
  deepEqual(
    problems(["password1!", "qlalfqjsgh1", "12345678", "87654321", "aaaaaaaa", "QWERTYUIOP"]),
    [
      "common",
      "common",
      "common",
      "common",
      "common",
      "common",
    ],
  );
  deepEqual(problems(["gildong1", "Gildong!!"]), ["own_name", "own_name"]);
  deepEqual(problems(["1234567", "가".repeat(201)]), ["short", "long"]);
  deepEqual(problems([GOOD, "correct horse battery", "가나다라마바사아"]), [null, null, null]);
});

Deno.test("a reset password ends every session and is to be changed", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const id = office.staff("kim").id;
  const reset = await office.browser("admin").post(`/settings/staff/${id}/password`, {
    password: GOOD,
  });
  equal(await away(reset), `303 /settings/staff/${id}?done=password`);
  match(await away(await kim.get("/desk")), /^303 \/login/);
  const back = await signIn(office, "kim", GOOD);
  equal(await away(await back.get("/desk")), "303 /account/password");
});

Deno.test("who is taken out of use is out at once, keeps the account and can come back", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const admin = office.browser("admin");
  const id = office.staff("kim").id;
  await admin.post(`/settings/staff/${id}/active`, { do: "deactivate" });
  match(await away(await kim.get("/desk")), /^303 \/login/);
  const { active, extensions, name } = office.staff("kim");
  deepEqual({ active, extensions, name }, { active: false, extensions: [], name: "김상담" });
  match(await (await admin.get("/settings/staff")).text(), /김상담[\s\S]*사용 중지/);
  await admin.post(`/settings/staff/${id}/active`, { do: "activate" });
  equal(office.staff("kim").active, true);
});

Deno.test("whoever takes an account out of use is told before how much of its person's work goes back, in figures", async () => {
  using office = new WebOffice();
  // On a Friday afternoon: a campaign calls nobody at weekends.
  office.now = Date.UTC(2026, 10, 20, 5);
  const admin = office.browser("admin");
  const { id } = office.staff("kim");
  const path = `/settings/staff/${id}`;
  const asked = async (part: Promise<Response>) => {
    const html = await (await part).text();
    const [, question = ""] = /data-ask="([^"]*사용 중지할까요[^"]*)"/.exec(html) ?? [];
    return question.split("\n\n")[1];
  };
  equal(await asked(admin.get(path)), "맡고 있는 일은 없습니다.");
  const { store, now } = office;
  const task = { subject: "견적", text: "", customerId: null, interactionId: null, dueAt: now };
  for (const login of ["kim", "kim", "lee"]) {
    createTask(store, { ...task, staffId: office.staff(login).id }, { by: 1, at: now });
  }
  office.rings("1", "202", "01012345678");
  office.ends("1");
  const [missed] = openWork(store, { kind: "missed", whose: null }, 1);
  holdWork(store, missed!.id, id, { by: id, at: now });
  const note = {
    callId: null,
    customerId: office.customer({ name: "이영희" }).id,
    type: "",
    text: "",
  };
  const promise = { state: "callback", callbackAt: now + 3_600_000 } as const;
  createConsultation(store, { ...note, staffId: id, ...promise }, now);
  const fields = { name: "점검", script: "", mostTries: "3", retryMinutes: "60", kind: "list" };
  await office.browser("super").post("/campaigns", { ...fields, text: "02-555-1234" });
  await office.browser("kim").post("/campaigns/1/next", {});
  const figures = "부재 1건, 다시 전화 1건, 업무 2건, 캠페인 번호 1건";
  const told = `맡고 있는 일은 누구나 맡을 수 있게 됩니다: ${figures}.`;
  equal(await asked(admin.get(path)), told);
  // The page that is open asks for it anew when work changes.
  equal(await asked(admin.part(path)), told);
  await admin.post(`${path}/active`, { do: "deactivate" });
  doesNotMatch(await (await admin.get(path)).text(), /맡고 있는 일/);
  const left = openWork(store, { kind: null, whose: "nobody" }, 9).map(({ kind }) => kind);
  deepEqual(left.toSorted(), ["callback", "missed", "task", "task"]);
  await office.browser("lee").post("/campaigns/1/next", {});
  equal(entryOfAgent(store, office.staff("lee").id)?.number, "02-555-1234");
});

Deno.test("the last administrator stays one, and nobody takes out their own account", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const { id, login, name } = office.staff("admin");
  const form = { login, name, language: "ko", extension: "" };
  const lowered = await admin.post(`/settings/staff/${id}`, { ...form, role: "agent" });
  equal(lowered.status, 422);
  match(await lowered.text(), /마지막 관리자/);
  const out = await admin.post(`/settings/staff/${id}/active`, { do: "deactivate" });
  equal(out.status, 400);
  match(await out.text(), /자기 계정은/);
  equal(office.staff("admin").active, true);
});

Deno.test("a changed role holds from the next request on", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  equal((await kim.get("/imports")).status, 403);
  const { id, login, name } = office.staff("kim");
  const form = { login, name, language: "en", extension: "202" };
  await office.browser("admin").post(`/settings/staff/${id}`, { ...form, role: "supervisor" });
  equal((await kim.get("/imports")).status, 200);
});

Deno.test("one sees one's own sessions and ends them, and nobody else's", async () => {
  using office = new WebOffice();
  const [here, there, lee] = [office.browser("kim"), office.browser("kim"), office.browser("lee")];
  const ends = (html: string) =>
    [...html.matchAll(/\/account\/sessions\/(\w+)\/end/g)].map(([, key]) => key!);
  const keys = ends(await (await here.get("/account")).text());
  equal(keys.length, 1);
  equal((await lee.post(`/account/sessions/${keys[0]}/end`, {})).status, 404);
  equal((await there.get("/desk")).status, 200);
  equal(await away(await here.post(`/account/sessions/${keys[0]}/end`, {})), "303 /account");
  match(await away(await there.get("/desk")), /^303 \/login/);
  equal((await here.get("/desk")).status, 200);
});

Deno.test("the current password is asked for before another one is taken", async () => {
  using office = new WebOffice();
  setPassword(office.store, office.staff("kim").id, await cheapHash("지금의 비밀번호"));
  const kim = office.browser("kim");
  const send = async (fields: Record<string, string>) => {
    const response = await kim.post("/account/password", {
      password: GOOD,
      again: GOOD,
      ...fields,
    });
    return `${response.status} ${
      /class="field_error"[\s\S]*?<span>([^<]*)/.exec(await response.text())?.[1]
    }`;
  };
  equal(await send({ current: "" }), "422 지금 비밀번호를 적어 주세요.");
  equal(await send({ current: "틀린 비밀번호" }), "422 지금 비밀번호가 맞지 않습니다.");
  equal(await send({ current: "x", again: "다른" }), "422 두 비밀번호가 서로 다릅니다.");
  equal(await send({ current: GOOD }), "422 지금과 다른 비밀번호를 정해 주세요.");
});
