import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import type { CallMessage, LiveEvent } from "../../../lib/live/live_event.ts";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import {
  assignExtension,
  createExtension,
  removeExtension,
  updateExtension,
} from "../../../lib/store/extensions.ts";
import { TwoLines } from "../../support/two_lines.ts";
import { WebOffice } from "../../support/web_office.ts";

const HELLO: LiveEvent = { name: "hello", data: { sessionKey: "s", version: "0", now: 0 } };
const PEOPLE = ["kim", "lee", "oper", "super", "admin"];

/** What each person's browser is told of calls while something happens: `ringing 202`. */
async function told(office: WebOffice, happens: () => void): Promise<Record<string, string[]>> {
  const streams = PEOPLE.map((login) =>
    [
      login,
      office.hub.join({ sessionKey: login, person: () => office.staff(login) }, HELLO)!,
    ] as const
  );
  happens();
  office.hub.close();
  const heard = await Promise.all(streams.map(async ([login, stream]) => {
    const text = await new Response(stream).text();
    const calls = [...text.matchAll(/event: call\ndata: (.*)/g)]
      .map(([, data]) => JSON.parse(data!) as CallMessage);
    return [login, calls.map(({ state, extension }) => `${state} ${extension}`)] as const;
  }));
  return Object.fromEntries(heard);
}

async function part(office: WebOffice, login: string, path: string): Promise<string> {
  return await (await office.browser(login).part(path)).text();
}

const popups = async (office: WebOffice, login: string) =>
  [...(await part(office, login, "/popups")).matchAll(/data-popup="(\d+)"/g)]
    .map(([, id]) => Number(id));

const cardOf = async (office: WebOffice, login: string) =>
  Number(/data-call="(\d+)"/.exec(await part(office, login, "/card?shown=&state="))?.[1] ?? 0);

const state = (html: string, tile: string) =>
  new RegExp(`id="tile-${tile}" data-state="(\\w+)"`).exec(html)?.[1];

Deno.test("two persons with the same number on two lines get the pop-ups and cards of their own calls alone", async () => {
  using office = new TwoLines();
  const { annexe } = office;
  const there = office.rings("1", "202", "01012345678", annexe);
  deepEqual([await popups(office, "kim"), await popups(office, "lee")], [[], [there.id]]);
  const here = office.rings("1", "202", "01087654321");
  deepEqual([await popups(office, "kim"), await popups(office, "lee")], [[here.id], [there.id]]);
  office.answers("1", "202", annexe);
  deepEqual([await cardOf(office, "kim"), await cardOf(office, "lee")], [0, there.id]);
  office.answers("1", "202");
  deepEqual([await cardOf(office, "kim"), await cardOf(office, "lee")], [here.id, there.id]);
  // The note on a call is for who had it.
  const note = { text: "납기 확인", type: "", version: "0" };
  const write = async (login: string, call: number) =>
    (await office.browser(login).send(`/calls/${call}/draft`, note)).status;
  deepEqual([await write("kim", there.id), await write("lee", here.id)], [403, 403]);
  deepEqual([await write("kim", here.id), await write("lee", there.id)], [200, 200]);
});

Deno.test("an extension's ringing reaches who has it on that line, the operator and supervisors, and no other agent", async () => {
  for (const [line, own] of [[2, "lee"], [1, "kim"]] as const) {
    using office = new TwoLines();
    const rung = ["ringing 202"];
    const nobody = { kim: [], lee: [], oper: rung, super: rung, admin: rung };
    deepEqual(
      await told(office, () => office.rings("1", "202", "01012345678", line)),
      { ...nobody, [own]: rung },
    );
  }
});

