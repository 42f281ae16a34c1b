import type { CustomerDoubt, DuplicateRule, RowProblem } from "../../domain/customer_import.ts";
import { customerCode } from "../../domain/customer.ts";
import { mayOwn } from "../../domain/customer_fields.ts";
import { changesAnything, type WantedChange } from "../../store/import_changes.ts";
import { customerById } from "../../store/customers.ts";
import type { Store } from "../../store/database.ts";
import type { Twin } from "../../store/import_batch.ts";
import type { ReadRow } from "./read_row.ts";
import { type Known, knownTo, nameKey, NOBODY } from "./known_twins.ts";
import { customerDoubts } from "./customer_doubts.ts";
import { sameName, SeenRows } from "./seen_rows.ts";

/** What is done with a row. */
export type RowPlan =
  | { readonly fate: "new"; readonly doubts: readonly CustomerDoubt[] }
  | {
    readonly fate: "update";
    readonly customer: number;
    readonly wanted: WantedChange;
    readonly doubts: readonly CustomerDoubt[];
  }
  | {
    readonly fate: "duplicate";
    readonly twin: { readonly customer: number } | { readonly row: number };
  }
  | { readonly fate: "refused"; readonly problems: readonly RowProblem[] };

/** Decides what is done with the rows of one file, in their order. */
export class RowPlanner {
  readonly #seen = new SeenRows();

  constructor(private readonly store: Store, private readonly rule: DuplicateRule) {}

  plan(rows: readonly ReadRow[]): RowPlan[] {
    const known = this.rule === "new" ? NOBODY : knownTo(this.store, rows);
    return rows.map((read) => this.#planOne(read, known));
  }

  #planOne(read: ReadRow, known: Known): RowPlan {
    const { problems } = read;
    if (problems.length > 0 && !this.#areNone(read, known)) return { fate: "refused", problems };
    if (read.code !== null) return this.#byCode(read, read.code);
    if (this.rule === "new") return { fate: "new", doubts: customerDoubts(read, NOBODY) };
    const earlier = this.#seen.twinOf(read.row, read.customer);
    if (earlier !== null) return { fate: "duplicate", twin: { row: earlier } };
    const twin = twinOf(read, known);
    if (twin !== null) return this.#byRule(read, twin);
    return { fate: "new", doubts: customerDoubts(read, known) };
  }

  /** Whether all that is wrong is an owner who has left, to whom the row gives nobody. */
  #areNone(read: ReadRow, known: Known): boolean {
    const { ownerId } = read.customer;
    if (ownerId === undefined || read.problems.some(({ code }) => code !== "owner_left")) {
      return false;
    }
    const id = read.code ?? (this.rule === "new" ? null : twinOf(read, known)?.id ?? null);
    const customer = id === null ? null : customerById(this.store, id);
    if (customer === null) return false;
    if (this.rule === "update") return mayOwn({ id: ownerId, active: false }, customer.ownerId);
    return this.rule !== "fill" || customer.ownerId !== null;
  }

  /** The file says which customer it means. */
  #byCode(read: ReadRow, code: number): RowPlan {
    const customer = customerById(this.store, code);
    if (customer !== null) return this.#byRule(read, customer);
    const [heading, value] = ["", customerCode(code)];
    const problem: RowProblem = { row: read.row, heading, value, code: "code_unknown", limit: 0 };
    return { fate: "refused", problems: [problem] };
  }

  #byRule(read: ReadRow, { id: customer, name }: Twin): RowPlan {
    const { rule } = this;
    if (rule === "update" || rule === "fill") {
      const wanted = { ...read.customer, rule };
      if (changesAnything(this.store, customer, wanted)) {
        const doubts = customerDoubts(read, NOBODY, rule === "update" ? name : null);
        return { fate: "update", customer, wanted, doubts };
      }
    }
    return { fate: "duplicate", twin: { customer } };
  }
}

/**
 * Who a row is about: somebody with one of its numbers and its name; where it has no number, with its name and
 * company. A number alone is shared by colleagues, and says nothing.
 */
function twinOf({ customer: { texts, numbers } }: ReadRow, { byNumber, byName }: Known) {
  const name = sameName(texts.name ?? "");
  for (const { normal } of numbers) {
    const twin = byNumber.get(normal)?.find((one) => sameName(one.name) === name);
    if (twin !== undefined) return twin;
  }
  if (numbers.length > 0) return null;
  return byName.get(nameKey(texts))?.[0] ?? null;
}
