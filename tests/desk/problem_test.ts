import { deepEqual, match, throws } from "node:assert/strict";
import { z } from "zod";
import { check, line, oneOf, wrong } from "../../lib/desk/field_rules.ts";
import { FIELD_NAMES, PROBLEM_CODES } from "../../lib/desk/problem.ts";
import { problemSentence } from "../../lib/text/problem_sentence.ts";
import { isTextKey, translator } from "../../lib/text/translator.ts";
import { sourcesUnder } from "../support/sources.ts";

const SHAPE = z.object({
  name: line("name", 3),
  role: oneOf(["agent", "admin"], "staff.role_wrong"),
  numbers: z.array(z.object({ number: line("number", 3) })),
});

Deno.test("what is wrong is a code for each field, and the sentences are somebody else's", () => {
  const typed = { name: "가나다라", role: "boss", numbers: [{ number: "1" }, { number: "2345" }] };
  const checked = check(SHAPE, typed);
  const said = checked.ok
    ? []
    : ["ko", "en"].map((language) =>
      problemSentence(checked.problems["name"]!, translator(language as "ko" | "en"))
    );
  deepEqual(checked, {
    ok: false,
    problems: {
      name: { code: "field.too_long", args: { field: "name", max: 3, length: 4 } },
      role: { code: "staff.role_wrong", args: {} },
      "numbers.1": { code: "field.too_long", args: { field: "number", max: 3, length: 4 } },
    },
  });
  deepEqual(said, [
    "이름: 3자까지 쓸 수 있습니다. 지금은 4자입니다.",
    "Name: at most 3 characters. There are 4 now.",
  ]);
});

Deno.test("what is a name in a problem is a word in its sentence, in each language", () => {
  const problem = { code: "dial.not_allowed", args: { number: "1", special: "premium" } } as const;
  match(problemSentence(problem, translator("ko")), /^1: 060 정보 서비스 발신/);
  match(problemSentence(problem, translator("en")), /^1: .*\(060 information services\)/);
});

Deno.test("what is typed is stored composed and trimmed", () => {
  const typed = { name: " 가 ".normalize("NFD"), role: "admin", numbers: [] };
  deepEqual(check(SHAPE, typed), { ok: true, value: { name: "가", role: "admin", numbers: [] } });
});

Deno.test("a rule without a code is a mistake that is seen", () => {
  throws(() => check(z.object({ name: z.string() }), {}), {
    name: "TypeError",
    message: /^the rule of "name" says "Invalid input.*"; expected a code$/,
  });
  deepEqual(wrong("field.required", { field: "name" }).params, { field: "name" });
});

Deno.test("every code and every field has its words, and is said somewhere", () => {
  deepEqual(PROBLEM_CODES.filter((code) => !isTextKey(code)), []);
  deepEqual(FIELD_NAMES.filter((field) => !isTextKey(`name.${field}`)), []);
  const said = sourcesUnder("lib", ".ts")
    .filter(({ path }) => !path.startsWith("lib/text/") && path !== "lib/desk/problem.ts")
    .map(({ text }) => text).join("\n");
  deepEqual(PROBLEM_CODES.filter((code) => !said.includes(`"${code}"`)), []);
  deepEqual(FIELD_NAMES.filter((field) => !said.includes(`"${field}"`)), []);
});
