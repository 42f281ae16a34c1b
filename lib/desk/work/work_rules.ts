import { z } from "zod";
import { may } from "../../domain/role_permissions.ts";
import { staffById } from "../../store/staff.ts";
import { isAsShown, isPast, type TypedMoment } from "../callback_rule.ts";
import type { Desk } from "../desk.ts";
import { check, line, paragraphs, wrong } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";

/** Work as somebody wrote it down. */
export interface TypedWork {
  /** Of a task alone. */
  readonly subject: string;
  readonly text: string;
  /** The ID of whoever is to do it; empty for anybody. */
  readonly staff: string;
  readonly dueAt: TypedMoment;
}

/** Work as it is to be. */
export interface CheckedWork {
  readonly subject: string;
  readonly text: string;
  readonly staffId: number | null;
  readonly dueAt: number;
}

const LONGEST = { subject: 200, text: 4000 } as const;

/**
 * Checks work that is written down. `before` is what stood there, null for new work: what is due already and whose colleague
 * has left may stay as it is. Problems stand by the names of `typed`'s fields.
 */
export function checkWork(
  { store, now }: Desk,
  typed: TypedWork,
  before: { readonly staffId: number | null; readonly dueAt: number } | null,
  hasWords: boolean,
): Outcome<CheckedWork> {
  const dueBefore = before?.dueAt ?? null;
  const shape = z.object({
    subject: line("subject", LONGEST.subject).superRefine((subject, ctx) => {
      if (hasWords && subject === "") ctx.addIssue(wrong("field.required", { field: "subject" }));
    }),
    text: paragraphs("text", LONGEST.text),
    staff: z.string().transform((text, ctx) => {
      if (text === "") return null;
      const staff = /^\d{1,15}$/.test(text) ? staffById(store, Number(text)) : null;
      const isThere = staff !== null && staff.active && may(staff.role, "work.do");
      if (staff !== null && (isThere || staff.id === before?.staffId)) return staff.id;
      ctx.addIssue(wrong("work.staff_unknown"));
      return z.NEVER;
    }),
    dueAt: z.union([z.number(), z.literal("wrong"), z.null()]).transform((at, ctx) => {
      if (at === null) ctx.addIssue(wrong("work.due_required"));
      else if (at === "wrong") ctx.addIssue(wrong("work.due_invalid"));
      else if (isAsShown(at, dueBefore)) return dueBefore;
      else if (!isPast(at, now)) return at;
      else ctx.addIssue(wrong("work.due_past"));
      return z.NEVER;
    }),
  });
  const checked = check(shape, typed);
  if (!checked.ok) return checked;
  const { subject, text, staff: staffId, dueAt } = checked.value;
  return { ok: true, value: { subject, text, staffId, dueAt } };
}
