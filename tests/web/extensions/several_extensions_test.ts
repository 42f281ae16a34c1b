import { deepEqual, equal, match } from "node:assert/strict";
import type { AuditRow } from "../../../lib/domain/audit.ts";
import { extensionName } from "../../../lib/domain/extension.ts";
import { listAudit } from "../../../lib/store/audit/audit_list.ts";
import { assignExtension } from "../../../lib/store/extensions.ts";
import { TwoLines } from "../../support/two_lines.ts";
import { type Browser, WebOffice } from "../../support/web_office.ts";
import { WHOLE_AUDIT } from "../../support/whole_audit.ts";

const KIM = { login: "kim", name: "김상담", role: "agent", language: "ko" };

const of = (office: WebOffice, login: string) => office.staff(login).extensions.map(extensionName);

function form(fields: Record<string, string>, extensions: string[]): string[][] {
  return [...Object.entries(fields), ...extensions.map((one) => ["extension", one])];
}

async function dial(browser: Browser, extension = ""): Promise<Record<string, unknown>> {
  const fields = { number: "1330", extension };
  return await (await browser.post("/dial", fields, { accept: "application/json" })).json();
}

Deno.test("an account is given several extensions and loses those that are not ticked any more", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const { id } = office.staff("kim");
  const save = async (extensions: string[]) =>
    (await admin.post(`/settings/staff/${id}`, form(KIM, extensions))).status;
  equal(await save(["202", "204", "205"]), 303);
  deepEqual(of(office, "kim"), ["202", "204", "205"]);
  match(
    await (await admin.get("/settings/staff")).text(),
    /김상담[^]*?<td>202, 204, 205</,
  );
  equal(await save(["204"]), 303);
  deepEqual(of(office, "kim"), ["204"]);
  equal(await save([]), 303);
  deepEqual(of(office, "kim"), []);
});

Deno.test("an extension that is somebody else's or nowhere is told, with the others still ticked", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const { id } = office.staff("kim");
  for (
    const [wrong, text] of [
      ["203", /내선 203은 다른 사람이 쓰고 있습니다/],
      ["999", /내선 999은 없습니다/],
      ["9:202", /회선 9은 없습니다/],
      ["x", /내선 x은 없습니다/],
    ] as const
  ) {
    const response = await admin.post(`/settings/staff/${id}`, form(KIM, ["204", wrong]));
    equal(response.status, 422, wrong);
    const html = await response.text();
    match(html, text);
    match(html, /name="extension" value="204" checked[^>]*aria-describedby="f-extension-error"/);
  }
  deepEqual(of(office, "kim"), ["202"]);
});

Deno.test("the audit tells of each extension that somebody got or gave up", async () => {
  using office = new TwoLines();
  const admin = office.browser("admin");
  const { id } = office.staff("lee");
  const lee = { ...KIM, login: "lee", name: "이응대" };
  equal((await admin.post(`/settings/staff/${id}`, form(lee, ["2:202", "204"]))).status, 303);
  const { rows } = listAudit(office.store, WHOLE_AUDIT, null, 3);
  const told = ({ record, before, after }: AuditRow) => ({ record, before, after });
  deepEqual(rows.filter(({ kind }) => kind === "extension").map(told), [
    { record: "204", before: { staff_id: null }, after: { staff_id: id } },
    { record: "203", before: { staff_id: id }, after: { staff_id: null } },
  ]);
});

Deno.test("who has several telephones dials from the one chosen last, and on from another while its line is down", async () => {
  using office = new TwoLines();
  const lee = office.browser("lee");
  const from = () => office.lines.dialled.map((one, index) => [one, office.lines.dialledOn[index]]);
  equal((await dial(lee))["extension"], "203");
  equal((await dial(lee, "2:202"))["result"], "accepted");
  equal((await dial(lee))["extension"], "202");
  office.lines.closed = [office.annexe];
  equal((await dial(lee))["extension"], "203");
  office.lines.closed = [];
  equal((await dial(lee))["extension"], "202");
  deepEqual(from(), [
    ["203 1330", [1, 2]],
    ["202 1330", [2]],
    ["202 1330", [2]],
    ["203 1330", [1, 2]],
    ["202 1330", [2]],
  ]);
  // It was given away: the first of those that are left.
  assignExtension(office.store, "2:202", null);
  equal((await dial(lee))["extension"], "203");
});

Deno.test("the pad lets an agent with several telephones choose among them, and a supervisor among all", async () => {
  using office = new TwoLines();
  const options = async (login: string) =>
    [...(await (await office.browser(login).part("/dial")).text())
      .matchAll(/<option value="([^"]*)"( selected)?>([^<]*)/g)]
      .map(([, value, selected, text]) => `${value}${selected ?? ""}: ${text}`);
  deepEqual(await options("kim"), []);
  deepEqual(await options("lee"), ["203 selected: 203", "2:202: 202 (별관)"]);
  await dial(office.browser("lee"), "2:202");
  deepEqual(await options("lee"), ["203: 203", "2:202 selected: 202 (별관)"]);
  const all = await options("super");
  equal(all.includes("202: 202 김상담"), true);
  equal(all.includes("2:202: 202 (별관) 이응대"), true);
});

Deno.test("an agent dials from no telephone of a colleague, on whichever line; a supervisor from each", async () => {
  using office = new TwoLines();
  const status = async (login: string, extension: string) =>
    (await office.browser(login).post("/dial", { number: "1330", extension })).status;
  deepEqual([await status("kim", "2:202"), await status("kim", "203")], [403, 403]);
  deepEqual([await status("lee", "202"), await status("lee", "2:202")], [200, 200]);
  equal(await status("super", "2:202"), 200);
  equal(await status("super", "202"), 200);
  deepEqual(office.lines.dialledOn, [[2], [2], [2], [1]]);
});
