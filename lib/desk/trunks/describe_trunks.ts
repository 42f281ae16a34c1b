import { z } from "zod";
import type { Numbering } from "../../domain/numbering.ts";
import { normalNumber } from "../../domain/phone_number.ts";
import { numberingOf } from "../../store/numbering.ts";
import { describeTrunk, type Trunk } from "../../store/trunks.ts";
import { type Desk, requireMay } from "../desk.ts";
import { check, line, wrong } from "../field_rules.ts";
import type { Outcome, Problem } from "../problem.ts";

function shapeIn(numbering: Numbering) {
  return z.object({
    label: line("trunk_label", 40),
    number: z.string().superRefine((number, ctx) => {
      if (number !== "" && normalNumber(number, numbering) === null) {
        ctx.addIssue(wrong("field.number"));
      }
    }),
  });
}

/**
 * Says which number of the office each trunk is, and how it is called, all or none. Problems stand by a field, the line and
 * the trunk: `label.1.2`.
 */
export function describeTrunks(desk: Desk, typed: readonly Trunk[]): Outcome<null> {
  requireMay(desk, "extensions.manage");
  const { store } = desk;
  const shape = shapeIn(numberingOf(store));
  const problems: Record<string, Problem> = {};
  const trunks: Trunk[] = [];
  for (const { lineId, trunk, label, number } of typed) {
    const checked = check(shape, { label, number });
    if (checked.ok) trunks.push({ lineId, trunk, ...checked.value });
    else {
      for (const [field, problem] of Object.entries(checked.problems)) {
        problems[`${field}.${lineId}.${trunk}`] = problem;
      }
    }
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  store.transaction(() => trunks.forEach((trunk) => describeTrunk(store, trunk)));
  return { ok: true, value: null };
}
