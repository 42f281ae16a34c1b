import { deepEqual, equal, match } from "node:assert/strict";
import { createWallScreen } from "../../../lib/store/wall_screens.ts";
import type { LiveEvent } from "../../../lib/live/live_event.ts";
import { newToken, tokenHash } from "../../../lib/web/guard/session_token.ts";
import { WebOffice } from "../../support/web_office.ts";

const HELLO: LiveEvent = { name: "hello", data: { sessionKey: "s", version: "0", now: 0 } };
const MINUTE = 60_000;

/** Somebody's browser listens, as long as the hub does. */
function listens(office: WebOffice, login: string): ReadableStream<Uint8Array> {
  return office.hub.join({ sessionKey: login, person: () => office.staff(login) }, HELLO)!;
}

const state = (html: string, extension: string) =>
  new RegExp(`id="tile-${extension}" data-state="(\\w+)"`).exec(html)?.[1];

async function board(office: WebOffice, login: string): Promise<string> {
  return await (await office.browser(login).part("/board/now", "/board")).text();
}

Deno.test("the board follows a call: ringing, talking with whom and since when, idle again", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", company: "한빛상사", numbers: ["010-1234-5678"] });
  listens(office, "kim");
  equal(state(await board(office, "super"), "202"), "available");
  office.rings("1", "202", "01012345678");
  equal(state(await board(office, "super"), "202"), "ringing");
  office.answers("1", "202");
  const talking = await board(office, "super");
  equal(state(talking, "202"), "talking");
  match(talking, /이영희/);
  match(talking, new RegExp(`data-since="${new Date(office.now).toISOString()}"`));
  office.ends("1");
  equal(state(await board(office, "super"), "202"), "available");
});

Deno.test("an agent sees the states and neither names nor numbers; operator, supervisor and administrator see both", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", company: "한빛상사", numbers: ["010-1234-5678"] });
  office.rings("1", "203", "01012345678");
  office.rings("2", "203", "01099998888");
  for (const login of ["oper", "super", "admin"]) {
    const html = await board(office, login);
    match(html, /이영희/, login);
    match(html, /010-9999-8888/, login);
  }
  const html = await board(office, "kim");
  equal(state(html, "203"), "ringing");
  deepEqual(
    ["이영희", "한빛", "1234", "9999", "C-0000", "/customers/1"].filter((secret) =>
      html.includes(secret)
    ),
    [],
  );
});

Deno.test("today's figures are today's, and the one who waits longest counts", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "0212345678");
  office.answers("1", "202");
  office.ends("1");
  office.rings("1", "202", "0212345678");
  office.ends("1");
  office.rings("2", "202", "0212345679");
  const first = new Date(office.now).toISOString();
  office.rings("3", "203", "0212345670");
  const html = await board(office, "super");
  const figure = (name: string) => new RegExp(`id="figure-${name}"[^]*?<dd>(\\d+)`).exec(html)?.[1];
  deepEqual(["answered", "missed", "outbound", "waiting"].map(figure), ["1", "1", "0", "2"]);
  match(html, new RegExp(`id="figure-waiting"[^]*?data-since="${first}"`));
  office.now += 24 * 60 * MINUTE;
  const next = await board(office, "super");
  match(next, /id="figure-answered"[^]*?<dd>0/);
});

Deno.test("the board asks the database as much with sixteen calls as with none", async () => {
  using office = new WebOffice();
  const asked = async () => {
    let count = 0;
    const { get, all } = office.store;
    Object.assign(office.store, {
      get: (...args: Parameters<typeof get>) => (count++, get.apply(office.store, args)),
      all: (...args: Parameters<typeof all>) => (count++, all.apply(office.store, args)),
    });
    await board(office, "super");
    Object.assign(office.store, { get, all });
    return count;
  };
  // What the office is called is read with the first page.
  await asked();
  const idle = await asked();
  for (const trunk of ["1", "2", "3", "4"]) {
    for (const extension of ["200", "202", "203", "210"]) {
      office.rings(trunk, extension, `0101234567${trunk}`);
    }
  }
  equal(await asked(), idle);
});

