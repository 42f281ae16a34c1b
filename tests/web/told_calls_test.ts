/** Pages about calls whose switch tells every connection: held, queued, inside the office. */
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import type { CallDirection, Device } from "../../lib/domain/call.ts";
import type { CallEvent } from "../../lib/domain/call_event.ts";
import { assignExtension, createExtension } from "../../lib/store/extensions.ts";
import { ORIGIN, WebOffice } from "../support/web_office.ts";

const phone = (number: string): Device => ({ number, kind: "telephone" });

const begins = (call: string, direction: CallDirection, consultationOf: string | null = null) => ({
  call,
  trunk: direction === "internal" ? null : "sip",
  direction,
  consultationOf,
});

const comes = (call: string, number: string, extension: string | null): CallEvent => ({
  type: "Delivered",
  ...begins(call, "in"),
  device: extension === null ? null : phone(extension),
  caller: { number, reason: null },
  called: "0212340000",
});

const answers = (call: string, extension: string, direction: CallDirection = "in"): CallEvent => ({
  type: "Established",
  ...begins(call, direction),
  device: phone(extension),
});

const holds = (call: string, extension: string): CallEvent => ({
  type: "Held",
  call,
  device: phone(extension),
});

const ends = (call: string): CallEvent => ({ type: "CallCleared", call, cause: null });

/** 202 calls 203, which rings. */
const asks = (call: string, of: string | null = null): CallEvent[] => [
  {
    type: "Originated",
    ...begins(call, "internal", of),
    device: phone("202"),
    digits: "203",
    answerShown: true,
  },
  {
    type: "Delivered",
    ...begins(call, "internal", of),
    device: phone("203"),
    caller: null,
    called: null,
  },
];

async function text(office: WebOffice, login: string, path: string): Promise<string> {
  const response = await office.browser(login).part(path);
  equal(response.status, 200, path);
  return (await response.text()).replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

Deno.test("the card shows the calls that its person holds beside the one they talk on, until they are over", async () => {
  using office = new WebOffice();
  createExtension(office.store, { line: null, number: "302" });
  assignExtension(office.store, "302", office.staff("kim").id);
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  office.tells(comes("a", "01012345678", "202"), answers("a", "202"), holds("a", "202"));
  const talking = office.tells(comes("b", "025551234", "302"), answers("b", "302"));
  const kim = office.browser("kim");
  const html = await (await kim.part("/card")).text();
  const [, others] = /data-others="([^"]*)"/.exec(html)!;
  match(html, /other_calls[^]*보류 중[^]*이영희/);
  const asked = `/card?shown=${talking.id}&state=talking&who=none`;
  const again = (key: string) => kim.part(`${asked}&others=${encodeURIComponent(key)}`);
  equal((await again(others!)).status, 204);
  office.tells(
    {
      type: "Delivered",
      ...begins("c", "in"),
      device: phone("202"),
      caller: { number: null, reason: "withheld" },
      called: null,
    },
    answers("c", "202"),
    holds("c", "202"),
  );
  match(await text(office, "kim", "/card"), /보류 중 발신번호 표시 제한 보류 중 이영희/);
  office.tells(ends("c"));
  office.tells(ends("a"));
  const after = await again(others!);
  equal(after.status, 200);
  doesNotMatch(await after.text(), /other_calls/);
});

Deno.test("who is called by a colleague reads that colleague's name, and no number of the office's", async () => {
  using office = new WebOffice();
  office.tells(...asks("a"));
  const popup = await text(office, "lee", "/popups");
  match(popup, /202 김상담 내선 통화/);
  doesNotMatch(popup, /이응대|우리 번호/);
  office.tells(answers("a", "203", "internal"));
  match(await text(office, "lee", "/card"), /통화중 [^]*202 김상담/);
  match(await text(office, "super", "/board/now"), /203 이응대 내선 통화 202 통화중/);
  doesNotMatch(await text(office, "lee", "/board/now"), /내선 통화 202/);
});

