import { type CustomField, FIELD_KINDS } from "../../domain/custom_field.ts";
import { createCustomField } from "../../store/custom_fields.ts";
import { type Desk, requireMay } from "../desk.ts";
import type { Outcome, Problem } from "../problem.ts";
import { checkField, noRoom, type TypedField } from "./check_field.ts";

/** Adds a field behind the others. Problems stand by the names of `typed`'s fields. */
export function createField(desk: Desk, typed: TypedField): Outcome<CustomField> {
  requireMay(desk, "fields.manage");
  const { store } = desk;
  return store.transaction(() => {
    const kind = FIELD_KINDS.find((one) => one === typed.kind);
    const checked = checkField(store, typed, kind ?? "text", null);
    const problems: Record<string, Problem> = checked.ok ? {} : { ...checked.problems };
    if (kind === undefined) problems["kind"] = { code: "fields.kind_wrong", args: {} };
    const full = noRoom(store);
    if (full !== null) problems["label"] ??= full;
    if (!checked.ok || kind === undefined || full !== null) return { ok: false, problems };
    return { ok: true, value: createCustomField(store, { ...checked.value, kind }) };
  });
}
