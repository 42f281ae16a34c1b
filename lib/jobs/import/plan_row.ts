import type { DuplicateRule, RowProblem } from "../../domain/customer_import.ts";
import { type Twin, twinsByName, twinsByNumber } from "../../store/import_batch.ts";
import { changesAnything, type WantedChange } from "../../store/import_changes.ts";
import { customerById } from "../../store/customers.ts";
import type { Store } from "../../store/database.ts";
import type { ReadRow } from "./read_row.ts";
import { sameName, SeenRows } from "./seen_rows.ts";

/** What is done with a row. */
export type RowPlan =
  | { readonly fate: "new" }
  | { readonly fate: "update"; readonly customer: number; readonly wanted: WantedChange }
  | {
    readonly fate: "duplicate";
    readonly twin: { readonly customer: number } | { readonly row: number };
  }
  | { readonly fate: "refused"; readonly problems: readonly RowProblem[] };

/** The same for every look at a file: the preview and the import decide by it, row after row. */
export class RowPlanner {
  readonly #seen = new SeenRows();

  constructor(private readonly store: Store, private readonly rule: DuplicateRule) {}

  plan(read: ReadRow): RowPlan {
    if (read.problems.length > 0) return { fate: "refused", problems: read.problems };
    if (read.code !== null) return this.#byCode(read, read.code);
    if (this.rule === "new") return { fate: "new" };
    const earlier = this.#seen.twinOf(read.row, read.customer);
    if (earlier !== null) return { fate: "duplicate", twin: { row: earlier } };
    const twin = this.#twinOf(read);
    return twin === null ? { fate: "new" } : this.#byRule(read, twin.id, this.rule);
  }

  /** Who says the ID means this customer: only skipping leaves them as they are. */
  #byCode(read: ReadRow, code: number): RowPlan {
    if (customerById(this.store, code) === null) {
      const problem = { row: read.row, heading: "", value: "", code: "code_unknown", limit: code };
      return { fate: "refused", problems: [problem as RowProblem] };
    }
    return this.#byRule(read, code, this.rule);
  }

  #byRule(read: ReadRow, customer: number, rule: DuplicateRule): RowPlan {
    const wanted = { ...read.customer, rule: rule === "fill" ? "fill" : "update" } as const;
    const stays = rule === "skip" || rule === "new" ||
      !changesAnything(this.store, customer, wanted);
    return stays ? { fate: "duplicate", twin: { customer } } : { fate: "update", customer, wanted };
  }

  /**
   * Who a row is about: somebody with one of its numbers and its name; where it has no number, with its name and
   * company. A number alone is shared by colleagues, and says nothing.
   */
  #twinOf({ customer: { texts, numbers } }: ReadRow): Twin | null {
    const name = sameName(texts.name ?? "");
    for (const { normal } of numbers) {
      const twin = twinsByNumber(this.store, normal).find((one) => sameName(one.name) === name);
      if (twin !== undefined) return twin;
    }
    if (numbers.length > 0) return null;
    return twinsByName(this.store, texts.name ?? "", texts.company ?? "")[0] ?? null;
  }
}
