import { deepEqual, equal, rejects } from "node:assert/strict";
import { canDial, usualExtension } from "../../../lib/desk/telephony/dial_extension.ts";
import { dialNumber } from "../../../lib/desk/telephony/dial_number.ts";
import { setDialPolicy } from "../../../lib/store/dial_policy.ts";
import { forbidCalls } from "../../../lib/store/do_not_call.ts";
import { assignExtension, createExtension } from "../../../lib/store/extensions.ts";
import { setNumbering } from "../../../lib/store/numbering.ts";
import { KOREA } from "../../../lib/domain/numbering.ts";
import { ensureLine } from "../../../lib/store/lines.ts";
import { someCustomer } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

const NO_SPECIAL = { emergency: true, international: false, premium: false, feature_code: false };

function officeWithLine(): DeskOffice {
  const office = new DeskOffice();
  ensureLine(office.store, "/dev/ttyTEST", "416");
  return office;
}

const wish = (number: string, extension = "", confirmed = false) => ({
  number,
  extension,
  confirmed,
});

async function result(office: DeskOffice, login: string, number: string, confirmed = false) {
  return (await dialNumber(office.phones(login), wish(number, "", confirmed))).result;
}

Deno.test("a number is dialled in normal form from one's own extension, and what the switch says is told", async () => {
  using office = officeWithLine();
  deepEqual(await dialNumber(office.phones("kim"), wish("+82 10-1234-5678")), {
    ...{ result: "accepted", extension: "202", digits: "01012345678" },
  });
  office.telephony.outcome = { outcome: "switch_down", reason: "the cable is out" };
  equal(await result(office, "kim", "1330"), "switch_down");
  deepEqual(office.telephony.dialled, ["202 01012345678", "202 1330"]);
});

Deno.test("what is no number, and who has no extension, has no switch asked", async () => {
  using office = officeWithLine();
  for (const number of ["", "11", "이영희", "<b>"]) {
    equal(await result(office, "kim", number), "not_dialable", number);
  }
  equal(await result(office, "admin", "1330"), "no_extension");
  deepEqual(office.telephony.dialled, []);
});

Deno.test("nobody dials from a colleague's extension but those who may from any", async () => {
  using office = officeWithLine();
  await rejects(dialNumber(office.phones("kim"), wish("1330", "203")), {
    name: "NotYours",
    message: "extension 203 is not kim's",
    code: "dial.not_yours",
  });
  equal((await dialNumber(office.phones("super"), wish("1330", "203"))).extension, "203");
  equal((await dialNumber(office.phones("super"), wish("1330", "999"))).result, "no_extension");
  deepEqual(office.telephony.dialled, ["203 1330"]);
});

Deno.test("of several extensions the chosen one is dialled from, and another one while its line is down", async () => {
  using office = officeWithLine();
  const annexe = ensureLine(office.store, "/dev/ttyANNEXE", "416").id;
  createExtension(office.store, { line: annexe, number: "301" });
  assignExtension(office.store, `${annexe}:301`, office.staff("kim").id);
  const usual = () => usualExtension(office.phones("kim"))?.number;
  equal(usual(), "202");
  await dialNumber(office.phones("kim"), wish("1330", "301"));
  equal(usual(), "301");
  office.telephony.closed = [annexe];
  equal(usual(), "202");
});

Deno.test("special numbers are the office's to allow, and a customer's wish is asked about", async () => {
  using office = officeWithLine();
  deepEqual(await dialNumber(office.phones("kim"), wish("060-700-1234", "", true)), {
    ...{ result: "not_allowed", special: "premium", extension: "202", digits: "0607001234" },
  });
  equal(await result(office, "kim", "119"), "emergency");
  const { id } = someCustomer(office.store, "이영희", "010-1234-5678");
  forbidCalls(office.store, id, { by: office.staff("kim").id, at: NOW });
  const asked = await dialNumber(office.phones("kim"), wish("010-1234-5678"));
  deepEqual(asked.result === "do_not_call" && asked.asked.map(({ name }) => name), ["이영희"]);
  deepEqual(office.telephony.dialled, []);
  equal(await result(office, "kim", "119", true), "accepted");
  equal(await result(office, "kim", "010-1234-5678", true), "accepted");
});

Deno.test("digits that reach a special number or a customer are no way around it, behind the outside digit neither", async () => {
  using office = officeWithLine();
  setNumbering(office.store, { ...KOREA, areaCode: "02", outsideDigit: "9" });
  const { id } = someCustomer(office.store, "이영희", "010-1234-5678");
  forbidCalls(office.store, id, { by: office.staff("kim").id, at: NOW });
  for (
    const [typed, refused] of [
      ["9119", "emergency"],
      ["91191", "emergency"],
      ["1191", "emergency"],
      ["906070012345", "not_allowed"],
      ["900199912", "not_allowed"],
      // The exchange connects as soon as the number is whole.
      ["010123456781", "do_not_call"],
      ["9010123456781", "do_not_call"],
      ["901012345678", "do_not_call"],
    ] as const
  ) equal(await result(office, "kim", typed), refused, typed);
  deepEqual(office.telephony.dialled, []);
  equal(await result(office, "kim", "91191", true), "accepted");
  equal(await result(office, "kim", "203"), "accepted");
  deepEqual(office.telephony.dialled, ["202 91191", "202 203"]);
});

Deno.test("help is asked about, and costly numbers are refused, as the office's country has them", async () => {
  using office = officeWithLine();
  setNumbering(office.store, { ...KOREA, country: "US", areaCode: "212", outsideDigit: "9" });
  equal(await result(office, "kim", "911"), "emergency");
  equal(await result(office, "kim", "9911"), "emergency");
  equal(await result(office, "kim", "900-234-5678"), "not_allowed");
  equal(await result(office, "kim", "011 44 20 7946 0958"), "not_allowed");
  equal(await result(office, "kim", "90119"), "not_allowed");
  equal(await result(office, "kim", "911", true), "accepted");
  equal(await result(office, "kim", "(212) 555-2671"), "accepted");
  setNumbering(office.store, { ...KOREA, country: "DE", areaCode: "0211" });
  equal(await result(office, "kim", "0211 234567"), "accepted", "a number in Düsseldorf");
  deepEqual(office.telephony.dialled, ["202 9911", "202 92125552671", "202 0211234567"]);
});

Deno.test("one person calls so many numbers a minute, colleagues and 119 as often as need be", async () => {
  using office = officeWithLine();
  setDialPolicy(office.store, { allowed: NO_SPECIAL, perMinute: 1 });
  equal(await result(office, "kim", "02-555-1234"), "accepted");
  equal(await result(office, "kim", "1330"), "too_often", "short, and nobody's extension");
  equal(await result(office, "kim", "203"), "accepted");
  equal(await result(office, "kim", "203"), "accepted");
  equal(await result(office, "kim", "119"), "emergency");
  equal(await result(office, "kim", "119", true), "accepted");
  equal(await result(office, "lee", "02-555-1234"), "accepted");
  office.now += 60_000;
  equal(await result(office, "kim", "02-555-1234"), "accepted");
});

Deno.test("dialling is offered where a switch does so for a telephone of one's own, or for any that one may use", () => {
  using office = officeWithLine();
  const offered = () => ["kim", "super", "admin"].map((login) => canDial(office.phones(login)));
  deepEqual(offered(), [true, true, true]);
  office.telephony.commands = ["hold"];
  deepEqual(offered(), [false, false, false]);
});
