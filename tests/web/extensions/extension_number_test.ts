import { deepEqual, equal, match } from "node:assert/strict";
import { DIALECTS } from "../../../lib/switches/pbx416/dialect/dialect.ts";
import { listExtensions } from "../../../lib/store/extensions.ts";
import { createLine } from "../../../lib/store/line_settings.ts";
import { WebOffice } from "../../support/web_office.ts";

const SIXTEEN = Array.from({ length: 16 }, (_, i) => String(200 + i));
const numbers = (office: WebOffice) => listExtensions(office.store).map(({ number }) => number);

async function add(office: WebOffice, number: string): Promise<string> {
  const response = await office.browser("admin").post("/settings/extensions/new", { number });
  if (response.status === 303) return "added";
  return /class="field_error"[\s\S]*?<span>([^<]*)/.exec(await response.text())?.[1] ?? "?";
}

Deno.test("an extension with zeros in front is no other one, and none is made of it", async () => {
  using office = new WebOffice();
  for (const number of ["0202", "00202", "202"]) {
    equal(await add(office, number), "내선 202은 이미 있습니다.");
  }
  match(await add(office, "0300"), /앞에 0을 붙이지 않고/);
  equal(await add(office, "300"), "added");
  equal(await add(office, "0300"), "내선 300은 이미 있습니다.");
  deepEqual(numbers(office), [...SIXTEEN, "300"]);
});

Deno.test("a switch that calls its extensions so has them with the zero, once", async () => {
  using office = new WebOffice();
  const dialect = JSON.stringify({
    ...DIALECTS["416"],
    name: "four",
    extensions: ["0300", "0301"],
  });
  createLine(office.store, { label: "", device: "/dev/ttyS9", dialect });
  equal(await add(office, "0300"), "added");
  equal(await add(office, "300"), "내선 0300은 이미 있습니다.");
  deepEqual(numbers(office), ["0300", ...SIXTEEN]);
});
