import { deepEqual, equal, ok, rejects, throws } from "node:assert/strict";
import { NotPermitted } from "../../../lib/desk/desk.ts";
import { addExtension, removeExtension } from "../../../lib/desk/extensions/add_extension.ts";
import {
  changeExtensions,
  type TypedExtension,
} from "../../../lib/desk/extensions/change_extensions.ts";
import {
  createGroup,
  removeGroup,
  renameGroup,
} from "../../../lib/desk/extensions/change_groups.ts";
import type { LineDesk } from "../../../lib/desk/lines/line_desk.ts";
import { addLine, enableLine, updateLine } from "../../../lib/desk/lines/change_lines.ts";
import type { CheckedLine, TypedLine } from "../../../lib/desk/lines/line_rules.ts";
import type { Outcome } from "../../../lib/desk/problem.ts";
import { describeTrunks } from "../../../lib/desk/trunks/describe_trunks.ts";
import { MOST_GROUPS } from "../../../lib/domain/extension_group.ts";
import { NotFound } from "../../../lib/store/errors.ts";
import { groupsByExtension, listGroups } from "../../../lib/store/extension_groups.ts";
import { extensionNamed } from "../../../lib/store/extensions.ts";
import { lineSetting, lineSettings } from "../../../lib/store/line_settings.ts";
import { trunkOf } from "../../../lib/store/trunks.ts";
import { OWN_DIALECT } from "../../../lib/switches/line_dialects.ts";
import { storedDialect } from "../../../lib/switches/pbx416/dialect/stored_dialect.ts";
import { DIALECTS } from "../../../lib/switches/pbx416/dialect/dialect.ts";
import { DeskOffice } from "../desk_office.ts";

const LINE: TypedLine = {
  label: "본관",
  device: "/dev/ttyS0",
  dialect: "416",
  speed: "",
  json: "",
};

/** `ok`, or what is wrong by field. */
function said(outcome: Outcome<unknown> | CheckedLine): unknown {
  if (outcome.ok) return "ok";
  return Object.entries(outcome.problems).map(([field, { code }]) => [field, code]);
}

function row(name: string, change: Partial<TypedExtension> = {}): TypedExtension {
  return { ...{ name, kind: "phone", label: "", staff: "", address: "", groups: [] }, ...change };
}

Deno.test("a line is added, changed at another speed, closed and opened, each at once", async () => {
  using office = new DeskOffice();
  const desk = office.phones("admin");
  equal(said(await addLine(desk, LINE)), "ok");
  const { id } = lineSettings(office.store)[0]!;
  equal(said(await updateLine(desk, id, { ...LINE, speed: "2400" })), "ok");
  equal(storedDialect(lineSetting(office.store, id)!.dialect).serial.baudRate, 2400);
  await enableLine(desk, id, false);
  equal(lineSetting(office.store, id)?.enabled, false);
  equal(office.telephony.reloads, 3);
  await rejects(() => updateLine(desk, 99, LINE), NotFound);
  await rejects(() => enableLine(desk, 99, true), NotFound);
});

Deno.test("what is wrong with a line is told by field, and in the words of its dialect", async () => {
  using office = new DeskOffice();
  const desk = office.phones("admin");
  deepEqual(said(await addLine(desk, { ...LINE, device: "", speed: "12", dialect: "417" })), [
    ["device", "lines.device_missing"],
    ["speed", "lines.speed_wrong"],
    ["dialect", "lines.dialect_wrong"],
  ]);
  const own = await addLine(desk, { ...LINE, dialect: OWN_DIALECT, json: "{" });
  deepEqual(said(own), [["dialect", "lines.dialect_no_json"]]);
  ok(!own.ok && own.inDialect.length === 1);
  equal(office.telephony.reloads, 0);
  equal(said(await addLine(desk, LINE)), "ok");
  deepEqual(said(await addLine(desk, LINE)), [["device", "lines.device_taken"]]);
  equal(lineSettings(office.store).length, 1);
});

Deno.test("a dialect that is written out is stored whole", async () => {
  using office = new DeskOffice();
  const json = JSON.stringify({ ...Object.values(DIALECTS)[0]!, name: "우리 것" });
  const own = { ...LINE, dialect: OWN_DIALECT, json };
  equal(said(await addLine(office.phones("admin"), own)), "ok");
  equal(storedDialect(lineSettings(office.store)[0]!.dialect).name, "우리 것");
});

