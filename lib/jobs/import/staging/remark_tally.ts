import {
  FILE_REMARKS,
  type FileRemark,
  type FileRemarkCode,
} from "../../../domain/import_contents.ts";
import type { TableRow } from "../formats/table.ts";

/** Counts what a person should know of a file's rows. */
export class RemarkTally {
  readonly #found = new Map<FileRemarkCode, { count: number; row: number }>();

  add(
    { row, hidden, lettersLost, errors, notComputed, hiddenColumns }: TableRow,
  ): void {
    this.#count("hidden_rows", row, hidden === true ? 1 : 0);
    this.#count("letters_lost", row, lettersLost === true ? 1 : 0);
    this.#count("errors", row, errors ?? 0);
    this.#count("not_computed", row, notComputed ?? 0);
    this.#count("hidden_columns", row, hiddenColumns ?? 0);
  }

  /** A row below the headings: of a title and headings that are merged nobody need know. */
  addMerged({ row, merged }: TableRow): void {
    this.#count("merged", row, merged ?? 0);
  }

  /** A row that is none of a customer's. */
  leftOut(why: "again" | "example", row: number): void {
    this.#count(why, row, 1);
  }

  remarks(): FileRemark[] {
    return FILE_REMARKS.flatMap((code) => {
      const found = this.#found.get(code);
      return found === undefined ? [] : [{ code, ...found }];
    });
  }

  #count(code: FileRemarkCode, row: number, count: number): void {
    if (count === 0) return;
    const found = this.#found.get(code);
    if (found === undefined) this.#found.set(code, { count, row });
    else found.count += count;
  }
}
