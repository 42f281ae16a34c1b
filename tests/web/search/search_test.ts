import { deepEqual, equal, match, ok } from "node:assert/strict";
import { worthAsking } from "../../../static/components/worth_asking.js";
import { WebOffice } from "../../support/web_office.ts";

Deno.test("the search answers with marks around what was typed, and escapes what was stored", async () => {
  using office = new WebOffice();
  office.customer({
    name: "김민수",
    company: "<script>alert(1)</script>",
    numbers: ["010-1234-5678"],
  });
  const kim = office.browser("kim");
  const byNumber = await (await kim.part("/search?q=5678")).text();
  match(byNumber, /010-1234-<mark>5678<\/mark>/);
  ok(!byNumber.includes("<script>"));
  match(
    await (await kim.part("/search?q=" + encodeURIComponent("ㅁㅅ"))).text(),
    /김<mark>민수<\/mark>/,
  );
  match(await (await kim.part("/search?q=none")).text(), /none/);
});

Deno.test("whom the other keyboard would find stands behind a line that says so, in the field's list and in the page's", async () => {
  using office = new WebOffice();
  office.customer({ name: "김민수", numbers: [] });
  office.customer({ name: "박서연", numbers: [], email: "rlaalstn@office.example" });
  const kim = office.browser("kim");
  const list = await (await kim.part("/search?q=rlaalstn")).text();
  ok(list.indexOf("박서연") < list.indexOf("found_guess"));
  match(list.slice(list.indexOf('role="group"')), /김민수.*<mark>김민수<\/mark>/s);
  equal(list.split("<div").length, list.split("</div>").length);
  const page = await (await kim.get("/customers?q=rlaalstn")).text();
  ok(page.indexOf("박서연") < page.indexOf("guess_row"));
  match(page.slice(page.indexOf("guess_row")), /김민수.*<strong>김민수<\/strong>/s);
  ok(
    !(await (await kim.part("/search?q=" + encodeURIComponent("김민수"))).text()).includes("guess"),
  );
});

Deno.test("only a supervisor sees duplicates and merges, and an agent is refused whatever is sent", async () => {
  using office = new WebOffice();
  const [one, other] = ["가", "나"].map((name) => office.customer({ name }).id);
  const kim = office.browser("kim");
  for (const path of ["/customers/duplicates", `/customers/merge?id=${one}&id=${other}`]) {
    equal((await kim.get(path)).status, 403, path);
    equal((await office.browser("super").get(path)).status, 200, path);
  }
  const fields = [["id", `${one}`], ["id", `${other}`], ["version", "1"], ["version", "1"], [
    "survivor",
    `${one}`,
  ]];
  for (const path of ["/customers/merge", "/merges/1/undo", "/customers/duplicates/dismiss"]) {
    equal((await kim.post(path, fields)).status, 403, path);
  }
  equal((await kim.get(`/customers/${other}`)).status, 200);
});

Deno.test("a merge leads to the survivor, from the old ID too, and is undone", async () => {
  using office = new WebOffice();
  const one = office.customer({ name: "김재현", company: "한빛" });
  const other = office.customer({ name: "김제현", company: "한빛", email: "a@b.kr" });
  const browser = office.browser("super");
  match(await (await browser.get("/customers/duplicates")).text(), /비슷한 이름/);
  const fields = [
    ...[["id", `${one.id}`], ["version", "1"], ["id", `${other.id}`], ["version", "1"]],
    ...[["survivor", `${one.id}`], ["from.email", `${other.id}`]],
  ];
  const merged = await browser.post("/customers/merge", fields);
  equal(merged.headers.get("location"), `/customers/${one.id}`);
  const old = await browser.get(`/customers/${other.id}`);
  deepEqual([old.status, old.headers.get("location")], [303, `/customers/${one.id}`]);
  match(await (await browser.get(`/customers/${one.id}`)).text(), /a@b\.kr/);
  equal((await browser.post("/customers/merge", fields)).status, 409);
  equal(
    (await browser.post("/merges/1/undo", {})).headers.get("location"),
    `/customers/${other.id}`,
  );
  equal((await browser.post("/merges/1/undo", {})).status, 409);
  equal((await browser.post("/merges/77/undo", {})).status, 404);
  match(await (await browser.get(`/customers/${other.id}`)).text(), /김제현/);
});

Deno.test("a merge of one, of nobody, or of the same twice is refused", async () => {
  using office = new WebOffice();
  const { id } = office.customer({ name: "가" });
  const browser = office.browser("super");
  for (const ids of [[], [id], [id, id], [id, 999]]) {
    const fields = [
      ["survivor", `${id}`],
      ...ids.flatMap((one) => [["id", `${one}`], ["version", "1"]]),
    ];
    ok([409, 422].includes((await browser.post("/customers/merge", fields)).status), `${ids}`);
  }
});

Deno.test("a group of whom somebody said that they are different people is shown no more", async () => {
  using office = new WebOffice();
  const ids = ["가", "나"].map((name) => office.customer({ name, numbers: ["02-555-1234"] }).id);
  const browser = office.browser("super");
  match(await (await browser.get("/customers/duplicates")).text(), /reason_number/);
  const fields = [["place", "number.025551234"], ...ids.map((id) => ["id", `${id}`])];
  equal((await browser.post("/customers/duplicates/dismiss", fields)).status, 303);
  ok(!(await (await browser.get("/customers/duplicates")).text()).includes("reason_number"));
  office.customer({ name: "다", numbers: ["02-555-1234"] });
  match(await (await browser.get("/customers/duplicates")).text(), /reason_number/);
});

Deno.test("a number of somebody else is asked about, and moves with its history staying where it was", async () => {
  using office = new WebOffice();
  const old = office.customer({ name: "옛주인", numbers: ["010-1234-5678", "02-555-1234"] });
  const call = office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  office.ends("1");
  const kim = office.browser("kim");
  const fields = [["name", "새주인"], ["number", "010-1234-5678"], ["label", ""], ["version", "0"]];
  const asked = await kim.post("/customers", fields);
  equal(asked.status, 422);
  match(await asked.text(), /옛주인/);
  const moved = await kim.post("/customers", [...fields, ["owner.01012345678", "move"]]);
  equal(moved.status, 303);
  const shown = await (await kim.get(`/customers/${old.id}`)).text();
  ok(!shown.includes("010-1234-5678") || shown.includes("02-555-1234"));
  equal(
    office.store.get<{ customer_id: number }>("SELECT customer_id FROM calls WHERE id = ?", call.id)
      ?.customer_id,
    old.id,
  );
  equal(office.rings("2", "202", "01012345678").customerId, old.id + 1);
});

Deno.test("half a syllable is not searched for, consonants that are meant are", () => {
  equal(worthAsking("ㄱ", true), null);
  equal(worthAsking("ㄱㅁ", true), "ㄱㅁ");
  equal(worthAsking("김ㅁ", true), "김");
  equal(worthAsking("김민", true), "김민");
  equal(worthAsking("김 ㅁ", true), "김 ㅁ");
  equal(worthAsking("김ㅁㅅ", false), "김ㅁㅅ");
  equal(worthAsking("새ㅡ", true), "새ㅡ");
  equal(worthAsking(" ㄱ ", false), "ㄱ");
});
