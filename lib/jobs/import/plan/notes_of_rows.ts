import { may } from "../../../domain/role_permissions.ts";
import type { Store } from "../../../store/database.ts";
import { type ImportedNote, stageNotes } from "../../../store/import_notes.ts";
import { listStaff } from "../../../store/staff.ts";
import { JobFailure } from "../../job_failure.ts";
import type { PlannedRow } from "./planned_rows.ts";
import { RowIndex } from "./row_index.ts";

/** The consultations of a file's rows, each with the customer whom its row is about. */
export class NotesOfRows {
  /** Whom each row is about, for those below that are about the same. */
  readonly #customers = new RowIndex();

  /** `importer` is who writes what nobody on the staff has said; null on the console, where it is somebody who may import. */
  constructor(private readonly store: Store, private readonly importer: number | null) {}

  /**
   * Notes those of a batch for the import; `made` has the customers that its new rows became, in their order. Throws
   * JobFailure `no_writer`, `too_many_rows`.
   */
  note(importId: number, batch: readonly PlannedRow[], made: readonly number[]): void {
    const notes = this.#of(batch, made);
    if (notes.length > 0) this.store.transaction(() => stageNotes(this.store, importId, notes));
  }

  #of(batch: readonly PlannedRow[], made: readonly number[]): ImportedNote[] {
    const notes: ImportedNote[] = [];
    let next = 0;
    for (const { row: { row }, read: { note }, plan } of batch) {
      if (plan.fate === "refused") continue;
      const customerId = plan.fate === "new"
        ? made[next++] ?? null
        : plan.fate === "update"
        ? plan.customer
        : "customer" in plan.twin
        ? plan.twin.customer
        : this.#customers.get(plan.twin.row);
      if (customerId === null) continue;
      this.#customers.set(row, customerId);
      if (note === null) continue;
      const { at, type, text } = note;
      notes.push({ row, customerId, staffId: note.staffId ?? this.#writer(), at, type, text });
    }
    return notes;
  }

  #writer(): number {
    if (this.importer !== null) return this.importer;
    const staff = listStaff(this.store).filter(({ active }) => active);
    const writer = staff.find(({ role }) => may(role, "customers.import"));
    if (writer === undefined) throw new JobFailure("no_writer");
    return writer.id;
  }
}
