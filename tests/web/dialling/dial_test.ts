import { deepEqual, equal, match } from "node:assert/strict";
import { forbidCalls } from "../../../lib/store/do_not_call.ts";
import { type Browser, WebOffice } from "../../support/web_office.ts";

async function dial(
  browser: Browser,
  fields: Record<string, string>,
): Promise<Record<string, unknown>> {
  const response = await browser.post("/dial", fields, { accept: "application/json" });
  const outcome = await response.json();
  return { ...outcome, status: response.status };
}

Deno.test("a script is told what came of dialling, and from which extension", async () => {
  using office = new WebOffice();
  const { text: _, ...outcome } = await dial(office.browser("kim"), {
    number: "+82 10-1234-5678",
  });
  deepEqual(outcome, {
    status: 200,
    result: "accepted",
    extension: "202",
    digits: "01012345678",
    shown: "010-1234-5678",
  });
  deepEqual(office.lines.dialled, ["202 01012345678"]);
});

Deno.test("who asked not to be called is called only after the question was answered", async () => {
  using office = new WebOffice();
  const { id } = office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  forbidCalls(office.store, id, { by: office.staff("kim").id, at: office.now });
  const kim = office.browser("kim");
  const first = await dial(kim, { number: "01012345678" });
  equal(first["status"], 409);
  equal(first["result"], "do_not_call");
  match(String(first["text"]), /이영희/);
  deepEqual(office.lines.dialled, []);
  equal((await dial(kim, { number: "01012345678", confirmed: "yes" }))["result"], "accepted");
  deepEqual(office.lines.dialled, ["202 01012345678"]);
});

Deno.test("an agent dials from the own extension alone, a supervisor from any that there is", async () => {
  using office = new WebOffice();
  const refused = await office.browser("kim").post("/dial", { number: "1330", extension: "203" });
  equal(refused.status, 403);
  equal((await dial(office.browser("kim"), { number: "1330", extension: "202" }))["status"], 200);
  equal((await dial(office.browser("admin"), { number: "1330" }))["result"], "no_extension");
  equal((await dial(office.browser("admin"), { number: "1330", extension: "203" }))["status"], 200);
  equal(
    (await dial(office.browser("admin"), { number: "1330", extension: "999" }))["result"],
    "no_extension",
  );
  deepEqual(office.lines.dialled, ["202 1330", "203 1330"]);
});

Deno.test("opening the pad from a tel: link fills the number in and dials nothing", async () => {
  using office = new WebOffice();
  const page = await office.browser("kim").get("/dial?number=tel%3A%2B82-10-1234-5678%3Bext%3D1");
  match(await page.text(), /name="number"[^>]*value="\+82-10-1234-5678"/);
  deepEqual(office.lines.dialled, []);
});

Deno.test("the pad offers the numbers dialled last, each once, the newest first; other people's never", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  const call = (extension: string, digits: string) => {
    office.wire({ type: "Originated", trunk: "1", extension, digits, requested: true });
    office.ends("1");
  };
  call("202", "01012345678");
  call("202", "0255512340");
  call("202", "01012345678");
  call("203", "0311234567");
  const html = await (await office.browser("kim").part("/dial")).text();
  deepEqual([...html.matchAll(/data-dial="(\d+)"/g)].map(([, digits]) => digits), [
    "01012345678",
    "0255512340",
  ]);
  match(html, /이영희/);
  match(html, /data-last="01012345678"/);
  equal(html.includes("0311234567"), false);
});

Deno.test("only a supervisor is offered other extensions", async () => {
  using office = new WebOffice();
  equal((await (await office.browser("kim").part("/dial")).text()).includes("<select"), false);
  match(
    await (await office.browser("super").part("/dial")).text(),
    /<option value="203">203 이응대/,
  );
});

Deno.test("numbers that cost money or change the exchange are not dialled by a click, until an administrator allows them", async () => {
  using office = new WebOffice();
  const [kim, admin] = [office.browser("kim"), office.browser("admin")];
  const special: [string, RegExp][] = [
    ["#21#01012345678", /기능 코드/],
    ["*72", /기능 코드/],
    ["060-700-1234", /060 정보/],
    ["+1 415 555 2671", /국제전화/],
    ["00700-1-415-555-2671", /국제전화/],
    ["0044 20 7946 0000", /국제전화/],
  ];
  for (const [number, text] of special) {
    const { status, result, text: said } = await dial(kim, { number, confirmed: "yes" });
    deepEqual({ status, result }, { status: 409, result: "not_allowed" }, number);
    match(String(said), text);
  }
  deepEqual(office.lines.dialled, []);
  const allowed = { international: "1", premium: "1", feature_code: "1", perMinute: "60" };
  equal((await admin.post("/settings/dialling", allowed)).status, 303);
  for (const [number] of special) {
    equal((await dial(kim, { number }))["result"], "accepted", number);
  }
  equal(office.lines.dialled.length, special.length);
  // Emergency was not ticked any more.
  equal((await dial(kim, { number: "119", confirmed: "yes" }))["result"], "not_allowed");
});

Deno.test("an emergency number is called after a question, also with an area code before it", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  for (const number of ["112", "119", "02-119", "031 112", "1121", "11912345678", "０２1190"]) {
    const asked = await dial(kim, { number });
    deepEqual([asked["status"], asked["result"]], [409, "emergency"], number);
    equal((await dial(kim, { number, confirmed: "yes" }))["result"], "accepted");
  }
  deepEqual(
    office.lines.dialled,
    ["112", "119", "02119", "031112", "1121", "11912345678", "021190"].map((one) => `202 ${one}`),
  );
});

Deno.test("one person asks for so many calls a minute; colleagues are not held up by it", async () => {
  using office = new WebOffice();
  const [kim, lee, admin] = [office.browser("kim"), office.browser("lee"), office.browser("admin")];
  for (const wrong of ["", "0", "61", "many"]) {
    equal((await admin.post("/settings/dialling", { perMinute: wrong })).status, 422, wrong);
  }
  equal((await admin.post("/settings/dialling", { perMinute: "2" })).status, 303);
  const again = async (browser: Browser) =>
    (await dial(browser, { number: "02-555-1234" }))["result"];
  deepEqual([await again(kim), await again(kim), await again(kim)], [
    "accepted",
    "accepted",
    "too_often",
  ]);
  equal(await again(lee), "accepted");
  office.now += 60_000;
  equal(await again(kim), "accepted");
  equal(await again(kim), "accepted");
  // The clock was ahead: nobody waits until it is there again.
  office.now -= 3_600_000;
  equal(await again(kim), "accepted");
});
