import { deepEqual } from "node:assert/strict";
import { composed } from "../../lib/domain/composed.ts";

Deno.test("what looks empty is empty, and what is seen stays as it was typed", () => {
  const invisible = ["", "  ", "\u200b", "\u2060\ufeff ", "\u200f\u202e", "\u3000\u00a0"];
  const fillers = ["\u3164\u3164", "\u115f\u1160", "\uffa0", "\u2800 \u2800", "\ufe0f", "\u034f"];
  deepEqual([...invisible, ...fillers].map(composed), [...invisible, ...fillers].map(() => ""));
  deepEqual(composed("\ufeff\u1112\u1161\u11ab빛 상사\u200b\n"), "한빛 상사");
  deepEqual(composed("👩‍👩‍👧 ❤️"), "👩‍👩‍👧 ❤️");
  deepEqual(composed("\u115f\u1175ㄱ\u3164"), "\u115f\u1175ㄱ\u3164");
});
