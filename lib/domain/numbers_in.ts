import { foldedNumber } from "./number_text.ts";
import { KOREA, type Numbering } from "./numbering.ts";
import { type NumberRead, readCell } from "./phone_number.ts";

/** What stands in a cell as one number, or in its place. */
export interface NumberPiece {
  /** To be kept: as it was written, but for a zero that was given back and a spreadsheet's protection (`="010..."`). */
  readonly text: string;
  readonly read: NumberRead;
}

/** Signs between numbers, the strongest first: what is read as one number is not parted. */
const BETWEEN = [
  /[\n\r\v\f\u0085\u2028\u2029]+|:::/,
  /[;|\uff1b\uff5c]/,
  /[,\uff0c\u3001]/,
  /[/\uff0f]/,
] as const;
/** More is a text. */
const MOST_CHARACTERS = 1000;
const MOST_WORDS = 24;
/** A shorter one in a list is part of another: an extension, a line. */
const LEAST_IN_LIST = 7;

/**
 * The numbers of a cell, each by itself: `010-1234-5678 / 02-555-1234`, also with nothing but a blank between them, while
 * `02-555-1234, 5678` and `02-555-1234~6` are one. What is no number stands among them with its reason; words for nothing
 * (`없음`) do only where they stand alone. Never empty.
 */
export function numbersIn(text: string, numbering: Numbering = KOREA): readonly NumberPiece[] {
  const pieces = partsOf(text, numbering, 0);
  const said = pieces.filter((piece) => !isBlank(piece));
  return said.length > 0 ? said : pieces.slice(0, 1);
}

function partsOf(text: string, numbering: Numbering, level: number): readonly NumberPiece[] {
  const whole = pieceOf(text, numbering);
  const { read } = whole;
  const isSure = read.kind === "number" ||
    !["letters", "digits", "groups", "area_code"].includes(read.why);
  if (isSure || text.length > MOST_CHARACTERS) return [whole];
  for (let at = level; at < BETWEEN.length; at++) {
    const parts = joinedTails(text, BETWEEN[at]!, numbering);
    if (parts.length < 2) continue;
    const pieces = parts.flatMap((part) => partsOf(part, numbering, at + 1));
    // An address has commas, too.
    return pieces.some(isLong) || pieces.every(isBlank) ? pieces : [whole];
  }
  return byBlanks(text, numbering) ?? [whole];
}

function pieceOf(text: string, numbering: Numbering): NumberPiece {
  const tidy = text.trim();
  const read = readCell(tidy, numbering);
  if (read.kind === "number" && read.completed === "zero") return { text: read.normal, read };
  return {
    text: /^[='"\u2018\u2019`]/.test(tidy) && read.kind === "number" ? foldedNumber(tidy) : tidy,
    read,
  };
}

/** The parts between signs; `5678` behind a number is another line of the same office. */
function joinedTails(text: string, between: RegExp, numbering: Numbering): string[] {
  const parts = text.split(new RegExp(`(${between.source})`));
  const joined: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const part = parts[at]!;
    const before = joined.at(-1);
    const both = before === undefined ? "" : before + parts[at - 1] + part;
    if (/^\s*\d{1,4}\s*$/.test(part) && readCell(both.trim(), numbering).kind === "number") {
      joined[joined.length - 1] = both;
    } else if (part.trim() !== "") joined.push(part);
  }
  return joined;
}

/** Numbers with blanks or brackets between them, where they can be parted into the same numbers only. */
function byBlanks(text: string, numbering: Numbering): readonly NumberPiece[] | null {
  const words = text.trim().split(/\s+|(?<=[)\]])(?=[\d+])|(?<=\d)(?=[(\[][\d+])/);
  if (words.length < 2 || words.length > MOST_WORDS) return null;
  // From the last word on: what stands behind a word is parted once, whatever stands before it.
  const behind = new Map<number, readonly NumberPiece[] | null>();
  for (let from = words.length - 1; from >= 0; from--) {
    const whole = pieceOf(words.slice(from).join(" "), numbering);
    behind.set(from, isLong(whole) ? [whole] : partedAt(words, from, behind, numbering));
  }
  return behind.get(0) ?? null;
}

function partedAt(
  words: readonly string[],
  from: number,
  behind: ReadonlyMap<number, readonly NumberPiece[] | null>,
  numbering: Numbering,
): readonly NumberPiece[] | null {
  const ways: (readonly NumberPiece[])[] = [];
  for (let at = from + 1; at < words.length; at++) {
    const rest = behind.get(at) ?? null;
    if (rest === null) continue;
    const head = pieceOf(words.slice(from, at).join(" "), numbering);
    if (isLong(head)) ways.push([head, ...rest]);
  }
  const [first] = ways;
  if (first === undefined || ways.some((way) => normals(way) !== normals(first))) return null;
  // `HP 010-1234-5678 TEL 02-555-1234`: a word between two is the kind of the next, a name that of the one before.
  return ways.find(([, next]) => startsWithKind(next!.text)) ?? ways.at(-1)!;
}

function isBlank({ read }: NumberPiece): boolean {
  return read.kind === "none" && read.why === "blank";
}

function isLong({ read }: NumberPiece): boolean {
  return read.kind === "number" && read.normal.length >= LEAST_IN_LIST;
}

function normals(pieces: readonly NumberPiece[]): string {
  return pieces.map(({ read }) => read.kind === "number" ? read.normal : "").join(" ");
}

function startsWithKind(text: string): boolean {
  return /^(?:tel|fax|hp|h\.p|mobile|phone|[tfmhp][.:\s]|전화|팩스|휴대|핸드폰|집|회사|사무실|직통|\p{So})/iu
    .test(text);
}
