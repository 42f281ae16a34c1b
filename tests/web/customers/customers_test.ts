import { deepEqual, equal, match } from "node:assert/strict";
import { callById } from "../../../lib/store/calls.ts";
import { customerById } from "../../../lib/store/customers.ts";
import { indexWaiting } from "../../../lib/store/search_index.ts";
import { WebOffice } from "../../support/web_office.ts";

const FIELDS = {
  name: "이영희",
  company: "한빛상사",
  department: "구매팀",
  jobTitle: "과장",
  email: "lee@hanbit.test",
  address: "서울 종로구",
  grade: "VIP",
  memo: "여러 줄\n메모",
  warning: "",
  version: "0",
};

function fields(more: Record<string, string>, numbers: readonly (readonly [string, string])[]) {
  return [
    ...Object.entries({ ...FIELDS, ...more }).map(([name, value]) => [name, value]),
    ...numbers.flatMap(([number, label]) => [["number", number], ["label", label]]),
  ];
}

Deno.test("a new caller becomes a customer with one form, and the call is theirs", async () => {
  using office = new WebOffice();
  const call = office.rings("1", "202", "01099998888");
  office.answers("1", "202");
  const kim = office.browser("kim");
  const form = await (await kim.part(`/detail?call=${call.id}`)).text();
  match(form, /value="010-9999-8888"/);
  const response = await kim.send(
    "/customers",
    fields({ call: String(call.id) }, [["010-9999-8888", "휴대"], ["", ""]]),
  );
  equal(response.status, 200);
  equal(response.headers.get("HX-Trigger"), "customer-linked");
  match(await response.text(), /이영희/);
  const stored = callById(office.store, call.id)!;
  equal(stored.match, "chosen");
  deepEqual(customerById(office.store, stored.customerId!)?.numbers, [
    { number: "010-9999-8888", normal: "01099998888", label: "휴대" },
  ]);
});

Deno.test("a customer is registered on a page of its own, too", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  equal((await kim.get("/customers/new")).status, 200);
  const response = await kim.post("/customers", fields({}, [["02-555-1234", "회사"]]));
  equal(response.status, 303);
  const page = await (await kim.get(response.headers.get("location")!)).text();
  for (const word of ["이영희", "한빛상사", "구매팀 과장", "C-000001", "02-555-1234"]) {
    match(page, new RegExp(word));
  }
});

Deno.test("a form with mistakes comes back as typed, each mistake beside its field", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const typed = fields({ name: " ", email: "nobody", company: "가".repeat(201) }, [
    ["010-1234-5678", "휴대"],
    ["전화번호 아님", ""],
    ["01012345678", "또"],
  ]);
  const response = await kim.post("/customers", typed);
  equal(response.status, 422);
  const html = await response.text();
  for (
    const word of [
      "이름: 비워 둘 수 없습니다",
      "이메일 주소는",
      "회사: 200자까지",
      'value="nobody"',
      'value="전화번호 아님"',
    ]
  ) match(html, new RegExp(word), word);
  equal(office.store.all("SELECT 1 FROM customers").length, 0);
});

Deno.test("a number that is none, or there twice, is told at its row", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const none = await kim.post("/customers", fields({}, [["전화번호 아님", ""]]));
  match(await none.text(), /전화번호로 읽을 수 없는 글자가 있습니다/);
  const twice = await kim.post(
    "/customers",
    fields({}, [["010-1234-5678", ""], ["+82 10 1234 5678", ""]]),
  );
  equal(twice.status, 422);
  match(await twice.text(), /같은 번호가 두 번/);
});

Deno.test("thousands of numbers in a form are refused, and no page of thousands of rows is made of them", async () => {
  using office = new WebOffice();
  const numbers = Array.from(
    { length: 4000 },
    (_, index) => [`010${10000000 + index}`, ""] as const,
  );
  const response = await office.browser("kim").post("/customers", fields({}, numbers));
  equal(response.status, 422);
  const html = await response.text();
  match(html, /전화번호는 20개까지/);
  equal([...html.matchAll(/name="number"/g)].length < 200, true);
});

