import { LONGEST_CELL } from "../table_limits.ts";

/** Gathers the text of an `si` or `is` element: of all its runs, without how they are pronounced (`rPh`). */
export class RichText {
  #text = "";
  #taken = false;
  #pronounced = 0;

  begin(): void {
    this.#text = "";
    this.#taken = false;
    this.#pronounced = 0;
  }

  open(name: string): void {
    if (name === "rPh") this.#pronounced++;
    this.#taken = name === "t" && this.#pronounced === 0;
  }

  close(name: string): void {
    if (name === "rPh") this.#pronounced--;
    this.#taken = false;
  }

  /** No more is kept than a cell may have. */
  add(text: string): void {
    if (!this.#taken || this.#text.length >= LONGEST_CELL) return;
    this.#text += text.slice(0, LONGEST_CELL);
  }

  end(): string {
    return unescaped(this.#text.slice(0, LONGEST_CELL));
  }
}

/** Control characters, which XML cannot have, are written `_x000D_`. (ECMA-376 part 1, 22.9.2.19.) */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(
    /_x([0-9A-Fa-f]{4})_/g,
    (_, code: string) => String.fromCharCode(parseInt(code, 16)),
  );
}
