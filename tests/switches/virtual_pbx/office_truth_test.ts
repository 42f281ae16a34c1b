import assert from "node:assert/strict";
import type { Step } from "../../../lib/switches/virtual_pbx/office_day.ts";
import { type OfficeCall, truthOf } from "../../../lib/switches/virtual_pbx/office_truth.ts";

/** Steps of one trunk, a second apart: `"c 202 0101"`, with `-` for nothing. */
function steps(trunk: string, ...texts: string[]): Step[] {
  return texts.map((text, at) => {
    const [mi, extension = "", number = ""] = text.split(" ").map((word) => word.replace("-", ""));
    return { at, trunk, mi: mi as Step["mi"], extension, number };
  });
}

const call: OfficeCall = {
  trunk: "1",
  direction: "in",
  number: "0101",
  rang: [],
  answeredBy: [],
  outcome: "missed",
  startedAt: 0,
  answeredAt: null,
  endedAt: 1,
};

Deno.test("a call is what its steps say", () => {
  assert.deepEqual(truthOf(steps("1", "C - 0101", "F")), [call]);
  assert.deepEqual(truthOf(steps("1", "C - 0101", "c 202 0101", "c 203 0101", "N 203", "F 203")), [{
    ...call,
    rang: ["202", "203"],
    answeredBy: ["203"],
    outcome: "answered",
    answeredAt: 3,
    endedAt: 4,
  }]);
  assert.deepEqual(truthOf(steps("1", "n 202", "J 202 0101", "F 202")), [{
    ...call,
    direction: "out",
    outcome: "outbound",
    endedAt: 2,
  }]);
});

Deno.test("a second extension that answers is a transfer, and the first answer counts", () => {
  const [transferred] = truthOf(
    steps("1", "C - P", "c 202 P", "N 202", "c 205 P", "N 205", "F 205"),
  );
  assert.deepEqual(transferred?.answeredBy, ["202", "205"]);
  assert.equal(transferred?.answeredAt, 2);
  assert.equal(transferred?.number, "P");
});

Deno.test("trunks are told apart, and a call that goes on is not told", () => {
  const mixed = [...steps("1", "C - 0101"), ...steps("2", "C - 0102", "F"), ...steps("3", "n 202")];
  assert.deepEqual(truthOf(mixed).map((call) => call.trunk), ["2"]);
});
