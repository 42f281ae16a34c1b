import type { TypedMoment } from "../../desk/callback_rule.ts";
import type { Visit } from "../visit.ts";

/** The moment that a field for date and time says, in the office's time. */
export function typedMoment(text: string, { format }: Pick<Visit, "format">): TypedMoment {
  return text === "" ? null : format.fromInput(text) ?? "wrong";
}
