import {
  customFieldId,
  type ImportChoices,
  type ImportColumn,
} from "../../domain/customer_import.ts";
import type { RememberedChoices } from "../../store/import_mappings.ts";

/**
 * The choices of an earlier file for one with the same headings, whatever their order; null where they say too little
 * about this order. A field that is out of use by now is left out.
 */
export function rememberedColumns(
  headings: readonly string[],
  { columns: named, rule, key, usedAt }: RememberedChoices,
  inUse: ReadonlySet<number>,
): ImportChoices | null {
  const isSameOrder = named.every(([heading], index) => heading === headings[index]);
  // A label is of the number beside it.
  const hasPairs = named.some(([, { field }]) => field === "number_label");
  if (hasPairs && !isSameOrder) return null;
  const rest = [...named];
  const columns = headings.map((heading): ImportColumn => {
    const at = rest.findIndex(([known]) => known === heading);
    const [, column] = at < 0 ? ["", NOTHING] as const : rest.splice(at, 1)[0]!;
    const custom = customFieldId(column.field);
    return custom !== null && !inUse.has(custom) ? NOTHING : column;
  });
  const chosen: ImportChoices = { columns, rule, rememberedAt: usedAt };
  return key === undefined ? chosen : { ...chosen, key };
}

const NOTHING: ImportColumn = { field: "", label: "" };
