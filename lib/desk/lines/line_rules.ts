import { z } from "zod";
import type { Store } from "../../store/database.ts";
import { type LineInput, lineSettings } from "../../store/line_settings.ts";
import { type Dialect, DialectError, parseDialect } from "../../switches/pbx416/dialect/dialect.ts";
import { BAUD_RATES } from "../../switches/pbx416/dialect/dialect_shape.ts";
import { check, line, wrong } from "../field_rules.ts";
import type { Problem, Problems } from "../problem.ts";

/** What a dialect is called that is written out. */
export const OWN_DIALECT = "own";

/** A line as it was written. */
export interface TypedLine {
  readonly label: string;
  readonly device: string;
  /** A built-in dialect's name, or `OWN_DIALECT`: then it is `json`. */
  readonly dialect: string;
  /** In baud, where it is another one than the dialect's; or empty. */
  readonly speed: string;
  readonly json: string;
}

/** What a line is to be; or what is wrong with it, and in words of the file what with the dialect that was written. */
export type CheckedLine =
  | { readonly ok: true; readonly value: LineInput }
  | { readonly ok: false; readonly problems: Problems; readonly inDialect: readonly string[] };

/** Checks a line; `id` is the one that is changed, null for a new one. Problems stand by the names of `typed`'s fields. */
export function checkLine(store: Store, typed: TypedLine, id: number | null): CheckedLine {
  const checked = check(shape(store, id), typed);
  const dialect = dialectOf(typed);
  if (checked.ok && dialect.ok) {
    const { label, device } = checked.value;
    return { ok: true, value: { label, device, dialect: dialect.value } };
  }
  const problems: Record<string, Problem> = checked.ok ? {} : { ...checked.problems };
  if (dialect.ok) return { ok: false, problems, inDialect: [] };
  problems["dialect"] = { code: dialect.code, args: {} };
  return { ok: false, problems, inDialect: dialect.words };
}

/** A dialect at another speed, in baud; to be parsed again. */
export function atSpeed(dialect: Dialect, speed: number): unknown {
  return { ...dialect, serial: { ...dialect.serial, baudRate: speed } };
}

function shape(store: Store, id: number | null) {
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
      if (speed !== "" && !isSpeed(Number(speed))) ctx.addIssue(wrong("lines.speed_wrong"));
    }),
  });
}

type ReadDialect =
  | { readonly ok: true; readonly value: string }
  | {
    readonly ok: false;
    readonly code: "lines.dialect_wrong" | "lines.dialect_no_json";
    readonly words: readonly string[];
  };

/** The dialect as it is stored: its name, or the whole of it where it is another one than the built-in. */
function dialectOf({ dialect, speed, json }: TypedLine): ReadDialect {
  try {
    const chosen = parseDialect(dialect === OWN_DIALECT ? JSON.parse(json) : dialect);
    const other = isSpeed(Number(speed)) && Number(speed) !== chosen.serial.baudRate;
    if (other) return { ok: true, value: JSON.stringify(atSpeed(chosen, Number(speed))) };
    return { ok: true, value: dialect === OWN_DIALECT ? JSON.stringify(chosen) : dialect };
  } catch (error) {
    if (error instanceof DialectError) {
      return { ok: false, code: "lines.dialect_wrong", words: error.problems };
    }
    if (error instanceof SyntaxError) {
      return { ok: false, code: "lines.dialect_no_json", words: [error.message] };
    }
    throw error;
  }
}

function isSpeed(speed: number): boolean {
  return (BAUD_RATES as readonly number[]).includes(speed);
}
