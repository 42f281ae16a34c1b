import {
  type CustomerDoubt,
  customFieldId,
  type DuplicateRule,
  type ImportKey,
  type RowProblem,
  type RowProblemCode,
} from "../../../domain/customer_import.ts";
import { customerCode } from "../../../domain/customer.ts";
import { mayOwn } from "../../../domain/customer_fields.ts";
import { changesAnything, type WantedChange } from "../../../store/import_changes.ts";
import { fieldValuesOf } from "../../../store/custom_fields.ts";
import { customerById } from "../../../store/customers.ts";
import type { Store } from "../../../store/database.ts";
import type { Twin } from "../../../store/import_batch.ts";
import type { ReadRow } from "../rows/read_row.ts";
import { keyOf, type Known, knownTo, nameKey, NOBODY } from "./known_twins.ts";
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

  /** The office's own field by which customers are the same; null where they are by something else. */
  readonly #keyField: number | null;

  constructor(
    private readonly store: Store,
    private readonly rule: DuplicateRule,
    private readonly key: ImportKey = "number",
  ) {
    this.#keyField = customFieldId(key);
  }

  plan(rows: readonly ReadRow[]): RowPlan[] {
    const known = this.rule === "new" ? NOBODY : knownTo(this.store, rows, this.#keyField);
    return rows.map((read) => this.#planOne(read, known));
  }

  #planOne(read: ReadRow, known: Known): RowPlan {
    const { problems } = read;
    if (problems.length > 0 && !this.#areNone(read, known)) return { fate: "refused", problems };
    if (read.code !== null) return this.#byCode(read, read.code);
    if (this.rule === "new") return { fate: "new", doubts: customerDoubts(read, NOBODY) };
    const key = this.#keyField === null ? null : keyOf(read, this.#keyField);
    if (key !== null) return this.#byKey(read, key, known);
    if (this.key === "code") return { fate: "new", doubts: customerDoubts(read, known) };
    const earlier = this.#seen.twinOf(read.row, read.customer);
    if (earlier !== null) return { fate: "duplicate", twin: { row: earlier } };
    const twin = twinOf(read, known);
    if (twin !== null) return this.#byRule(read, twin);
    return { fate: "new", doubts: customerDoubts(read, known) };
  }

  /**
   * Whether all that is wrong is what a customer has already who may keep it: an owner who has left, a choice out of use,
   * and a name, where the office's own number says who it is.
   */
  #areNone(read: ReadRow, known: Known): boolean {
    const { outOfUse, customer: { ownerId }, problems } = read;
    const isOld = ({ code }: RowProblem) => OLD.includes(code);
    if (!problems.every(isOld)) return false;
    const key = this.#keyField === null ? null : keyOf(read, this.#keyField);
    if (key === null && problems.some(({ code }) => code === "required")) return false;
    const id = this.#twinIdOf(read, known);
    const customer = id === null ? null : customerById(this.store, id);
    if (customer === null) return false;
    const { rule } = this;
    if (rule === "skip") return true;
    const left = ownerId !== undefined && problems.some(({ code }) => code === "owner_left");
    const keepsOwner = rule === "update"
      ? mayOwn({ id: ownerId ?? 0, active: false }, customer.ownerId)
      : customer.ownerId !== null;
    if (left && !keepsOwner) return false;
    const values = outOfUse.length === 0 ? NO_VALUES : fieldValuesOf(this.store, customer.id);
    return outOfUse.every(([field, value]) =>
      rule === "fill" ? values.has(field) : values.get(field) === value
    );
  }

  /** The customer who is there already and whom the row is about; null where there is none, or more than one. */
  #twinIdOf(read: ReadRow, known: Known): number | null {
    if (read.code !== null) return read.code;
    if (this.rule === "new" || this.key === "code") return null;
    const key = this.#keyField === null ? null : keyOf(read, this.#keyField);
    if (key === null) return twinOf(read, known)?.id ?? null;
    const [twin, ...others] = known.byKey.get(key) ?? [];
    return twin === undefined || others.length > 0 ? null : twin.id;
  }

  /** The office's own number says who is meant. */
  #byKey(read: ReadRow, value: string, known: Known): RowPlan {
    const refused = (code: RowProblemCode, limit: number): RowPlan => ({
      fate: "refused",
      problems: [{ row: read.row, heading: "", value, code, limit }],
    });
    const earlier = this.#seen.twinByKey(read.row, value);
    if (earlier !== null) {
      // Of what was said with one customer there is a row for each time.
      if (read.note !== null) return { fate: "duplicate", twin: { row: earlier } };
      return refused("key_twice", earlier);
    }
    const [twin, ...others] = known.byKey.get(value) ?? [];
    if (others.length > 0) return refused("key_shared", others.length + 1);
    if (twin !== undefined) return this.#byRule(read, twin);
    return { fate: "new", doubts: customerDoubts(read, known) };
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

const OLD: readonly RowProblemCode[] = ["owner_left", "choice", "required"];

const NO_VALUES: ReadonlyMap<number, string> = new Map();

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
