import { DUPLICATE_KINDS, type DuplicatePlace } from "../../store/duplicates.ts";

/** A place in the list of duplicates, as `kind.key`; null where the text is none. */
export function duplicatePlace(text: string): DuplicatePlace | null {
  const [name, ...key] = text.split(".");
  const kind = DUPLICATE_KINDS.find((one) => one === name);
  return kind === undefined ? null : { kind, key: key.join(".").slice(0, 40) };
}
