import { MOST_COLUMNS } from "../table_limits.ts";
import type { Area, SheetRow } from "./book.ts";
import { type Cell, isBlank } from "./cell.ts";

interface Merged extends Area {
  readonly value: Cell;
}

/**
 * Makes of a sheet's rows, which come from the top, what people see: every cell of a merged area has its value, and a
 * row that has nothing of its own is none. Each row costs no more than the columns that are read.
 */
export class SheetView {
  /** The one that begins first is the last. */
  readonly #waiting: Area[];
  /** By column, what covers it. */
  readonly #covering: (Merged | undefined)[] = [];
  /** Hidden columns in which there was nothing yet. */
  readonly #hidden = new Set<number>();

  constructor(areas: readonly Area[] = []) {
    this.#waiting = areas.toSorted((a, b) => b.top - a.top);
  }

  /** Columns from 0; to be said before the rows. */
  hideColumns(first: number, last: number): void {
    for (let i = Math.max(0, first); i <= last && i < MOST_COLUMNS; i++) this.#hidden.add(i);
  }

  /** An area that begins in the next row. */
  merge(area: Area): void {
    this.#waiting.push(area);
  }

  /** Takes `cells` over; null where the row is blank. */
  row(row: number, hidden: boolean, cells: Cell[]): SheetRow | null {
    trim(cells);
    if (cells.length === 0) return null;
    this.#begin(row, cells);
    if (!this.#hasOwn(row, cells)) return null;
    const merged = this.#fill(row, cells);
    trim(cells);
    return { row, hidden, cells, merged, hiddenColumns: this.#newHidden(cells) };
  }

  #begin(row: number, cells: readonly Cell[]): void {
    for (let area = this.#waiting.at(-1); area !== undefined && area.top <= row;) {
      // Where its first row is blank, so is its value.
      const merged = { ...area, value: area.top === row ? cells[area.left] ?? null : null };
      for (let i = area.left; i <= area.right && i < MOST_COLUMNS; i++) {
        this.#covering[i] = merged;
      }
      this.#waiting.pop();
      area = this.#waiting.at(-1);
    }
  }

  /** Whether anything stands outside of what is merged from above or from the left. */
  #hasOwn(row: number, cells: readonly Cell[]): boolean {
    return cells.some((cell, column) => {
      const area = this.#covering[column];
      const isCovered = area !== undefined && row <= area.bottom;
      return !isBlank(cell) && (!isCovered || (row === area.top && column === area.left));
    });
  }

  #fill(row: number, cells: Cell[]): number {
    let count = 0;
    this.#covering.forEach((area, column) => {
      if (area === undefined) return;
      if (row > area.bottom) {
        this.#covering[column] = undefined;
        return;
      }
      if (row === area.top && column === area.left) return;
      if (isBlank(area.value)) {
        // What is still in a cell under it is seen by nobody.
        if (column < cells.length) cells[column] = null;
        return;
      }
      while (cells.length <= column) cells.push(null);
      cells[column] = area.value;
      count++;
    });
    return count;
  }

  #newHidden(cells: readonly Cell[]): number {
    let count = 0;
    for (const column of this.#hidden) {
      if (isBlank(cells[column] ?? null)) continue;
      this.#hidden.delete(column);
      count++;
    }
    return count;
  }
}

function trim(cells: Cell[]): void {
  while (cells.length > 0 && isBlank(cells.at(-1)!)) cells.pop();
}
