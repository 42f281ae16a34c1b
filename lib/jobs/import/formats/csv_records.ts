import { JobFailure } from "../../job_failure.ts";
import { MOST_COLUMNS } from "../../table_limits.ts";
import { LONGEST_RECORD, MOST_RECORD_CELLS } from "../limits.ts";
import { unescaped } from "./backslashes.ts";

export interface CsvShape {
  readonly delimiter: string;
  /** `\"`, `\n` and `\\` stand for a quote, a line break and a backslash, as MySQL writes them. */
  readonly backslashes: boolean;
}

export interface CsvRecord {
  /** The line that it begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote stands in a quoted cell as if it were none of the file's own: where the cell ends is a guess. */
  readonly odd: boolean;
  /** A quote had a backslash before it, and was taken for a letter. */
  readonly escaped: boolean;
}

const [TAB, LF, CR, BLANK, QUOTE, BACKSLASH, MARK] = [9, 10, 13, 32, 34, 92, 0xfeff] as const;
/** The text ends before it is known what comes. */
const MORE = -1;

/**
 * Takes text apart into records, a piece at a time. A line may end with CRLF, LF or CR, each as it comes, and a quoted
 * cell may have any of them. Blank lines are no records. Throws JobFailure, with the line as the limit: `quote_open`
 * where a quoted cell has no end, or begins the next line's cell within it; `line_too_long`; and `too_many_columns`.
 */
export class CsvRecords {
  readonly #delimiter: number;
  readonly #backslashes: boolean;
  /** What is not read yet: it begins with a record. */
  #text = "";
  /** The line that the next record begins on. */
  #line = 1;
  #final = false;
  // Of the record that is being read.
  #cells: string[] = [];
  #breaks = 0;
  #odd = false;
  #escaped = false;
  /** Where a quote is known that ends the cell: every stray one before it is looked at once. */
  #closing = -1;

