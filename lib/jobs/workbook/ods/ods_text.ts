import { LONGEST_CELL } from "../../table_limits.ts";
import type { Attributes } from "../xml_part.ts";

/** Gathers the text of a cell: its lines, with the blanks that are elements. No more is kept than a cell may have. */
export class OdsText {
  #text: string | null = null;

  beginLine(): void {
    if (this.#text === null) this.#text = "";
    else this.#add("\n");
  }

  /** Blanks that count are elements; those of the XML are one. */
  add(text: string): void {
    this.#add(text.replace(/[\t\n\r ]+/g, " "));
  }

  addElement(name: string, attributes: Attributes): void {
    if (name === "tab") this.#add("\t");
    else if (name === "line-break") this.#add("\n");
    else if (name === "s") {
      const count = Number(attributes["text:c"] ?? 1);
      this.#add(" ".repeat(count > 0 ? Math.min(count, LONGEST_CELL) : 0));
    }
  }

  get text(): string {
    return this.#text ?? "";
  }

  #add(text: string): void {
    const before = this.text;
    if (before.length >= LONGEST_CELL) return;
    this.#text = before + text.slice(0, LONGEST_CELL - before.length);
  }
}
