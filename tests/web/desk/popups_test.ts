import { doesNotMatch, equal, match } from "node:assert/strict";
import { ensureLine } from "../../../lib/store/lines.ts";
import { describeTrunk } from "../../../lib/store/trunks.ts";
import { WebOffice } from "../../support/web_office.ts";

async function popups(office: WebOffice, login: string): Promise<string> {
  const response = await office.browser(login).part("/popups");
  equal(response.status, 200);
  return await response.text();
}

/** The IDs of the calls that pop up, in order. */
const idsIn = (html: string) =>
  [...html.matchAll(/data-popup="(\d+)"/g)].map(([, id]) => Number(id));

Deno.test("a ringing extension shows its agent who calls, and nobody else", async () => {
  using office = new WebOffice();
  office.customer({
    name: "이영희",
    company: "한빛상사",
    grade: "VIP",
    warning: "미수금 확인",
    numbers: ["010-1234-5678"],
  });
  const call = office.rings("1", "202", "01012345678");
  const own = await popups(office, "kim");
  for (const word of ["이영희", "한빛상사", "VIP", "미수금 확인", "010-1234-5678"]) {
    match(own, new RegExp(word), word);
  }
  equal(idsIn(own)[0], call.id);
  for (const login of ["lee", "super", "admin", "oper"]) {
    equal(idsIn(await popups(office, login)).length, 0, login);
  }
});

Deno.test("a pop-up says which of the office's numbers was called, where that is known", async () => {
  using office = new WebOffice();
  describeTrunk(office.store, {
    lineId: ensureLine(office.store, "test", "416").id,
    trunk: "2",
    label: "주문 전용",
    number: "025550420",
  });
  office.rings("1", "202", "01012345678");
  doesNotMatch(await popups(office, "kim"), /popup_called/);
  office.rings("2", "202", "01087654321");
  match(await popups(office, "kim"), /popup_called[^]*주문 전용 02-555-0420/);
});

Deno.test("a number as the wire writes it finds its customer however it was typed", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", numbers: [" +82 (10) 1234.5678 "] });
  office.rings("1", "202", "01012345678");
  match(await popups(office, "kim"), /이영희/);
});

Deno.test("a withheld call shows nobody's name, whoever called before", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  office.rings("1", "202", "01012345678");
  office.ends("1");
  office.rings("1", "202", null);
  const html = await popups(office, "kim");
  equal(idsIn(html).length, 1);
  equal(html.includes("이영희"), false);
  equal(html.includes("5678"), false);
});

Deno.test("a number of several customers shows that it may be any of them, and nobody's warning", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", warning: "미수금", numbers: ["02-555-1234"] });
  office.customer({ name: "박철수", numbers: ["02-555-1234"] });
  office.rings("1", "202", "025551234");
  const html = await popups(office, "kim");
  match(html, /이영희/);
  match(html, /박철수/);
  equal(html.includes("미수금"), false);
});

Deno.test("a new caller shows the number and the way to register it", async () => {
  using office = new WebOffice();
  const call = office.rings("1", "202", "01099998888");
  const html = await popups(office, "kim");
  match(html, /010-9999-8888/);
  match(html, new RegExp(`/customers/new\\?number=01099998888&(amp;)?call=${call.id}`));
});

Deno.test("an answer closes the pop-up where it was answered, and says elsewhere by whom, for a while", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  office.rings("1", "203", "01012345678");
  office.answers("1", "203");
  equal(idsIn(await popups(office, "lee")).length, 0);
  const elsewhere = await popups(office, "kim");
  match(elsewhere, /이응대/);
  match(elsewhere, /203/);
  office.now += 4000;
  equal(idsIn(await popups(office, "kim")).length, 0);
});

Deno.test("a call that nobody took leaves no pop-up behind", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  office.ends("1");
  equal(idsIn(await popups(office, "kim")).length, 0);
});

Deno.test("a call that is handed on pops up at its new extension", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  office.rings("1", "203", "01012345678");
  equal(idsIn(await popups(office, "lee")).length, 1);
  equal(idsIn(await popups(office, "kim")).length, 0);
});

Deno.test("a trunk that rings at no extension yet is the operator's alone", async () => {
  using office = new WebOffice();
  office.rings("1", null, "01012345678");
  equal(idsIn(await popups(office, "oper")).length, 1);
  for (const login of ["kim", "super", "admin"]) {
    equal(idsIn(await popups(office, login)).length, 0, login);
  }
});

Deno.test("the newest three calls are shown, and how many more there are", async () => {
  using office = new WebOffice();
  const calls = ["1", "2", "3", "4"].map((trunk) =>
    office.rings(trunk, "202", `0101234567${trunk}`)
  );
  const html = await popups(office, "kim");
  equal(idsIn(html).join(), calls.slice(1).map((call) => call.id).join());
  match(html, /1/);
});

Deno.test("what a caller's data say is text on the page, never a part of it", async () => {
  using office = new WebOffice();
  office.customer({
    name: '<img src=x onerror="x()">',
    warning: "</p><script>x()</script>",
    numbers: ["010-1234-5678"],
  });
  office.rings("1", "202", "01012345678");
  const html = await popups(office, "kim");
  equal(html.includes("<img src=x"), false);
  equal(html.includes("<script>"), false);
});
