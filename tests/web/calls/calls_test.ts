import { deepEqual, equal, match } from "node:assert/strict";
import { callById } from "../../../lib/store/calls.ts";
import { noteOf } from "../../../lib/store/consultations.ts";
import { customersByNumber } from "../../../lib/store/customer_match.ts";
import { WebOffice } from "../../support/web_office.ts";

Deno.test("the list shows every call with what became of it, the newest first", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  office.ends("1");
  office.rings("1", "203", "01099998888");
  office.ends("1");
  const html = await (await office.browser("super").get("/calls")).text();
  match(html, /010-9999-8888[\s\S]*이영희/);
  match(html, /김상담/);
});

Deno.test("a call is found by its customer, its number and the last four digits of it", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  office.rings("1", "202", "01012345678");
  office.ends("1");
  office.rings("1", "202", "01099998888");
  office.ends("1");
  const kim = office.browser("kim");
  const found = async (query: string) => {
    const html = await (await kim.get(`/calls?q=${encodeURIComponent(query)}`)).text();
    return [html.includes("010-1234-5678"), html.includes("010-9999-8888")];
  };
  deepEqual(await found("이영희"), [true, false]);
  deepEqual(await found("010-9999-8888"), [false, true]);
  deepEqual(await found("8888"), [false, true]);
  deepEqual(await found("없는사람"), [false, false]);
});

Deno.test("a list of any length comes in parts, each call once", async () => {
  using office = new WebOffice();
  for (let i = 0; i < 120; i++) {
    office.rings("1", "202", `0101111${String(i).padStart(4, "0")}`);
    office.ends("1");
  }
  const kim = office.browser("kim");
  const seen: string[] = [];
  let html = await (await kim.get("/calls")).text();
  for (;;) {
    seen.push(...new Set([...html.matchAll(/010-1111-\d{4}/g)].map(([number]) => number)));
    const next = /\/calls\?behind=\d+/.exec(html)?.[0];
    if (next === undefined) break;
    html = await (await kim.part(next, "/calls")).text();
  }
  equal(seen.length, 120);
  equal(new Set(seen).size, 120);
});

Deno.test("a call opens beside the list with its whole course", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  office.rings("1", "203", "01012345678");
  office.answers("1", "203");
  office.answers("1", "202");
  const call = office.ends("1");
  const kim = office.browser("kim");
  const panel = await (await kim.part(`/calls/${call.id}`, "/calls")).text();
  match(panel, /이응대[\s\S]*김상담/);
  equal(panel.includes("<html"), false);
  match(await (await kim.get(`/calls/${call.id}`)).text(), /<html/);
  equal((await kim.get("/calls/999")).status, 404);
});

Deno.test("an agent chooses among several; the note moves along, and the choice is offered first", async () => {
  using office = new WebOffice();
  const [lee, park] = [
    office.customer({ name: "이영희", numbers: ["02-555-1234"] }),
    office.customer({ name: "박철수", numbers: ["02-555-1234"] }),
  ];
  office.rings("1", "202", "025551234");
  const call = office.answers("1", "202");
  equal(call.customerId, null);
  const kim = office.browser("kim");
  await (await kim.send(`/calls/${call.id}/draft`, { type: "", text: "메모", version: "0" }))
    .text();
  const candidates = await (await kim.part(`/detail?call=${call.id}`)).text();
  match(candidates, /박철수[\s\S]*이영희/);
  const response = await kim.send(`/calls/${call.id}/customer`, { customer: String(lee.id) });
  equal(response.status, 200);
  equal(response.headers.get("HX-Trigger"), "customer-linked");
  match(await response.text(), /이영희/);
  equal(callById(office.store, call.id)?.match, "chosen");
  equal(noteOf(office.store, call.id, office.staff("kim").id)?.customerId, lee.id);
  deepEqual(customersByNumber(office.store, "025551234").map(({ id }) => id), [lee.id, park.id]);
});

Deno.test("a wrong customer can be taken off a call, by anybody who notices", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  office.rings("1", "202", "01012345678");
  const call = office.ends("1");
  const response = await office.browser("lee").send(`/calls/${call.id}/customer`, { customer: "" });
  equal(response.status, 200);
  match(await response.text(), /이영희/);
  deepEqual(
    [callById(office.store, call.id)?.customerId, callById(office.store, call.id)?.match],
    [null, null],
  );
});

Deno.test("a call is given to nobody who is not there", async () => {
  using office = new WebOffice();
  const call = office.rings("1", "202", "01012345678");
  const kim = office.browser("kim");
  for (const customer of ["999", "x", "-1"]) {
    equal((await kim.send(`/calls/${call.id}/customer`, { customer })).status, 422, customer);
  }
  equal((await kim.send("/calls/999/customer", { customer: "" })).status, 404);
});

Deno.test("those concerned hear at once whose call it is", async () => {
  using office = new WebOffice();
  const customer = office.customer({ name: "이영희" });
  const call = office.rings("1", "202", "01012345678");
  const stream = await office.browser("kim").get("/live");
  const fields = { customer: String(customer.id) };
  await (await office.browser("kim").send(`/calls/${call.id}/customer`, fields)).body?.cancel();
  office.hub.close();
  match(await stream.text(), /event: call\ndata: .*"customerId":"C-000001"/);
});

Deno.test("a number is dialled from one's own extension, in the form that the switch dials", async () => {
  using office = new WebOffice();
  const response = await office.browser("kim").send("/dial", { number: "010-1234-5678" });
  equal(response.status, 200);
  equal(response.headers.get("HX-Retarget"), "#toasts");
  match(await response.text(), /내선 202에서 010-1234-5678/);
  deepEqual(office.lines.dialled, ["202 01012345678"]);
});

Deno.test("nothing is dialled without an extension, or that is no number", async () => {
  using office = new WebOffice();
  equal((await office.browser("admin").send("/dial", { number: "01012345678" })).status, 409);
  for (const number of ["", "x", "010-1234-5678; rm", "1".repeat(50)]) {
    equal((await office.browser("kim").send("/dial", { number })).status, 422, number);
  }
  deepEqual(office.lines.dialled, []);
});

Deno.test("my day counts what came to me, and not what came to others", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  office.ends("1");
  office.rings("1", "203", "01099998888");
  office.ends("1");
  const html = await (await office.browser("kim").part("/detail")).text();
  match(html, /010-1234-5678/);
  equal(html.includes("010-9999-8888"), false);
});
