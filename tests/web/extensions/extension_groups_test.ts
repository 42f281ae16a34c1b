import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import type { AuditRow } from "../../../lib/domain/audit.ts";
import { listAudit } from "../../../lib/store/audit/audit_list.ts";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import { extensionNamed } from "../../../lib/store/extensions.ts";
import { groupsByExtension, listGroups } from "../../../lib/store/extension_groups.ts";
import { type Browser, WebOffice } from "../../support/web_office.ts";
import { WHOLE_AUDIT } from "../../support/whole_audit.ts";

/** An office with the groups 영업 (1) of 202 and 203, and 배송 (2) of 203. */
async function grouped(office: WebOffice): Promise<Browser> {
  const admin = office.browser("admin");
  for (const name of ["영업", "배송"]) {
    equal((await admin.post("/settings/groups", { name })).status, 303);
  }
  await saves(admin, "202", ["1"]);
  await saves(admin, "203", ["1", "2"]);
  return admin;
}

async function saves(admin: Browser, number: string, groups: string[]): Promise<void> {
  const row = [[`kind.${number}`, "phone"], ...groups.map((id) => [`group.${number}`, id])];
  equal((await admin.post("/settings/extensions", row)).status, 303);
}

const groupsOf = (office: WebOffice, number: string) =>
  (groupsByExtension(office.store).get(extensionNamed(office.store, number)?.id ?? 0) ?? []).map((
    { name },
  ) => name);

const tiles = (html: string) => [...html.matchAll(/id="tile-(\d+)"/g)].map(([, number]) => number);

const told = ({ act, kind, record, label, before, after }: AuditRow) => ({
  what: `${act} ${kind} ${record} ${label}`.trim(),
  ...{ before, after },
});

Deno.test("groups are made, renamed and removed; an extension is in those ticked in its row", async () => {
  using office = new WebOffice();
  const admin = await grouped(office);
  deepEqual(groupsOf(office, "203"), ["배송", "영업"]);
  equal((await admin.post("/settings/groups/1", { name: "상담" })).status, 303);
  deepEqual(groupsOf(office, "202"), ["상담"]);
  const html = await (await admin.get("/settings/extensions")).text();
  match(html, /name="group\.202" value="1" checked/);
  doesNotMatch(html, /name="group\.202" value="2" checked/);
  await saves(admin, "203", ["2"]);
  deepEqual(groupsOf(office, "203"), ["배송"]);
  equal((await admin.post("/settings/groups/2", { do: "remove" })).status, 303);
  deepEqual([groupsOf(office, "202"), groupsOf(office, "203")], [["상담"], []]);
  // A page that was open meanwhile still has the group that is gone.
  await saves(admin, "203", ["1", "2"]);
  deepEqual(groupsOf(office, "203"), ["상담"]);
});

Deno.test("a row that nobody touched stays as it is now, though a group of it is gone since", async () => {
  using office = new WebOffice();
  const admin = await grouped(office);
  const page = await (await admin.get("/settings/extensions")).text();
  const was = /name="was\.203" value="([^"]*)"/.exec(page)![1]!;
  await admin.post("/settings/groups/1", { do: "remove" });
  const labelled = [["kind.203", "phone"], ["label.203", "창구"], ["group.203", "2"]];
  await admin.post("/settings/extensions", labelled);
  const stale = [["kind.203", "phone"], ["group.203", "1"], ["group.203", "2"], ["was.203", was]];
  equal((await admin.post("/settings/extensions", stale)).status, 303);
  match(await (await admin.get("/settings/extensions")).text(), /name="label\.203" value="창구"/);
});

