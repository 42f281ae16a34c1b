import { equal, match, ok } from "node:assert/strict";
import { isSetupCode, newSetupCode } from "../../../lib/web/guard/setup_code.ts";

Deno.test("a code is read out without mistaking a letter, and none comes twice", () => {
  const codes = Array.from({ length: 500 }, newSetupCode);
  for (const code of codes) match(code, /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  equal(new Set(codes).size, codes.length);
});

Deno.test("a code is the same however it is typed, and nothing else is", () => {
  for (const typed of ["7K4M-Q9TX", "7k4mq9tx", " 7K4M Q9TX ", "７Ｋ４Ｍ－Ｑ９ＴＸ"]) {
    ok(isSetupCode(typed, "7K4M-Q9TX"), typed);
  }
  for (const typed of ["", "7K4M-Q9T", "7K4M-Q9TY", "7K4M-Q9TXX", "-", "7".repeat(100_000)]) {
    ok(!isSetupCode(typed, "7K4M-Q9TX"), typed.slice(0, 20));
  }
});
