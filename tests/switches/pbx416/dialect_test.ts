import assert from "node:assert/strict";
import {
  DialectError,
  DIALECTS,
  parseDialect,
} from "../../../lib/switches/pbx416/dialect/dialect.ts";

function problemsOf(json: unknown): readonly string[] {
  try {
    parseDialect(json);
  } catch (error) {
    assert.ok(error instanceof DialectError);
    assert.equal(error.message, `The dialect cannot be used. ${error.problems.join(" ")}`);
    return error.problems;
  }
  assert.fail("The dialect was taken.");
}

Deno.test("every built-in dialect passes its own checks, and survives being kept as JSON", () => {
  for (const [name, dialect] of Object.entries(DIALECTS)) {
    assert.equal(dialect.name, name);
    assert.equal(parseDialect(name), dialect);
    assert.deepEqual(parseDialect(JSON.parse(JSON.stringify(dialect))), dialect);
    assert.deepEqual(structuredClone(dialect), dialect);
  }
});

Deno.test("an installer's file says only what differs", () => {
  const base = DIALECTS["416"];
  const dialect = parseDialect({
    extends: "416",
    name: "Busan office",
    bcc: { scope: "mi..etx" },
    extensions: ["300-302", "309"],
    timings: { ackTimeoutMs: 500 },
  });
  assert.deepEqual(dialect, {
    ...base,
    name: "Busan office",
    bcc: { rule: "xor", scope: "mi..etx" },
    extensions: ["300", "301", "302", "309"],
    timings: { ...base?.timings, ackTimeoutMs: 500 },
  });
  assert.equal(parseDialect({ extends: "416" }).name, "416 (changed)");
  assert.equal(base?.name, "416");
});

Deno.test("every mistake is a sentence with the place, the value and what was expected", () => {
  assert.deepEqual(
    problemsOf({
      extends: "416",
      liCoding: "ascii",
      serial: { baudRate: 9601 },
      timings: { ackTimeoutMs: "soon" },
      messages: { N: { fields: ["trunk"] }, CC: { event: "Delivered", fields: ["trunk"] } },
    }).toSorted(),
    [
      'liCoding: "ascii" where one of ascii-dec, ascii-hex, binary-be, binary-le was expected.',
      'messages.CC: {"event":"Delivered","fields":["trunk"]} where a key of one letter was expected.',
      'messages.N.fields: ["trunk"] where trunk, extension, each once, "number" or "extension?" last was expected.',
      "serial.baudRate: 9601 where one of 300, 600, 1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400 was expected.",
      'timings.ackTimeoutMs: "soon" where a whole number from 50 to 60000 was expected.',
    ],
  );
});

Deno.test("an unknown setting is refused wherever it stands", () => {
  assert.deepEqual(problemsOf({ extends: "416", parity: "even" }), ["parity: no such setting."]);
  assert.deepEqual(problemsOf({ extends: "416", serial: { speed: 1 } }), [
    "serial.speed: no such setting.",
  ]);
  const hostile = JSON.parse('{"extends":"416","__proto__":{"maxLength":1}}');
  assert.deepEqual(problemsOf(hostile), ["__proto__: no such setting."]);
});

Deno.test("a dialect that is not there is refused with those that are", () => {
  const message = (place: string, name: string) => [
    `${place}: ${name} where one of 416, 416-19200 was expected.`,
  ];
  assert.deepEqual(problemsOf("417"), message("The dialect", '"417"'));
  assert.deepEqual(problemsOf({ extends: "toString" }), message("extends", '"toString"'));
  assert.deepEqual(problemsOf({ extends: 416 }), message("extends", "416"));
});

Deno.test("what is no dialect at all is refused", () => {
  for (const json of [null, 1, [], true, undefined]) {
    const [problem] = problemsOf(json);
    assert.match(
      problem ?? "",
      /^The dialect: .+ where a dialect's name or an object was expected\.$/,
    );
  }
  assert.equal(problemsOf({}).length, 11);
});

Deno.test("numbers of trunks and extensions have one width, for DATA has no separators", () => {
  const refused = [["1", "02"], [], ["215-200"], ["9-10"], ["2-"], ["a"], ["1000-9999"], "200-215"];
  for (const extensions of refused) {
    const [problem, ...more] = problemsOf({ extends: "416", extensions });
    assert.match(problem ?? "", /^extensions(\.0)?: .+ where a list of 1 to 999 numbers/);
    assert.deepEqual(more, []);
  }
  assert.deepEqual(parseDialect({ extends: "416", trunks: ["08-10"] }).trunks, ["08", "09", "10"]);
});

Deno.test("a layout must say what its event needs, and no more", () => {
  const refused = [
    { event: "Delivered", fields: ["number", "trunk"] },
    { event: "Delivered", fields: ["trunk", "trunk"] },
    { event: "Established", fields: ["trunk", "extension", "number"] },
    { event: "Originated", fields: ["trunk", "extension"] },
    { event: "ConnectionCleared", fields: ["trunk", "extension", "extension?"] },
    { event: "ConnectionCleared", fields: ["extension?", "trunk"] },
  ];
  for (const layout of refused) {
    const problems = problemsOf({ extends: "416", messages: { X: layout } });
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? "", /^messages\.X\.fields: /);
  }
});

Deno.test("two decimal digits cannot say a length over 99", () => {
  assert.deepEqual(problemsOf({ extends: "416", maxLength: 100 }), [
    "maxLength: 100 where at most 99 (two decimal digits say no more) was expected.",
  ]);
  assert.equal(
    parseDialect({ extends: "416", maxLength: 250, liCoding: "ascii-hex" }).maxLength,
    250,
  );
});

Deno.test("the request to dial has no letter by which the switch tells of a call", () => {
  for (
    const [letter, event] of [["C", "Delivered"], ["N", "Established"], ["F", "ConnectionCleared"]]
  ) {
    assert.deepEqual(problemsOf({ extends: "416", dialRequest: letter }), [
      `dialRequest: "${letter}" where a letter that is not the switch's own ${event} was expected.`,
    ]);
  }
  // The switch confirms a request by its own letter, and a letter of its own is free.
  assert.equal(parseDialect({ extends: "416", dialRequest: "O" }).dialRequest, "O");
  assert.equal(parseDialect({ extends: "416", dialRequest: "D" }).dialRequest, "D");
});
