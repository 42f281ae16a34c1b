import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { BUILT_IN } from "../../../lib/switches/serial/port_info.ts";
import { encodeFrame } from "../../../lib/switches/pbx416/frames/encode.ts";
import { DIALECTS } from "../../../lib/switches/pbx416/dialect/dialect.ts";
import { storedDialect } from "../../../lib/switches/pbx416/dialect/stored_dialect.ts";
import { listExtensions } from "../../../lib/store/extensions.ts";
import { lineSettings } from "../../../lib/store/line_settings.ts";
import { insertRawFrame } from "../../../lib/store/raw_frames.ts";
import { KOREA } from "../../../lib/domain/numbering.ts";
import { setNumbering } from "../../../lib/store/numbering.ts";
import { trunksDescribed } from "../../../lib/store/trunks.ts";
import { frameEventFor } from "../../../lib/live/call_audience.ts";
import { WebOffice } from "../../support/web_office.ts";

/** A row of the extensions' form in which something was changed. */
function row(number: string, staff: number | string, more = {}): string[][] {
  const fields = { kind: "phone", label: "", address: "", was: "x", staff: String(staff), ...more };
  return Object.entries(fields).map(([name, value]) => [`${name}.${number}`, value]);
}

const numbers = (office: WebOffice, login: string) =>
  office.staff(login).extensions.map(({ number }) => number);

const LINE = { label: "본사", port: "", device: "/dev/ttyS9", dialect: "416", speed: "", json: "" };

Deno.test("a line is added with a port that was found or one that is typed, and opened at once", async () => {
  using office = new WebOffice();
  office.lines.ports = [{
    path: "/dev/ttyUSB0",
    name: "Prolific",
    stablePath: "/dev/serial/by-id/p",
  }];
  const admin = office.browser("admin");
  match(await (await admin.get("/settings/lines/new")).text(), /Prolific/);
  equal(
    (await admin.post("/settings/lines", { ...LINE, port: "/dev/serial/by-id/p" })).status,
    303,
  );
  equal((await admin.post("/settings/lines", LINE)).status, 303);
  deepEqual(lineSettings(office.store).map(({ device }) => device), [
    "test",
    "/dev/serial/by-id/p",
    "/dev/ttyS9",
  ]);
  equal(office.lines.reloads, 2);
});

Deno.test("a port of the machine itself is called so in the person's language", async () => {
  using office = new WebOffice();
  office.lines.ports = [{ path: "/dev/ttyS0", name: BUILT_IN, stablePath: null }];
  const admin = office.browser("admin");
  match(await (await admin.get("/settings/lines/new")).text(), /내장 직렬 포트.*ttyS0/s);
});

Deno.test("another speed makes the built-in dialect one of that speed, and the form shows it so", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  await admin.post("/settings/lines", { ...LINE, speed: "38400" });
  const { id, dialect } = lineSettings(office.store)[1]!;
  equal(storedDialect(dialect).serial.baudRate, 38400);
  const form = await (await admin.get(`/settings/lines/${id}`)).text();
  match(form, /value="416" selected/);
  match(form, /value="38400" selected/);
});

Deno.test("a pasted dialect that cannot be used comes back with a sentence for everything wrong in it", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const json = '{"extends": "416", "maxLength": 0, "colour": "red"}';
  const refused = await admin.post("/settings/lines", { ...LINE, dialect: "own", json });
  equal(refused.status, 422);
  const body = await refused.text();
  match(body, /maxLength: 0 where a whole number/);
  match(body, /colour: no such setting/);
  match(body, /&quot;colour&quot;/);
  const noJson = await admin.post("/settings/lines", { ...LINE, dialect: "own", json: "{" });
  match(await noJson.text(), /JSON이 아닙니다/);
  const good = '{"extends": "416", "name": "현장", "bcc": {"rule": "sum"}}';
  equal((await admin.post("/settings/lines", { ...LINE, dialect: "own", json: good })).status, 303);
  equal(storedDialect(lineSettings(office.store)[1]!.dialect).bcc.rule, "sum");
});

Deno.test("two lines cannot have one device, and a line needs one", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  match(
    await (await admin.post("/settings/lines", { ...LINE, device: "test" })).text(),
    /이미 test 회선/,
  );
  match(
    await (await admin.post("/settings/lines", { ...LINE, device: " " })).text(),
    /장치를 고르거나/,
  );
  equal(office.lines.reloads, 0);
});

Deno.test("a line is closed and opened again without being forgotten", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const enabled = () => lineSettings(office.store).map((line) => line.enabled);
  equal((await admin.post("/settings/lines/1/enabled", { do: "disable" })).status, 303);
  deepEqual(enabled(), [false]);
  match(await (await admin.get("/settings/trunks")).text(), /열린 회선이 없습니다/);
  await admin.post("/settings/lines/1/enabled", { do: "enable" });
  deepEqual(enabled(), [true]);
  equal(office.lines.reloads, 2);
  equal((await admin.post("/settings/lines/99/enabled", { do: "enable" })).status, 404);
});