Deno.test("who says to be on a break is so on everybody's board, with the reason, until they say otherwise", async () => {
  using office = new WebOffice();
  listens(office, "kim");
  const kim = office.browser("kim");
  const mark = await kim.send("/presence", { state: "break", reason: "점심" }, "/board");
  match(await mark.text(), /휴식[^]*점심/);
  const html = await board(office, "lee");
  equal(state(html, "202"), "break");
  match(html, /점심/);
  await (await kim.send("/presence", { state: "after_call", reason: "" })).body?.cancel();
  equal(state(await board(office, "lee"), "202"), "wrap_up");
  await (await kim.send("/presence", { state: "available", reason: "점심" })).body?.cancel();
  const back = await board(office, "lee");
  equal(state(back, "202"), "available");
  equal(back.includes("점심"), false);
});

Deno.test("a state that is none, or a reason that is too long, changes nothing", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  equal((await kim.send("/presence", { state: "gone" })).status, 400);
  equal((await kim.send("/presence", { state: "break", reason: "가".repeat(31) })).status, 422);
  match(await (await kim.part("/presence")).text(), /상담가능/);
});

Deno.test("a change of somebody's state reaches every board, and the person's own other browsers by name", async () => {
  using office = new WebOffice();
  const [kim, lee] = [listens(office, "kim"), listens(office, "lee")];
  await (await office.browser("kim").send("/presence", { state: "break" })).body?.cancel();
  office.rings("1", "202", "0212345678");
  office.hub.close();
  const names = async (body: ReadableStream<Uint8Array>) =>
    [...(await new Response(body).text()).matchAll(/^event: (.*)$/gm)].map(([, name]) => name);
  deepEqual(await names(kim), ["hello", "board", "presence", "call"]);
  deepEqual(await names(lee), ["hello", "board", "board"]);
});

Deno.test("who signs out is gone from the board at once, whose computer sleeps after two beats", async () => {
  using office = new WebOffice();
  const stream = listens(office, "kim");
  equal(state(await board(office, "lee"), "202"), "available");
  await stream.cancel();
  office.hub.beat();
  equal(state(await board(office, "lee"), "202"), "available");
  office.hub.beat();
  equal(state(await board(office, "lee"), "202"), "away");
});

Deno.test("the screen on the wall shows the states to whoever has its link, and nobody's name or number", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", company: "한빛상사", numbers: ["010-1234-5678"] });
  office.rings("1", "202", "01012345678");
  const boss = office.browser("super");
  const made = await (await boss.post("/board/screens", { label: "입구" })).text();
  const path = /http:\/\/office\.test(\/wall\/[\w-]{43})/.exec(made)![1]!;
  equal((await (await boss.get("/board/screens")).text()).includes(path), false);
  for (const url of [path, `${path}/now`]) {
    const html = await (await office.stranger().get(url)).text();
    equal(state(html, "202"), "ringing");
    const secrets = ["이영희", "한빛", "1234", "5678", "logout", "/customers"];
    deepEqual(secrets.filter((secret) => html.includes(secret)), [], url);
  }
});

Deno.test("a wall link that was ended opens nothing, and its open screen is told so", async () => {
  using office = new WebOffice();
  const token = newToken();
  const screen = { tokenHash: tokenHash(token)!, label: "x", language: "ko" as const };
  createWallScreen(office.store, screen, office.staff("super").id, office.now);
  const live = await office.stranger().get(`/wall/${token}/live`);
  equal(live.status, 200);
  // nginx holds back what does not say this.
  equal(live.headers.get("x-accel-buffering"), "no");
  const ended = await office.browser("super").post("/board/screens/1/end", {});
  equal(ended.status, 303);
  match(await live.text(), /event: signed_out/);
  equal((await office.stranger().get(`/wall/${token}`)).status, 404);
  equal((await office.stranger().get(`/wall/${token}/now`)).status, 401);
  equal((await office.stranger().get(`/wall/${token}/live`)).status, 401);
});

Deno.test("agents neither make nor see nor end wall links", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  equal((await kim.get("/board/screens")).status, 403);
  equal((await kim.post("/board/screens", { label: "x" })).status, 403);
  equal((await kim.post("/board/screens/1/end", {})).status, 403);
  equal((await kim.get("/board/wall")).status, 200);
});
