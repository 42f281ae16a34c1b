import type { TextEncoding } from "../../../../domain/import_contents.ts";
import { VCARD_HEADINGS } from "../../../../text/vcard_words.ts";
import { JobFailure } from "../../../job_failure.ts";
import { LONGEST_RECORD } from "../../limits.ts";
import type { TableRow } from "../table.ts";
import { CardLines } from "./card_lines.ts";
import { CARD_COLUMNS, cardCells } from "./card_row.ts";
import { type Property, propertyOf } from "./property.ts";

/** Where the headings of address cards stand: before the first, which is row 1. */
export const CARD_HEADINGS = { row: 0, rows: 1 } as const;

/**
 * The address cards (vCard 2.1, 3 and 4) of a file as rows of a table, read as they are asked for; a row is the number of
 * a card. Throws what `CardLines` throws.
 */
export async function* cardRows(path: string, encoding: TextEncoding): AsyncGenerator<TableRow> {
  yield { row: CARD_HEADINGS.row, cells: CARD_COLUMNS.map((column) => VCARD_HEADINGS[column]) };
  const isWide = encoding.startsWith("utf-16");
  const cards = new Cards(isWide ? "utf-8" : encoding);
  const lines = new CardLines();
  const file = await Deno.open(path);
  const bytes = isWide
    ? file.readable.pipeThrough(new TextDecoderStream(encoding)).pipeThrough(
      new TextEncoderStream(),
    )
    : file.readable;
  for await (const piece of bytes) {
    for (const line of lines.push(piece)) yield* cards.take(line);
  }
  for (const line of lines.end()) yield* cards.take(line);
  yield* cards.end();
}

/** Gathers what belongs to one card. */
class Cards {
  #properties: Property[] | null = null;
  #count = 0;
  #characters = 0;
  /** How many cards within a card are open: an assistant's, say, which is left out. */
  #within = 0;
  #last = "";

  constructor(private readonly charset: string) {}

  *take(line: string): Generator<TableRow> {
    const mark = line.trim().toUpperCase();
    if (mark === "BEGIN:VCARD") {
      if (this.#properties !== null && /^AGENT\b/i.test(this.#last)) this.#within++;
      else {
        yield* this.end();
        this.#begin();
      }
    } else if (mark === "END:VCARD") {
      if (this.#within > 0) this.#within--;
      else yield* this.#finish(false);
    } else if (this.#properties !== null && this.#within === 0) this.#add(line);
    this.#last = line;
  }

  /** A card whose end does not come may have lost more than that. */
  *end(): Generator<TableRow> {
    yield* this.#finish(true);
  }

  #begin(): void {
    [this.#properties, this.#characters, this.#within] = [[], 0, 0];
    this.#count++;
  }

  #add(line: string): void {
    this.#characters += line.length;
    if (this.#characters > LONGEST_RECORD) throw new JobFailure("line_too_long", this.#count);
    const property = propertyOf(line, this.charset);
    if (property !== null) this.#properties!.push(property);
  }

  *#finish(isCut: boolean): Generator<TableRow> {
    const cells = this.#properties === null ? null : cardCells(this.#properties);
    this.#properties = null;
    if (cells === null) return;
    const lettersLost = cells.some((cell) => cell.includes("\uFFFD"));
    yield { row: this.#count, cells, lettersLost, ...(isCut ? { flaw: "cut_off" as const } : {}) };
  }
}
