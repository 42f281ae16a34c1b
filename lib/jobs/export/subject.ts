import type { Store } from "../../store/database.ts";
import type { TextKey, Translate } from "../../text/translator.ts";

/** A column of an export. */
export interface ExportColumn<Item> {
  /** For scripts. */
  readonly field: string;
  /** For people. */
  readonly heading: TextKey | { readonly label: string };
  /** Put behind the heading, as for the second number; empty mostly. */
  readonly nth?: string;
  /** In characters. */
  readonly width: number;
  readonly kind: "text" | "number" | "time";
  /** Whether scripts or people only get it; both where it is left out. */
  readonly only?: "fields" | "words";
  /** A text, a number, or for a time ms since the epoch, UTC. With `t`, for a person. */
  value(item: Item, t: Translate | null): string | number | null;
}

/** What stands in the rows of an export. */
export interface Written<Item> {
  readonly title: TextKey;
  readonly columns: readonly ExportColumn<Item>[];
  /** The object that stands on a line of JSON. */
  json(item: Item): unknown;
}

/** Something that can be exported: where its rows are and what stands in them. */
export interface Exportable<Item> extends Written<Item> {
  pages(store: Store, query: Readonly<Record<string, string>>): Iterable<readonly Item[]>;
}

/** ISO 8601 in UTC with milliseconds. */
export function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