Deno.test("control characters are refused with a sentence, emoji are welcome", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const refused = await kim.post("/customers", fields({ name: "이\0영희" }, []));
  equal(refused.status, 422);
  match(await refused.text(), /제어 문자/);
  equal((await kim.post("/customers", fields({ name: "이영희 🌸" }, []))).status, 303);
});

Deno.test("two people who edit at once are shown each other's version, and nothing is lost unseen", async () => {
  using office = new WebOffice();
  const customer = office.customer({ name: "이영희", memo: "처음", numbers: ["010-1234-5678"] });
  const [kim, lee] = [office.browser("kim"), office.browser("lee")];
  const url = `/customers/${customer.id}`;
  const first = await kim.post(url, fields({ memo: "김의 메모", version: "1" }, []));
  equal(first.status, 303);
  const second = await lee.post(url, fields({ memo: "이의 메모", version: "1" }, []));
  equal(second.status, 409);
  const html = await second.text();
  match(html, /김의 메모/);
  match(html, /이의 메모/);
  match(html, /name="version" value="2"/);
  equal(customerById(office.store, customer.id)?.memo, "김의 메모");
  const seen = await lee.post(url, fields({ memo: "둘 다", version: "2" }, []));
  equal(seen.status, 303);
  equal(customerById(office.store, customer.id)?.memo, "둘 다");
});

Deno.test("a mistake in the form does not hide that somebody else has saved meanwhile", async () => {
  using office = new WebOffice();
  const customer = office.customer({ name: "이영희" });
  const lee = office.browser("lee");
  const url = `/customers/${customer.id}`;
  await (await office.browser("kim").post(url, fields({ version: "1" }, []))).body?.cancel();
  const wrong = await lee.post(url, fields({ name: "", version: "1" }, []));
  match(await wrong.text(), /name="version" value="1"/);
});

Deno.test("customers are found by name, company and number", async () => {
  using office = new WebOffice();
  office.customer({ name: "이영희", company: "한빛상사", numbers: ["010-1234-5678"] });
  office.customer({ name: "박철수", company: "대한물산", numbers: ["02-555-9999"] });
  const kim = office.browser("kim");
  for (const query of ["이영", "한빛", "5678", "010-1234-5678", "01012345678"]) {
    const html = await (await kim.part(`/customers?q=${encodeURIComponent(query)}`)).text();
    match(html, /이영희/, query);
    equal(html.includes("박철수"), false, query);
  }
  equal((await kim.get("/customers?q=%00%25_'\"")).status, 200);
});

Deno.test("a list of any length comes in parts, each customer once", async () => {
  using office = new WebOffice();
  for (let i = 0; i < 120; i++) office.customer({ name: `고객${String(i).padStart(3, "0")}` });
  const kim = office.browser("kim");
  const seen: string[] = [];
  let url: string | undefined = "/customers";
  while (url !== undefined) {
    const html: string = await (await kim.part(url)).text();
    seen.push(...new Set([...html.matchAll(/고객\d{3}/g)].map(([name]) => name)));
    url = /\/customers\?after=[\d.]+/.exec(html)?.[0];
  }
  equal(seen.length, 120);
  equal(new Set(seen).size, 120);
});

Deno.test("what is searched for comes in parts too, each customer once", async () => {
  using office = new WebOffice();
  for (let n = 0; n < 120; n++) office.customer({ name: `김손님${n}` });
  indexWaiting(office.store, 120);
  const kim = office.browser("kim");
  const seen: string[] = [];
  let next: string | undefined = `/customers?q=${encodeURIComponent("김")}`;
  while (next !== undefined) {
    const html: string = await (await kim.part(next)).text();
    seen.push(...Array.from(html.matchAll(/김손님\d+(?=<)/g), ([name]) => name));
    next = /hx-get="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
  }
  equal(seen.length, 120);
  equal(new Set(seen).size, 120);
});

Deno.test("a customer who is not there is no page", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  for (const id of ["999", "0", "-1", "1.5", "x", "99999999999999999999"]) {
    equal((await kim.get(`/customers/${id}`)).status, 404, id);
    equal((await kim.post(`/customers/${id}`, fields({}, []))).status, 404, id);
  }
});
