import type { Store } from "../../store/database.ts";
import { linesEnabled } from "../../store/lines.ts";
import { trunksOfLine, USUAL_LINE } from "../../switches/switch_kinds.ts";

/** The trunks of every line that is to be open, as `line/trunk`, in their order; one plain box without a line. */
export function trunksOf(store: Store): Set<string> {
  const lines = linesEnabled(store);
  if (lines.length === 0) return new Set(trunksOfLine(USUAL_LINE).map((trunk) => `0/${trunk}`));
  return new Set(
    lines.flatMap((line) => trunksOfLine(line).map((trunk) => `${line.id}/${trunk}`)),
  );
}
