import { z } from "zod";
import type { Store } from "../../store/database.ts";
import { type LineInput, lineSettings } from "../../store/line_settings.ts";
import type { WrittenDialect } from "../../switches/line_dialects.ts";
import { kindOf } from "../../switches/switch_kinds.ts";
import { check, line, wrong } from "../field_rules.ts";
import type { Problem, Problems } from "../problem.ts";

/** A line as it was written. */
export interface TypedLine extends WrittenDialect {
  readonly label: string;
  readonly device: string;
}

/** What a line is to be; or what is wrong with it, and in words of the file what with the dialect that was written. */
export type CheckedLine =
  | { readonly ok: true; readonly value: LineInput }
  | { readonly ok: false; readonly problems: Problems; readonly inDialect: readonly string[] };

/** Checks a line; `id` is the one that is changed, null for a new one. Problems stand by the names of `typed`'s fields. */
export function checkLine(store: Store, typed: TypedLine, id: number | null): CheckedLine {
  const { dialects } = kindOf(typed);
  const checked = check(shape(store, dialects?.speeds ?? [], id), typed);
  // A kind that has none is told nothing.
  const dialect = dialects === null ? { ok: true, value: "" } as const : dialects.read(typed);
  if (checked.ok && dialect.ok) {
    const { label, device } = checked.value;
    return { ok: true, value: { label, device, dialect: dialect.value } };
  }
  const problems: Record<string, Problem> = checked.ok ? {} : { ...checked.problems };
  if (dialect.ok) return { ok: false, problems, inDialect: [] };
  const code = dialect.isJson ? "lines.dialect_wrong" : "lines.dialect_no_json";
  problems["dialect"] = { code, args: {} };
  return { ok: false, problems, inDialect: dialect.words };
}

function shape(store: Store, speeds: readonly number[], id: number | null) {
  return z.object({
    label: line("line_label", 40),
    device: line("device", 200).superRefine((device, ctx) => {
      if (device === "") ctx.addIssue(wrong("lines.device_missing"));
      const same = lineSettings(store).find((one) => one.device === device);
      if (same !== undefined && same.id !== id) {
        ctx.addIssue(wrong("lines.device_taken", { line: same.label || same.device }));
      }
    }),
    speed: z.string().superRefine((speed, ctx) => {
      if (speed !== "" && !speeds.includes(Number(speed))) ctx.addIssue(wrong("lines.speed_wrong"));
    }),
  });
}
