import { DIALECTS, parseDialect } from "../../switches/pbx416/dialect/dialect.ts";
import type { Store } from "../../store/database.ts";
import { linesEnabled } from "../../store/lines.ts";

/** The trunks of every line that is to be open, as `line/trunk`, in their order; one plain box without a line. */
export function trunksOf(store: Store): Set<string> {
  const lines = linesEnabled(store);
  if (lines.length === 0) return new Set(DIALECTS["416"]!.trunks.map((trunk) => `0/${trunk}`));
  return new Set(lines.flatMap(({ id, dialect }) => {
    const { trunks } = parseDialect(dialect.startsWith("{") ? JSON.parse(dialect) : dialect);
    return trunks.map((trunk) => `${id}/${trunk}`);
  }));
}