Deno.test("an extension is added once, and taken away where it is nobody's", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  equal(said(addExtension(desk, { line: null, number: "301" })), "ok");
  deepEqual(said(addExtension(desk, { line: null, number: "301" })), [
    ["number", "extensions.number_taken"],
  ]);
  deepEqual(said(addExtension(desk, { line: null, number: "30a" })), [
    ["number", "extensions.number_wrong"],
  ]);
  deepEqual(said(addExtension(desk, { line: 9, number: "302" })), [["line", "staff.line_unknown"]]);
  deepEqual(said(removeExtension(desk, "202")), [["form", "extensions.in_use"]]);
  equal(said(removeExtension(desk, "301")), "ok");
  throws(() => removeExtension(desk, "301"), NotFound);
});

Deno.test("extensions are changed all or none, and lose what is not there any more", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  ok(createGroup(desk, "주문").ok);
  const [group] = listGroups(office.store);
  const groups = [String(group!.id), "99"];
  const lee = String(office.staff("lee").id);
  const wrong = changeExtensions(desk, [
    row("204", { label: "창구" }),
    row("205", { kind: "fax", staff: "99", address: "10.0.0.999", label: "가".repeat(41) }),
  ]);
  deepEqual(said(wrong), [
    ["kind.205", "extensions.kind_wrong"],
    ["label.205", "field.too_long"],
    ["staff.205", "extensions.staff_wrong"],
    ["address.205", "extensions.address_wrong"],
  ]);
  equal(extensionNamed(office.store, "204")?.label, "");
  equal(said(changeExtensions(desk, [row("204", { label: "창구", staff: lee, groups })])), "ok");
  const changed = extensionNamed(office.store, "204")!;
  deepEqual([changed.label, changed.staffId], ["창구", office.staff("lee").id]);
  deepEqual(groupsByExtension(office.store).get(changed.id)?.map(({ name }) => name), ["주문"]);
  throws(() => changeExtensions(desk, [row("999")]), NotFound);
});

Deno.test("a group has a name of its own, and its extensions stay when it goes", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  equal(said(createGroup(desk, " 주문 ")), "ok");
  deepEqual(said(createGroup(desk, "주문")), [["name", "groups.taken"]]);
  deepEqual(said(createGroup(desk, "")), [["name", "field.required"]]);
  const { id } = listGroups(office.store)[0]!;
  equal(said(renameGroup(desk, id, "주문")), "ok");
  equal(said(renameGroup(desk, id, "배송")), "ok");
  removeGroup(desk, id);
  deepEqual(listGroups(office.store), []);
  throws(() => renameGroup(desk, id, "주문"), NotFound);
  throws(() => removeGroup(desk, id), NotFound);
  for (let made = 0; made < MOST_GROUPS; made++) equal(said(createGroup(desk, `${made}`)), "ok");
  deepEqual(said(createGroup(desk, "하나 더")), [["name", "groups.too_many"]]);
});

Deno.test("trunks are described all or none", async () => {
  using office = new DeskOffice();
  const desk = office.phones("admin");
  ok((await addLine(desk, LINE)).ok);
  const { id: lineId } = lineSettings(office.store)[0]!;
  const good = { lineId, trunk: "1", label: "대표", number: "02-555-1234" };
  const wrong = { lineId, trunk: "2", label: "가".repeat(41), number: "본사" };
  deepEqual(said(describeTrunks(desk, [good, wrong])), [
    [`label.${lineId}.2`, "field.too_long"],
    [`number.${lineId}.2`, "field.number"],
  ]);
  equal(trunkOf(office.store, lineId, "1"), null);
  equal(said(describeTrunks(desk, [good])), "ok");
  equal(trunkOf(office.store, lineId, "1")?.label, "대표");
});

Deno.test("lines, trunks, extensions and groups are an administrator's work", async () => {
  using office = new DeskOffice();
  const asked: ((desk: LineDesk) => unknown)[] = [
    (desk) => addLine(desk, LINE),
    (desk) => updateLine(desk, 1, LINE),
    (desk) => enableLine(desk, 1, false),
    (desk) => addExtension(desk, { line: null, number: "301" }),
    (desk) => removeExtension(desk, "204"),
    (desk) => changeExtensions(desk, []),
    (desk) => createGroup(desk, "주문"),
    (desk) => renameGroup(desk, 1, "주문"),
    (desk) => removeGroup(desk, 1),
    (desk) => describeTrunks(desk, []),
  ];
  const desk = office.phones("super");
  for (const ask of asked) await rejects(async () => await ask(desk), NotPermitted);
});
