import { z } from "zod";
import { line, wrong } from "../../desk/field_rules.ts";
import { lineSettings } from "../../store/line_settings.ts";
import {
  type Dialect,
  DialectError,
  DIALECTS,
  parseDialect,
} from "../../switches/pbx416/dialect/dialect.ts";
import { BAUD_RATES } from "../../switches/pbx416/dialect/dialect_shape.ts";
import type { LineInput } from "../../store/line_settings.ts";
import type { TypedLineView } from "../settings_data.ts";
import type { Visit } from "../visit.ts";
import { check, type FieldErrors } from "./check.ts";
import type { Form } from "./form.ts";

/** What the form calls a dialect that is pasted. */
export const OWN_DIALECT = "own";

export type CheckedLine =
  | { readonly ok: true; readonly value: LineInput }
  | { readonly ok: false; readonly errors: FieldErrors; readonly problems: readonly string[] };

export function typedLine(form: Form): TypedLineView {
  const text = (name: string) => form.text(name).trim();
  const [port, device] = [text("port"), text("device")];
  const [dialect, speed] = [text("dialect"), text("speed")];
  return { label: form.text("label"), port, device, dialect, speed, json: form.text("json") };
}

/** `id` is the line that is changed, null for a new one. */
export function checkLine(typed: TypedLineView, id: number | null, visit: Visit): CheckedLine {
  const checked = check(
    shape(id, visit),
    { ...typed, device: typed.port || typed.device },
    visit.t,
  );
  const dialect = dialectOf(typed, visit);
  if (checked.ok && typeof dialect === "string") {
    const { label, device } = checked.value;
    return { ok: true, value: { label, device, dialect } };
  }
  const errors: Record<string, string> = checked.ok ? {} : { ...checked.errors };
  if (typeof dialect === "string") return { ok: false, errors, problems: [] };
  errors["dialect"] = dialect.error;
  return { ok: false, errors, problems: dialect.problems };
}

function shape(id: number | null, { store }: Visit) {
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

/** The dialect as it is stored: its name, or the whole of it where it is another one than the built-in. */
function dialectOf(
  { dialect, speed, json }: TypedLineView,
  { t }: Visit,
): string | { readonly error: string; readonly problems: readonly string[] } {
  try {
    const chosen = parseDialect(dialect === OWN_DIALECT ? JSON.parse(json) : dialect);
    const other = isSpeed(Number(speed)) && Number(speed) !== chosen.serial.baudRate;
    if (!other) return dialect === OWN_DIALECT ? JSON.stringify(chosen) : dialect;
    return JSON.stringify(atSpeed(chosen, Number(speed)));
  } catch (error) {
    if (error instanceof DialectError) {
      return { error: t("lines.dialect_wrong"), problems: error.problems };
    }
    if (error instanceof SyntaxError) {
      return { error: t("lines.dialect_no_json"), problems: [error.message] };
    }
    throw error;
  }
}

/** What the form shows of a stored line. */
export function typedFrom(device: string, label: string, stored: Dialect): TypedLineView {
  const { baudRate } = stored.serial;
  const builtIn = Object.values(DIALECTS).find((one) =>
    JSON.stringify(parseDialect(atSpeed(one, baudRate))) === JSON.stringify(stored)
  );
  const speed = builtIn === undefined || builtIn.serial.baudRate === baudRate
    ? ""
    : String(baudRate);
  return {
    ...{ label, port: "", device, speed },
    dialect: builtIn?.name ?? OWN_DIALECT,
    json: builtIn === undefined ? JSON.stringify(stored, null, 2) : "",
  };
}

function atSpeed(dialect: Dialect, speed: number): unknown {
  return { ...dialect, serial: { ...dialect.serial, baudRate: speed } };
}

function isSpeed(speed: number): boolean {
  return (BAUD_RATES as readonly number[]).includes(speed);
}