  constructor({ delimiter, backslashes }: CsvShape) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#backslashes = backslashes;
  }

  /** The records that have ended. */
  push(text: string): CsvRecord[] {
    this.#text += text;
    return this.#records();
  }

  /** Those that were left: there is no more text. */
  end(): CsvRecord[] {
    this.#final = true;
    return this.#records();
  }

  #records(): CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < this.#text.length) {
      const end = this.#record(at);
      if (end === MORE) break;
      if (this.#cells.length > 1 || this.#cells[0]!.trim() !== "") {
        records.push({
          line: this.#line,
          cells: this.#cells,
          odd: this.#odd,
          escaped: this.#escaped,
        });
      }
      this.#line += this.#breaks + 1;
      at = end;
    }
    this.#text = this.#text.slice(at);
    if (this.#text.length > LONGEST_RECORD) throw new JobFailure("line_too_long", this.#line);
    return records;
  }

  /** Reads the record that begins at `at`; returns where the next one does, or `MORE`. */
  #record(at: number): number {
    this.#cells = [];
    [this.#breaks, this.#odd, this.#escaped, this.#closing] = [0, false, false, -1];
    const text = this.#text;
    // Files that were joined have the mark of each.
    while (text.charCodeAt(at) === MARK) at++;
    for (;;) {
      const first = this.#pastBlanks(at);
      const end = text.charCodeAt(first) === QUOTE ? this.#quoted(first + 1) : this.#bare(at, "");
      if (end === MORE || (end >= text.length && !this.#final)) return MORE;
      if (end - at > LONGEST_RECORD) throw new JobFailure("line_too_long", this.#line);
      if (this.#cells.length > MOST_RECORD_CELLS) {
        throw new JobFailure("too_many_columns", MOST_COLUMNS);
      }
      if (text.charCodeAt(end) !== this.#delimiter) return this.#pastBreak(end);
      at = end + 1;
    }
  }

  /** A cell without quotes around it, with `before` as its begin; returns where it ends. */
  #bare(at: number, before: string): number {
    const text = this.#text;
    const delimiter = this.#delimiter;
    let [end, escaped] = [at, false];
    for (;; end++) {
      if (end >= text.length) break;
      const code = text.charCodeAt(end);
      if (code === delimiter || code === LF || code === CR) break;
      if (code === BACKSLASH && this.#backslashes) {
        escaped = true;
        end++;
        if (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF) end++;
        if (this.#isBreak(end)) this.#breaks++;
      }
    }
    const cell = text.slice(at, Math.min(end, text.length));
    this.#add(before + (escaped ? unescaped(cell) : cell));
    return end;
  }

  /** A cell whose quote is before `at`; returns where it ends, or `MORE`. */
  #quoted(at: number): number {
    const text = this.#text;
    const line = this.#line + this.#breaks;
    let [cell, from, escaped] = ["", at, false];
    for (;; at++) {
      if (at >= text.length) return this.#unclosed(line);
      const code = text.charCodeAt(at);
      if (code === LF || code === CR) {
        if (this.#isBreak(at)) this.#breaks++;
      } else if (code === BACKSLASH && this.#backslashes) {
        if (at + 1 >= text.length) return this.#unclosed(line);
        cell += text.slice(from, at) + unescaped(text.slice(at, at + 2));
        at++;
        if (this.#isBreak(at)) this.#breaks++;
        from = at + 1;
      } else if (code === QUOTE) {
        const behind = this.#pastBlanks(at + 1);
        if (behind >= text.length && !this.#final) return MORE;
        const closes = this.#ends(behind);
        const isLetter = text.charCodeAt(at - 1) === BACKSLASH && at > from &&
          (escaped || (!closes && text.charCodeAt(at + 1) !== QUOTE));
        if (isLetter) {
          this.#escaped = escaped = true;
          cell += `${text.slice(from, at - 1)}"`;
          from = at + 1;
        } else if (text.charCodeAt(at + 1) === QUOTE) {
          cell += text.slice(from, at + 1);
          at++;
          from = at + 1;
        } else if (closes) {
          this.#add(cell + text.slice(from, at));
          return behind;
        } else {
          if (line < this.#line + this.#breaks && this.#begins(at)) {
            throw new JobFailure("quote_open", line);
          }
          this.#odd = true;
          const later = this.#closesInLine(at + 1);
          if (later === MORE) return MORE;
          if (later === 0) return this.#bare(at + 1, cell + text.slice(from, at));
        }
      }
    }
  }

  #unclosed(line: number): number {
    if (!this.#final) return MORE;
    throw new JobFailure("quote_open", line);
  }

  /** Whether a quote that ends a cell comes in this line before one that begins a cell: 1 or 0, or `MORE`. */
  #closesInLine(at: number): 0 | 1 | typeof MORE {
    const text = this.#text;
    if (at <= this.#closing) return 1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LF || code === CR) return 0;
      if (code !== QUOTE) continue;
      if (text.charCodeAt(at + 1) === QUOTE) at++;
      else if (this.#begins(at)) return 0;
      else if (this.#ends(this.#pastBlanks(at + 1))) {
        this.#closing = at;
        return 1;
      }
    }
    return this.#final ? 0 : MORE;
  }

  /** Whether the quote at `at` stands where a cell begins. */
  #begins(at: number): boolean {
    let before = at - 1;
    while (this.#isBlank(this.#text.charCodeAt(before))) before--;
    const code = this.#text.charCodeAt(before);
    return code === this.#delimiter || code === LF || code === CR;
  }

  #ends(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return at >= this.#text.length || code === this.#delimiter || code === LF || code === CR;
  }

  /** Whether a line ends with the letter at `at`: of CRLF with the second. */
  #isBreak(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return code === LF || (code === CR && this.#text.charCodeAt(at + 1) !== LF);
  }

  #pastBlanks(at: number): number {
    while (this.#isBlank(this.#text.charCodeAt(at))) at++;
    return at;
  }

  #isBlank(code: number): boolean {
    return (code === BLANK || code === TAB) && code !== this.#delimiter;
  }

  #pastBreak(at: number): number {
    if (this.#text.charCodeAt(at) !== CR) return at + 1;
    // What follows the last CR of the text is not known yet.
    if (at + 1 >= this.#text.length && !this.#final) return MORE;
    return at + (this.#text.charCodeAt(at + 1) === LF ? 2 : 1);
  }

  #add(cell: string): void {
    // Fields of a fixed width are filled up with zeros; and NULL is written as \N.
    const text = cell.endsWith("\0") ? cell.replace(/\0+$/, "") : cell;
    this.#cells.push(text === "\\N" ? "" : text);
  }
}
