import {
  customFieldId,
  type ImportChoices,
  type ImportColumn,
} from "../../../domain/customer_import.ts";
import type { RememberedChoices } from "../../../store/import_mappings.ts";

/** What is known of this file and this office. */
interface Now {
  /** What its columns would be if none of the kind had been there. */
  readonly guessed: readonly ImportColumn[];
  /** IDs of the fields that an administrator defined. */
  readonly inUse: ReadonlySet<number>;
}

/**
 * The choices of an earlier file for one with the same headings, whatever their order; null where they say too little
 * about this order. A field that is out of use by now is left out. What nobody left out but the guess, because of what
 * stood in that file, is guessed anew by what stands in this one.
 */
export function rememberedColumns(
  headings: readonly string[],
  { columns: named, rule, key, usedAt }: RememberedChoices,
  { guessed, inUse }: Now,
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
  const taken = new Set(columns.map(({ field }) => field));
  const settled = columns.map((column, index) => {
    const anew = guessed[index];
    if (column.left === undefined || anew === undefined) return column;
    const isFree = anew.field === "number" || !taken.has(anew.field);
    return anew.field === "" || isFree ? anew : column;
  });
  const chosen: ImportChoices = { columns: settled, rule, rememberedAt: usedAt };
  return key === undefined ? chosen : { ...chosen, key };
}

const NOTHING: ImportColumn = { field: "", label: "" };
