import { JobFailure } from "../../../job_failure.ts";
import { LONGEST_RECORD } from "../../limits.ts";

const [TAB, LF, CR, BLANK] = [9, 10, 13, 32] as const;

/** The mark of UTF-8, of a file or of each of those that were joined. */
const MARK = "\xef\xbb\xbf";
/** Pictures, sounds and keys, and nothing that is said of a person. */
const SKIPPED = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-[\w-]*(?:PHOTO|IMAGE|PICTURE)[\w-]*)[;:]/i;
/** Letters of a property's name and what is said of it. */
const LONGEST_HEAD = 1000;
const PROPERTY = /^(?:[\w-]+\.)?[A-Za-z][\w-]*[;:]/;
const QUOTED_PRINTABLE = /^[^:]*;(?:ENCODING=)?(?:QUOTED-PRINTABLE|Q)[;:]/i;

/**
 * Takes the bytes of address cards apart into lines, of which each holds one property; a letter of them is a byte. Lines
 * that were folded are whole again, and what is no text (pictures) is left out however long it is. Throws JobFailure
 * `line_too_long`, with the line as the limit.
 */
export class CardLines {
  /** The line that is not whole yet. */
  #part = "";
  /** The line of the file. */
  #number = 1;
  /** The property that the next line may go on with; null where that is left out. */
  #property: string | null = null;
  #isQuoted = false;
  #soft = false;
  #skips = false;
  #afterCr = false;

  push(bytes: Uint8Array): string[] {
    const done: string[] = [];
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte !== LF && byte !== CR) continue;
      if (!(byte === LF && this.#afterCr && at === from)) {
        // A picture has tens of thousands of lines.
        const isPicture = this.#skips && this.#part === "" && isBlank(bytes[from]);
        if (!isPicture) this.#take(this.#part + binary(bytes.subarray(from, at)), done);
        this.#part = "";
        this.#number++;
      }
      this.#afterCr = byte === CR;
      from = at + 1;
    }
    if (from < bytes.length) this.#afterCr = false;
    this.#part += this.#isLeftOut() ? "" : binary(bytes.subarray(from));
    if (this.#part.length > LONGEST_RECORD) throw new JobFailure("line_too_long", this.#number);
    return done;
  }

  end(): string[] {
    const done: string[] = [];
    if (this.#part !== "") this.#take(this.#part, done);
    this.#flush(done);
    return done;
  }

  /** Whether the line that is being read is a picture's: its first letters are kept, which say so. */
  #isLeftOut(): boolean {
    if (this.#part === "") return false;
    return SKIPPED.test(this.#part) || (this.#skips && isFolded(this.#part));
  }

  #take(whole: string, done: string[]): void {
    const line = whole.startsWith(MARK) ? whole.slice(MARK.length) : whole;
    if (this.#soft) return this.#goOn(line);
    if (isFolded(line)) {
      if (!this.#skips) this.#goOn(line.slice(1));
      return;
    }
    if (!PROPERTY.test(line)) {
      // Text that a program broke without folding it; of a picture it is nothing.
      if (!this.#skips && this.#property !== null && line !== "") this.#goOn(`\n${line}`);
      return;
    }
    this.#flush(done);
    this.#skips = SKIPPED.test(line);
    this.#isQuoted = QUOTED_PRINTABLE.test(line.slice(0, LONGEST_HEAD));
    if (!this.#skips) this.#goOn(line);
  }

  #goOn(line: string): void {
    const property = (this.#property ?? "") + line;
    if (property.length > LONGEST_RECORD) throw new JobFailure("line_too_long", this.#number);
    this.#soft = this.#isQuoted && line.endsWith("=");
    this.#property = this.#soft ? property.slice(0, -1) : property;
  }

  #flush(done: string[]): void {
    if (this.#property !== null) done.push(this.#property);
    this.#property = null;
    this.#soft = false;
  }
}

function isFolded(line: string): boolean {
  return isBlank(line.charCodeAt(0));
}

function isBlank(code: number | undefined): boolean {
  return code === BLANK || code === TAB;
}

/** A letter a byte. */
function binary(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return text;
}
