import { comparedAs } from "../domain/compared_number.ts";
import type { Numbering } from "../domain/numbering.ts";
import type { Store } from "./database.ts";
import type { Slice } from "./reread_slice.ts";

const SPAN = 1000;

/** Reads the numbers of campaigns anew; one that is in a campaign already stays beside it, and is dialled by nobody. */
export function rereadEntries(store: Store, numbering: Numbering, after: number): Slice {
  const rows = store.all<{ id: number; number: string; normal: string }>(
    "SELECT id, number, normal FROM campaign_entries WHERE id > ? ORDER BY id LIMIT ?",
    after,
    SPAN,
  );
  let changed = false;
  for (const { id, number, normal } of rows) {
    const compared = comparedAs(number, numbering);
    if (compared === normal) continue;
    changed = true;
    const { changes } = store.run(
      "UPDATE OR IGNORE campaign_entries SET normal = ? WHERE id = ?",
      compared,
      id,
    );
    if (changes === 0) {
      store.run("UPDATE campaign_entries SET normal = ? WHERE id = ?", `?${id} ${number}`, id);
    }
  }
  return { last: rows.at(-1)?.id ?? null, changed };
}