Deno.test("the monitor shows frames in hex and in words, rejected bytes with the reason, and the call", async () => {
  using office = new WebOffice();
  const call = office.rings("1", "202", "01012345678");
  const bytes = encodeFrame(DIALECTS["416"]!, "c", "120201012345678");
  const frame = { lineId: 1, at: office.now, bytes, remark: "", callId: call.id };
  insertRawFrame(office.store, { ...frame, result: "accepted" });
  insertRawFrame(office.store, {
    ...frame,
    bytes: new Uint8Array([2, 0xff]),
    result: "rejected",
    remark: "stray bytes",
    callId: null,
  });
  const admin = office.browser("admin");
  const page = await (await admin.get("/settings/lines/1/monitor")).text();
  match(page, /국선 1: 내선 202 벨 울림 · 010-1234-5678/);
  match(page, /<code>02 [0-9A-F ]+ 03 [0-9A-F]{2}<\/code>/);
  match(page, /거부[\s\S]*stray bytes[\s\S]*02 FF/);
  match(page, new RegExp(`href="/calls/${call.id}"`));
  const rejected = await (await admin.get("/settings/lines/1/monitor?only=rejected")).text();
  match(rejected, /02 FF/);
  doesNotMatch(rejected, /내선 202 벨 울림/);
  const newest = Math.max(...[...page.matchAll(/data-frame="(\d+)"/g)].map(([, id]) => Number(id)));
  const part = await (await admin.part(`/settings/lines/1/monitor?after=${newest - 1}&only=`))
    .text();
  deepEqual([...part.matchAll(/data-frame="(\d+)"/g)].map(([, id]) => Number(id)), [newest]);
});

Deno.test("administrators alone are told of frames", () => {
  using office = new WebOffice();
  const told = ["kim", "oper", "super", "admin"].map((login) =>
    frameEventFor(office.staff(login), 1)
  );
  deepEqual(told, [null, null, null, { name: "frame", data: { lineId: 1 } }]);
});

Deno.test("extensions change places in one go, all or none", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const [kim, lee] = [office.staff("kim").id, office.staff("lee").id];
  const swapped = [
    ...row("202", lee, { label: "창구" }),
    ...row("203", kim, { address: "::ffff:10.0.0.7" }),
  ];
  equal((await admin.post("/settings/extensions", swapped)).status, 303);
  deepEqual([numbers(office, "kim"), numbers(office, "lee")], [["203"], ["202"]]);
  const wrong = await admin.post("/settings/extensions", [
    ...row("204", kim),
    ...row("205", "", { address: "here" }),
  ]);
  equal(wrong.status, 422);
  match(await wrong.text(), /192\.168\.0\.7 같은/);
  deepEqual(numbers(office, "kim"), ["203"]);
  equal((await admin.post("/settings/extensions", row("204", kim))).status, 303);
  deepEqual(numbers(office, "kim"), ["203", "204"]);
});

Deno.test("rows that nobody touched keep what was changed elsewhere meanwhile", async () => {
  using office = new WebOffice();
  const stale = {
    "kind.202": "phone",
    "label.202": "",
    "staff.202": "",
    "address.202": "",
    "was.202": "phone||||",
  };
  equal((await office.browser("admin").post("/settings/extensions", stale)).status, 303);
  deepEqual(numbers(office, "kim"), ["202"]);
});

Deno.test("an extension is added once, and taken away only where it is nobody's", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const has = () => listExtensions(office.store).some(({ number }) => number === "300");
  equal((await admin.post("/settings/extensions/new", { number: "300" })).status, 303);
  equal(has(), true);
  equal((await admin.post("/settings/extensions/new", { number: "300" })).status, 422);
  equal((await admin.post("/settings/extensions/new", { number: "3x" })).status, 422);
  equal((await admin.post("/settings/extensions/300/remove", {})).status, 303);
  equal(has(), false);
  equal((await admin.post("/settings/extensions/202/remove", {})).status, 400);
});

Deno.test("extensions that change while a phone rings lose no call: it pops up at whose phone it is now", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const rung = async (login: string) => await (await office.browser(login).part("/popups")).text();
  office.rings("1", "202", "01012345678");
  office.rings("2", "300", "01087654321");
  match(await rung("kim"), /010-1234-5678/);
  const { id: kim } = office.staff("kim");
  const { id: lee } = office.staff("lee");
  const swapped = [...row("202", lee), ...row("203", kim)];
  equal((await admin.post("/settings/extensions", swapped)).status, 303);
  equal((await admin.post("/settings/extensions/new", { number: "300" })).status, 303);
  equal((await admin.post("/settings/extensions/300/remove", {})).status, 303);
  doesNotMatch(await rung("kim"), /010-1234-5678/);
  match(await rung("lee"), /010-1234-5678/);
  office.answers("1", "202");
  office.answers("2", "300");
  equal(office.ends("1").outcome, "answered");
  equal(office.ends("2").outcome, "answered");
});

Deno.test("trunks keep their number and label, and a number that is none is refused", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const good = { "number.1.1": "02-555-1234", "label.1.1": "대표번호" };
  equal((await admin.post("/settings/trunks", good)).status, 303);
  deepEqual({ ...trunksDescribed(office.store)[0] }, {
    lineId: 1,
    trunk: "1",
    label: "대표번호",
    number: "02-555-1234",
  });
  equal((await admin.post("/settings/trunks", { ...good, "number.1.2": "abc" })).status, 422);
});

Deno.test("a trunk has a number of the office's country", async () => {
  using office = new WebOffice();
  setNumbering(office.store, { ...KOREA, country: "US" });
  const admin = office.browser("admin");
  equal((await admin.post("/settings/trunks", { "number.1.1": "(415) 555-2671" })).status, 303);
  equal((await admin.post("/settings/trunks", { "number.1.1": "02-555-1234" })).status, 422);
});