Deno.test("a line's own extension that is nobody's yet is not that of the same number on every line", async () => {
  using office = new TwoLines();
  assignExtension(office.store, "2:202", null);
  office.rings("1", "202", "01012345678", office.annexe);
  deepEqual([await popups(office, "kim"), await popups(office, "lee")], [[], []]);
  office.ends("1", office.annexe);
  removeExtension(office.store, "2:202");
  const next = office.rings("1", "202", "01012345678", office.annexe);
  deepEqual([await popups(office, "kim"), await popups(office, "lee")], [[next.id], []]);
});

Deno.test("who has two telephones gets the call of either, and sees both on the board", async () => {
  using office = new TwoLines();
  const { annexe } = office;
  const first = office.rings("1", "203", "01012345678");
  const second = office.rings("2", "202", "01087654321", annexe);
  deepEqual(await popups(office, "lee"), [first.id, second.id]);
  const ringing = await part(office, "lee", "/board/now");
  deepEqual(["203", "2-202", "202"].map((tile) => state(ringing, tile)), [
    ...["ringing", "ringing", "away"],
  ]);
  office.answers("2", "202", annexe);
  equal(await cardOf(office, "lee"), second.id);
  const talking = await part(office, "super", "/board/now");
  deepEqual([state(talking, "203"), state(talking, "2-202")], ["ringing", "talking"]);
  match(talking, /id="tile-2-202"[^]*?202<[^]*?이응대[^]*?별관/);
  office.ends("1");
  match(await part(office, "kim", "/board/now"), /id="tile-203"[^]*?내선 202에서 통화 중/);
  // The day on the desk has what was at either of them.
  office.ends("2", annexe);
  office.now += 3_600_000;
  const desk = await (await office.browser("lee").get("/desk")).text();
  match(desk, /010-1234-5678/);
  match(desk, /010-8765-4321/);
});

Deno.test("a call that is answered at a person's other telephone says nothing of somebody else", async () => {
  using office = new TwoLines();
  createExtension(office.store, { line: null, number: "300" });
  assignExtension(office.store, "300", office.staff("kim").id);
  office.rings("1", "202", "01012345678");
  office.rings("1", "300", "01012345678");
  equal((await popups(office, "kim")).length, 1);
  office.answers("1", "300");
  equal((await popups(office, "kim")).length, 0);
});

Deno.test("a person with several telephones is at work once", async () => {
  using office = new TwoLines();
  office.hub.join({ sessionKey: "lee", person: () => office.staff("lee") }, HELLO);
  const html = await part(office, "super", "/board/now");
  match(html, /id="figure-agents"[^]*?<dd>1</);
});

Deno.test("a trunk that rings at no telephone yet is the operator's of that line", async () => {
  using office = new TwoLines();
  createExtension(office.store, { line: office.annexe, number: "200" }, "operator");
  assignExtension(office.store, "2:200", office.staff("kim").id);
  const there = office.rings("1", null, "01012345678", office.annexe);
  deepEqual([await popups(office, "kim"), await popups(office, "oper")], [[there.id], []]);
  const here = office.rings("1", null, "01087654321");
  deepEqual([await popups(office, "kim"), await popups(office, "oper")], [[there.id], [here.id]]);
});

Deno.test("the board and the wall say which line a trunk is on, where there are several", async () => {
  using office = new TwoLines();
  for (const path of ["/board/now", "/board/wall/now"]) {
    const text = await (await office.browser("super").part(path)).text();
    match(text.replace(/<[^>]*>/g, " ").replace(/\s+/g, " "), /국선 1 본관 [^]*국선 1 별관 /, path);
  }
});

Deno.test("a telephone that every line has itself stands on no board as that of every line", async () => {
  using office = new TwoLines();
  equal(state(await part(office, "super", "/board/now"), "202"), "away");
  createExtension(office.store, { line: 1, number: "202" });
  const html = await part(office, "super", "/board/now");
  deepEqual([state(html, "202"), state(html, "1-202"), state(html, "2-202")], [
    ...[undefined, "nobody", "away"],
  ]);
});

