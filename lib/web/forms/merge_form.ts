import type { MergeOrder, Seen } from "../../store/merge/merge_customers.ts";
import { idOrNull } from "../params.ts";
import type { Form } from "./form.ts";

/** More side by side can nobody compare. */
export const MOST_MERGED = 8;

/** What the page of a merge sends; null where it makes no merge: fewer than two, or no survivor. */
export function mergeOrder(form: Form, fields: readonly string[]): MergeOrder | null {
  const ids = form.texts("id").map((text) => idOrNull(text));
  const versions = form.texts("version");
  const seen = ids.map((id, index) => ({ id, version: Number(versions[index] ?? "0") || 0 }));
  const survivorId = idOrNull(form.text("survivor"));
  const survivor = seen.find(({ id }) => id !== null && id === survivorId);
  const others = seen.filter(({ id }) => id !== survivorId);
  const different = new Set(ids).size === ids.length && !ids.includes(null);
  if (survivor === undefined || others.length === 0 || !different) return null;
  if (ids.length > MOST_MERGED) return null;
  const from: Record<string, number> = {};
  for (const field of fields) {
    const source = idOrNull(form.text(`from.${field}`));
    if (source !== null && ids.includes(source)) from[field] = source;
  }
  return { survivor: survivor as Seen, others: others as Seen[], from };
}