Deno.test("what is wrong with a group's name stands beside it, with what was typed", async () => {
  using office = new WebOffice();
  const admin = await grouped(office);
  for (
    const [path, name, problem] of [
      ["/settings/groups", " ", /id="g-new-error"[^]*?그룹 이름/],
      ["/settings/groups", "영업", /value="영업"[^>]*aria-invalid[^]*?영업 그룹은 이미 있습니다/],
      ["/settings/groups/1", "배송", /id="g-1-error"[^]*?배송 그룹은 이미 있습니다/],
      ["/settings/groups/1", "가".repeat(21), /id="g-1-error"[^]*?21/],
    ] as const
  ) {
    const response = await admin.post(path, { name });
    equal(response.status, 422, path);
    match(await response.text(), problem);
  }
  deepEqual(listGroups(office.store).map(({ name }) => name), ["배송", "영업"]);
  equal((await admin.post("/settings/groups/9", { name: "없음" })).status, 404);
});

Deno.test("an extension that is removed leaves its groups", async () => {
  using office = new WebOffice();
  const admin = await grouped(office);
  await admin.post("/settings/extensions/new", { number: "300" });
  await saves(admin, "300", ["1"]);
  equal((await admin.post("/settings/extensions/300/remove", {})).status, 303);
  deepEqual(groupsOf(office, "300"), []);
});

Deno.test("the audit tells which groups an extension came into and left", async () => {
  using office = new WebOffice();
  const admin = await grouped(office);
  const before = listAudit(office.store, WHOLE_AUDIT, null, 100).rows.length;
  await saves(admin, "203", ["2"]);
  await admin.post("/settings/groups/2", { name: "택배" });
  await admin.post("/settings/groups/2", { do: "remove" });
  const { rows } = listAudit(office.store, WHOLE_AUDIT, null, 100);
  deepEqual(rows.slice(0, rows.length - before).toReversed().map(told), [
    { what: "changed extension 203", before: { groups: ["영업"] }, after: {} },
    {
      what: "changed extension_group 2 택배",
      before: { name: "배송" },
      after: { name: "택배" },
    },
    { what: "changed extension 203", before: { groups: ["택배"] }, after: {} },
    { what: "removed extension_group 2 택배", before: { name: "택배" }, after: {} },
  ]);
});

Deno.test("the board is narrowed to a group, for everybody and when it is renewed; one that is gone is all", async () => {
  using office = new WebOffice();
  const admin = await grouped(office);
  await admin.post("/settings/groups", { name: "빈 그룹" });
  const kim = office.browser("kim");
  const html = await (await kim.get("/board?group=1")).text();
  deepEqual(tiles(html), ["202", "203"]);
  match(html, /hx-get="\/board\/now\?group=1"/);
  match(html, /href="\/board\?group=1" aria-current="page">영업</);
  const again = await (await kim.part("/board/now?group=2", "/board?group=2")).text();
  deepEqual(tiles(again), ["203"]);
  match(again, /title="배송, 영업">203</);
  match(again, /id="lane-1-1"/);
  equal(tiles(await (await kim.get("/board?group=9")).text()).length, 16);
  equal(tiles(await (await kim.get("/board")).text()).length, 16);
  match(await (await kim.get("/board?group=3")).text(), /이 그룹에는 아직 내선이 없습니다/);
});

Deno.test("without groups neither the board nor the log asks for one", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  doesNotMatch(await (await kim.get("/board")).text(), /board_groups/);
  doesNotMatch(await (await kim.get("/calls")).text(), /name="group"/);
});

Deno.test("the log shows the calls that rang or were at any extension of the group", async () => {
  using office = new WebOffice();
  await grouped(office);
  for (
    const [extension, number] of [["202", "0211110001"], ["203", "0211110002"], [
      "204",
      "0211110003",
    ]]
  ) {
    office.rings("1", extension!, number!);
    office.ends("1");
  }
  while (catchUp(office.store, 100) > 0);
  const kim = office.browser("kim");
  const numbers = async (path: string) =>
    [...(await (await kim.get(path)).text()).matchAll(/data-copy="(02\d+)"/g)]
      .map(([, number]) => number);
  deepEqual(await numbers("/calls?group=1"), ["0211110002", "0211110001"]);
  deepEqual(await numbers("/calls?group=2"), ["0211110002"]);
  deepEqual(await numbers("/calls?group=1&extension=202"), ["0211110001"]);
  match(await (await kim.get("/calls?group=9")).text(), /지워진 그룹/);
});
