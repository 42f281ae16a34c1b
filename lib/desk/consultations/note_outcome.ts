import type { Consultation } from "../../domain/consultation.ts";
import { ConsultationConflict } from "../../store/errors.ts";
import type { Problems } from "../problem.ts";

/** What became of a note that somebody wrote; but for `saved` nothing has changed. */
export type NoteOutcome =
  | { readonly kind: "saved"; readonly value: Consultation }
  /** By the names of the fields of `TypedNote`. `stored` is null before anything was. */
  | {
    readonly kind: "wrong";
    readonly problems: Problems;
    readonly stored: Consultation | null;
  }
  /** Another tab, or somebody else, has saved other words since; these are they. */
  | { readonly kind: "conflict"; readonly stored: Consultation };

/** What `write` returns, or the conflict that it threw. */
export function orConflict(write: () => NoteOutcome): NoteOutcome {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof ConsultationConflict)) throw error;
    return { kind: "conflict", stored: error.stored };
  }
}
