/** Marks that come along with a copied number and that nobody sees; a keycap's frame, too. */
const UNSEEN = /[\p{Cf}\p{Variation_Selector}\u20e3]/u;
/** Blanks of every width, and letters that are blank. */
const BLANK = /[\s\p{Zs}\u115f\u1160\u2800\u3164\uffa0\u0085]/u;
const TILDES = /[\u301c\u3030\u223c\u223f\u02dc\u2053]/;
/** Every dash there is, minus signs, hyphen bullets and lines of frames. */
const DASHES = /[\p{Pd}\u2212\u2043\u02d7\u2500\u2501\u2504\u2505\u254c\u2796\u00af\u02c9\u2027]/u;
const MIDDLE_DOTS =
  /[\u00b7\u0387\u2022\u2024\u2219\u22c5\u25cf\u25e6\u2981\u30fb\uff65\u3002\uff61]/;
/** Letters that look like a dash or a dot: that they are between digits only. */
const LETTER_DASHES = /(?<=[\d)\]]\s?)[\u3161\u1173\u30fc\uff70\u4e00\u1175](?=\s?[\d(])/g;
const LETTER_DOTS = /(?<=[\d)\]]\s?)[\u318d\u119e](?=\s?[\d(])/g;
/** The letter that is typed for a zero, beside digits and in no word. */
const LETTER_ZEROS = /(?<![\p{L}])[oO](?=[\dO-]*\d)|(?<=\d[oO]?)[oO](?![\p{L}])/gu;
/** How Excel is kept from eating a zero: `="010..."`, `'010...`. */
const PROTECTED = /^(?:=\s*)?"+([^"]*)"+$|^['\u2018\u2019`\u00b4](.*)$/;

/** The text in few signs: `-`, `·`, `~`, `.` and single blanks for all that look like them, nothing that is not seen. */
export function foldedNumber(text: string): string {
  const seen = isAscii(text) ? text : ofFewSigns(text);
  const tidy = seen.replace(/\s+/g, " ").trim();
  const bare = PROTECTED.exec(tidy);
  const inner = bare === null ? tidy : (bare[1] ?? bare[2] ?? "").trim();
  return /[oO]/.test(inner) ? inner.replace(LETTER_ZEROS, "0") : inner;
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

function ofFewSigns(text: string): string {
  return text.replace(/[^\p{ASCII}\uac00-\ud7a3]/gu, fewSign).replace(LETTER_DASHES, "-")
    .replace(LETTER_DOTS, "·");
}

const known = new Map<string, string>();

function fewSign(sign: string): string {
  const before = known.get(sign);
  if (before !== undefined) return before;
  const few = signOf(sign);
  // Many kinds of signs stand in a file; that somebody sends all there are costs no memory.
  if (known.size < 1000) known.set(sign, few);
  return few;
}

function signOf(sign: string): string {
  const code = sign.codePointAt(0)!;
  // `！` to `～`: ASCII in the width of a syllable. Other digits, such as ² and ①, are no digits of a number.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (UNSEEN.test(sign)) return "";
  if (BLANK.test(sign)) return " ";
  if (TILDES.test(sign)) return "~";
  if (DASHES.test(sign)) return "-";
  return MIDDLE_DOTS.test(sign) ? "·" : sign;
}

/** A number among what was written around it. */
export interface NumberText {
  /** `TEL: `, `(휴)`. */
  readonly before: string;
  /** The number with what stands behind it. */
  readonly rest: string;
  /** Whether words stand before it that say no kind of telephone. */
  readonly strange: boolean;
}

/** A word, a colon or a bracket before a number; a letter of an alphabet that touches it belongs to it, as in `a10`. */
const BEFORE = /^[\p{L}\p{M}\p{So}\s.,:;()[\]<>{}&'"|\/·-]*$/u;
const TOUCHES = /^[\p{Script=Hangul}\p{Script=Han}\p{So}\s:.)\]>}]$/u;
const KINDS =
  /^(?:[\s.,:;()[\]<>{}|\/·-]|\p{So}|전화|번호|휴대|핸드|폰|연락처|대표|직통|사무실|회사|집|자택|팩스|국번|유선|무선|일반|telephone|tel|phone|mobile|cell|office|home|fax|hp|mp|h|m|p|t|f|c|o)*$/iu;

/** Takes the words off that stand before a number; null where what stands there is none of these. */
export function withoutWordsBefore(folded: string): NumberText | null {
  const words = /^[^\d+*#]*/.exec(folded)![0];
  // An opening bracket at the end is the number's: `(02) 123-4567`.
  const before = words.replace(
    /[\s([]*$/,
    (end) => end.includes("(") || end.includes("[") ? "" : end,
  );
  const rest = folded.slice(before.length).trim();
  if (before === "") return { before, rest, strange: false };
  if (!BEFORE.test(before) || !TOUCHES.test([...before].at(-1)!)) return null;
  // A dash before the digits: of a list where it stands for itself, else part of what is no number.
  if (/\S[-\/·]\s*$/.test(before)) return null;
  return { before, rest, strange: !KINDS.test(before) };
}

/** What may stand behind a number, each with its text in group 0. */
export const BEHIND = {
  /** `(본인)`, `[대표]`: a note without digits. */
  note: /\s*[(\[<{][^()[\]<>{}\d*#+]*[)\]>}]$/,
  /** `내선 12`, `(내선:12)`, `ext. 12`, `;ext=12`, `x12`, `#12`. */
  extension:
    /[\s;,([]*(?:내선(?:번호)?|교환|구내|교|內線|内線|ext(?:ension)?|x|#)[\s.:=]*\d{1,6}[\s)\]]*$/i,
  /** `~9`, `/9`, `, 5678`: more lines of the same office, called by the first one. */
  lines: /(?:\s*[~\/,]+\s*\d{1,4})+$/,
  /** `(71)`: the same in brackets. */
  brackets: /\s*\(\d{1,4}\)$/,
  /** `김과장`, ` of Seoul`; what touches the number is no letter of an alphabet. */
  words:
    /(?:\s|(?<=[\d)\]])(?=[\p{Script=Hangul}\p{Script=Han}\p{So}]))\s*[\p{L}\p{M}\p{So}][\p{L}\p{M}\p{So}\s.,:;()[\]<>{}&'"\/·~-]*$/u,
  /** A sign that ends a sentence. */
  end: /\s*[.,;:]+$/,
} as const;
export type Behind = keyof typeof BEHIND;