Deno.test("a trunk that carries several calls shows the oldest, and how many more there are", async () => {
  using office = new WebOffice();
  office.tells(comes("a", "0515550101", "202"));
  doesNotMatch(await text(office, "super", "/board/now"), /국선 sip \+/);
  office.tells(comes("b", "0315550101", "203"), comes("c", "0325550101", "203"));
  match(await text(office, "super", "/board/now"), /국선 sip \+2 벨 울림 051-555-0101/);
});

Deno.test("a talk among colleagues leaves nothing to write up, nor takes the customer's place on the desk", async () => {
  using office = new WebOffice();
  const customer = office.tells(comes("a", "0515550101", "202"), answers("a", "202"));
  office.tells(holds("a", "202"), ...asks("b", "a"), answers("b", "203", "internal"));
  const asked = office.tells(ends("b"));
  office.tells(ends("a"));
  equal((await office.browser("lee").part(`/card?shown=${asked.id}&state=talking`)).status, 200);
  doesNotMatch(
    await (await office.browser("lee").part(`/card?shown=${asked.id}`)).text(),
    /data-call=/,
  );
  const desk = await (await office.browser("kim").get("/desk")).text();
  equal(/data-call="(\d+)"/.exec(desk)?.[1], String(customer.id));
});

Deno.test("a call's panel says which number was called, in which queue it waited, and leads to whoever was asked and back", async () => {
  using office = new WebOffice();
  office.tells(comes("a", "0515550101", null), {
    type: "Queued",
    ...begins("a", "in"),
    queue: "주문",
  });
  const call = office.tells(comes("a", "0515550101", "202"), answers("a", "202"));
  office.tells(holds("a", "202"), ...asks("b", "a"));
  const asked = office.tells(answers("b", "203", "internal"));
  const panel = await text(office, "super", `/calls/${call.id}`);
  for (
    const words of ["우리 번호: 02-1234-0000", "대기열: 주문", "동료에게 물어본 통화", "202 · 203"]
  ) {
    match(panel, new RegExp(words));
  }
  const back = await (await office.browser("super").part(`/calls/${asked.id}`)).text();
  match(back, new RegExp(`물어봄[^]*href="/calls/${call.id}"`));
  doesNotMatch(back, /넘김|panel_correct/, "the colleague was called, and took over nothing");
  match(back, /내선 203 받음/);
});

Deno.test("a call inside the office that nobody took is so in the list and in its export, with whoever made it", async () => {
  using office = new WebOffice();
  const call = office.tells(...asks("a"), ends("a"));
  const row = (await text(office, "super", `/calls`)).match(/내선 무응답 .*? 김상담/)?.[0];
  equal(row, "내선 무응답 202 · 203 202 김상담");
  const csv = await (await office.browser("super").get("/calls.csv")).text();
  const cells = csv.split("\n").find((line) => line.startsWith(`${call.id},`))!.split(",");
  deepEqual([cells[2], cells[4], cells[7], cells[8]], [
    "내선 무응답",
    "202 · 203",
    "202",
    "김상담",
  ]);
});

Deno.test("the list's clock tells how long they talk, as the card's does", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "0515550101");
  office.now += 30_000;
  const { answeredAt } = office.answers("1", "202");
  const row = await (await office.browser("super").part("/calls")).text();
  const clocks = [...row.matchAll(/data-since="([^"]+)"/g)].map(([, at]) => Date.parse(at!));
  // In its column, and beside the state where there is no room for the column.
  deepEqual(clocks, [answeredAt, answeredAt]);
});

Deno.test("pop-ups stand in the order in which they came, whichever trunk they are on", async () => {
  using office = new WebOffice();
  const ids = ["3", "1", "2"].map((trunk) => office.rings(trunk, "202", "0515550101").id);
  const html = await (await office.browser("kim").part("/popups", `${ORIGIN}/desk`)).text();
  deepEqual([...html.matchAll(/data-popup="(\d+)"/g)].map(([, id]) => Number(id)), ids);
});