Deno.test("the log of a group has the calls of its telephones, not those of the same number on another line", async () => {
  using office = new TwoLines();
  const admin = office.browser("admin");
  for (const [name, extension] of [["별관 창구", "2:202"], ["본관 창구", "202"]]) {
    await admin.post("/settings/groups", { name: name! });
    const id = String(name === "별관 창구" ? 1 : 2);
    const row = [[`kind.${extension}`, "phone"], [`group.${extension}`, id]];
    equal((await admin.post("/settings/extensions", row)).status, 303);
  }
  office.rings("1", "202", "0211110001");
  office.ends("1");
  office.rings("3", "202", "0211110002", office.annexe);
  office.ends("3", office.annexe);
  while (catchUp(office.store, 100) > 0);
  const numbers = async (path: string) =>
    [...(await (await admin.get(path)).text()).matchAll(/data-copy="(02\d+)"/g)]
      .map(([, number]) => number);
  deepEqual(await numbers("/calls?group=1"), ["0211110002"]);
  deepEqual(await numbers("/calls?group=2"), ["0211110001"]);
  match(await (await admin.get("/settings/extensions")).text(), /별관 창구<[^]*?202 \(별관\)/);
});

Deno.test("extensions are listed by line, added to one, changed and taken away there alone", async () => {
  using office = new TwoLines();
  const admin = office.browser("admin");
  const list = async () => await (await admin.get("/settings/extensions")).text();
  match(await list(), /모든 회선<\/th>[^]*?name="kind\.215"[^]*?별관<\/th>[^]*?name="kind\.2:202"/);
  equal((await admin.post("/settings/extensions/new", { number: "301", line: "2" })).status, 303);
  const again = await admin.post("/settings/extensions/new", { number: "0301", line: "2" });
  equal(again.status, 422);
  const refused = await again.text();
  match(refused, /내선 301 \(별관\)은 이미 있습니다/);
  match(refused, /<option value="2" selected>별관/);
  equal((await admin.post("/settings/extensions/new", { number: "302", line: "9" })).status, 400);
  const label = { "kind.2:301": "phone_fax", "label.2:301": "택배실" };
  equal((await admin.post("/settings/extensions", label)).status, 303);
  match(await list(), /name="label\.2:301" value="택배실"/);
  equal((await admin.post("/settings/extensions/2:202/remove", {})).status, 400);
  equal((await admin.post("/settings/extensions/2:301/remove", {})).status, 303);
  doesNotMatch(await list(), /2:301/);
  match(await list(), /name="kind\.2:202"/);
});

Deno.test("an office with one line reads of no line where its extensions are", async () => {
  using office = new WebOffice();
  assignExtension(office.store, "204", office.staff("kim").id);
  const [kim, admin] = [office.browser("kim"), office.browser("admin")];
  match(
    await (await kim.get("/desk")).text(),
    /class="extension" title="내선: 202, 204">202 <small>\+1</,
  );
  for (const path of ["/settings/extensions", "/settings/staff", "/settings/staff/1", "/board"]) {
    doesNotMatch(await (await admin.get(path)).text(), /모든 회선|회선 1|name="line"/, path);
  }
});

Deno.test("who is tied to an address by one telephone gets in from no other place by a second one", async () => {
  using office = new TwoLines();
  const lee = office.browser("lee");
  const from = async (hostname: string) => {
    const headers = { cookie: lee.cookie };
    const remoteAddr = { transport: "tcp", hostname, port: 1 } as const;
    const response = await office.app.request("http://office.test/desk", { headers }, {
      remoteAddr,
    });
    await response.body?.cancel();
    return response.status;
  };
  updateExtension(office.store, "203", { address: "192.168.0.7" });
  deepEqual([await from("192.168.0.7"), await from("192.168.0.8")], [200, 303]);
  updateExtension(office.store, "2:202", { address: "192.168.0.8" });
  deepEqual([await from("192.168.0.7"), await from("192.168.0.8")], [200, 200]);
  equal(await from("192.168.0.9"), 303);
});
