import { equal, match } from "node:assert/strict";
import type { Call } from "../../../lib/domain/call.ts";
import { WebOffice } from "../../support/web_office.ts";

async function card(office: WebOffice, login: string, shown: Call | null, state = "") {
  const response = await office.browser(login).part(
    `/card?shown=${shown?.id ?? ""}&state=${state}`,
  );
  return { status: response.status, html: await response.text() };
}

const callIn = (html: string) => Number(/data-call="(\d+)"/.exec(html)?.[1] ?? 0);

Deno.test("the card opens when the call is answered, at the extension that answered it", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  const call = office.rings("1", "202", "01012345678");
  equal((await card(office, "kim", null)).status, 204);
  office.answers("1", "202");
  const opened = await card(office, "kim", null);
  equal(opened.status, 200);
  equal(callIn(opened.html), call.id);
  match(opened.html, /이영희/);
  equal((await card(office, "lee", null)).status, 204);
  equal((await card(office, "super", null)).status, 204);
});

Deno.test("a card that is right is left alone, and follows the call when it ends", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  const call = office.answers("1", "202");
  equal((await card(office, "kim", call, "talking")).status, 204);
  office.ends("1");
  const ended = await card(office, "kim", call, "talking");
  equal(ended.status, 200);
  equal(callIn(ended.html), call.id);
  equal((await card(office, "kim", call, "ended")).status, 204);
});

Deno.test("the next answered call takes the place of the last one", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  const first = office.answers("1", "202");
  office.ends("1");
  office.rings("2", "202", "01099998888");
  const second = office.answers("2", "202");
  equal(callIn((await card(office, "kim", first, "ended")).html), second.id);
});

Deno.test("an outgoing call opens the card of the one who dials", async () => {
  using office = new WebOffice();
  office.wire({ type: "ServiceInitiated", trunk: "1", extension: "202" });
  const call = office.wire({
    type: "Originated",
    trunk: "1",
    extension: "202",
    digits: "01012345678",
    requested: false,
  });
  equal(callIn((await card(office, "kim", null)).html), call.id);
});

Deno.test("the desk brings back a call that is over and not written up, and lets it go after a while", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  const call = office.answers("1", "202");
  office.ends("1");
  const desk = async () => callIn(await (await office.browser("kim").get("/desk")).text());
  equal(await desk(), call.id);
  office.now += 10 * 60_000 + 1;
  equal(await desk(), 0);
});

Deno.test("a missed call is no call to write up", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  office.ends("1");
  equal(callIn(await (await office.browser("kim").get("/desk")).text()), 0);
});

Deno.test("an unfinished call is taken up again by its address, somebody else's is not", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  const call = office.answers("1", "202");
  office.ends("1");
  office.now += 86_400_000;
  const desk = async (login: string) =>
    callIn(await (await office.browser(login).get(`/desk?call=${call.id}`)).text());
  equal(await desk("kim"), call.id);
  equal(await desk("lee"), 0);
});

Deno.test("without a phone the desk is there all the same", async () => {
  using office = new WebOffice();
  office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  equal((await office.browser("admin").get("/desk")).status, 200);
  equal((await card(office, "admin", null)).status, 204);
});
