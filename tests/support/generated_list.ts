import { koreanBytes } from "./korean_bytes.ts";
import { madeWorkbook } from "./made_workbook.ts";
import { seeded } from "./seeded.ts";

/** A customer as a generated file means them. */
export interface MeantCustomer {
  readonly name: string;
  readonly company: string;
  readonly memo: string;
  /** In normal form; empty for none. */
  readonly numbers: readonly string[];
  /** Whether the row may be refused instead: its number is written so that nobody can be sure. */
  readonly mayBeRefused: boolean;
}

/** A list of customers as some program or somebody might have written it. */
export interface GeneratedList {
  /** What it was crossed of, for whoever looks for a failure. */
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly meant: readonly MeantCustomer[];
}

type Pick = <T>(all: readonly T[]) => T;

const ENCODINGS = [
  "utf-8",
  "utf-8 with a mark",
  "cp949",
  "utf-16le",
  "utf-16be",
  "utf-16le with a mark",
  "utf-16be with a mark",
] as const;
const ROW_ENDS = ["\n", "\r\n", "\r", "mixed"] as const;
const DELIMITERS = [",", ";", "\t", "|"] as const;
const QUOTES = ["where needed", "everywhere"] as const;
const SHAPES = ["plain", "marks", "english", "titles", "blank rows", "two rows", "sep"] as const;
const FORMATS = ["csv", "csv", "csv", "xlsx"] as const;

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  plain: ["이름", "회사", "휴대폰", "메모"],
  marks: ["이름(필수)", "2.회사명", "* 연락처(HP)", "비고 "],
  english: ["Name", "Company", "Mobile Phone", "Notes"],
};

/** A way to write the mobile number 010-`a`-`b`. */
interface NumberForm {
  readonly write: (a: string, b: string) => string;
  /** Numbers that are meant besides. */
  readonly more?: readonly string[];
  readonly none?: boolean;
  /** What is meant instead, where it is another number. */
  readonly normal?: (a: string, b: string) => string;
  readonly unsure?: boolean;
}

const NUMBER_FORMS: readonly NumberForm[] = [
  { write: (a, b) => `010-${a}-${b}` },
  { write: (a, b) => `010${a}${b}` },
  { write: (a, b) => `010 ${a} ${b}` },
  { write: (a, b) => `010.${a}.${b}` },
  { write: (a, b) => `(010)${a}-${b}` },
  { write: (a, b) => `10${a}${b}` },
  { write: (a, b) => `10${a}${b}.0` },
  { write: (a, b) => `+82 10-${a}-${b}` },
  { write: (a, b) => `+82-(0)10-${a}-${b}` },
  { write: (a, b) => `8210${a}${b}` },
  { write: (a, b) => `'010${a}${b}` },
  { write: (a, b) => `="010${a}${b}"` },
  { write: (a, b) => `tel:010-${a}-${b}` },
  { write: (a, b) => `010-${a}-${b}(본인)` },
  { write: (a, b) => `010-${a}-${b} / 02-555-1234`, more: ["025551234"] },
  { write: (a, b) => `010-${a}-${b} ::: 02-555-1234`, more: ["025551234"] },
  { write: (a, b) => `010-${a}-${b}\n02-555-1234`, more: ["025551234"] },
  { write: (a, b) => `010-${a}-${b}, 02-555-1234`, more: ["025551234"] },
  { write: () => "", none: true },
  { write: () => "-", none: true, unsure: true },
  { write: () => "없음", none: true, unsure: true },
  { write: (a, b) => `010·${a}·${b}`, unsure: true },
  { write: (a, b) => `010-${a}-${b}·9`, unsure: true },
  { write: (a, b) => `010-${a}-${b.slice(0, 3)}`, none: true, unsure: true },
  // Without the area's code it is that, and nobody's mobile.
  { write: (a, b) => `${a}-${b}`, normal: (a, b) => `${a}${b}`, unsure: true },
  { write: () => "1.02E+09", none: true, unsure: true },
  { write: () => "2023-03-15", none: true, unsure: true },
  { write: () => "123-45-67890", none: true, unsure: true },
];

const MEMOS = [
  "",
  "메모",
  "첫 줄\n둘째 줄",
  "쉼표, 쌍반점; 막대 | 탭",
  '그는 "네"라고 했다',
  "합계 3만원, 끝",
  "  앞뒤  ",
];
const COMPANIES = ["", "한빛상사", "(주)대성, 서울", "Kim & Lee; Co."];
const FAMILIES = "김이박최정강조윤장임";
const GIVEN = "민서준하지우은도현영수진";

/** The list number `index` of those that `seed` makes: each another crossing. */
export function generatedList(seed: number, index: number): GeneratedList {
  const chance = seeded(seed * 100_003 + index);
  const pick: Pick = (all) => all[Math.floor(chance() * all.length)]!;
  const format = pick(FORMATS);
  const [encoding, ends, quotes] = [pick(ENCODINGS), pick(ROW_ENDS), pick(QUOTES)];
  const shape = pick(SHAPES.filter((one) => format === "csv" || one !== "sep"));
  const delimiter = pick(DELIMITERS);
  const rows = Array.from({ length: 1 + Math.floor(chance() * 6) }, (_, i) => meantRow(pick, i));
  const table = [...headingRows(shape), ...rows.map(({ cells }) => cells)];
  const meant = rows.map(({ customer }) => customer);
  if (format === "xlsx") return { what: `xlsx, ${shape}`, bytes: workbook(table), meant };
  const written = csvText(table, { pick, delimiter, ends, quotes, shape });
  const what = [encoding, JSON.stringify(ends), JSON.stringify(delimiter), quotes, shape];
  return { what: what.join(", "), bytes: encoded(written, encoding), meant };
}

function meantRow(pick: Pick, index: number) {
  const digits = () => String(1000 + Math.floor(pick(DIGITS) * 8999));
  // Nobody in a list is called as another is: who is meant can be told by the name.
  const name = pick([...FAMILIES]) + pick([...GIVEN]) + pick([...GIVEN]) + "가나다라마바"[index];
  const [a, b] = [digits(), digits()];
  const form = pick(NUMBER_FORMS);
  const [company, memo] = [pick(COMPANIES), pick(MEMOS)];
  const own = form.normal?.(a, b) ?? `010${a}${b}`;
  const numbers = form.none === true ? [] : [own, ...form.more ?? []];
  return {
    cells: [name, company, form.write(a, b), memo],
    customer: { name, company, memo, numbers, mayBeRefused: form.unsure === true },
  };
}

const DIGITS = Array.from({ length: 997 }, (_, i) => i / 997);

function headingRows(shape: (typeof SHAPES)[number]): string[][] {
  const headings = [...HEADINGS[shape] ?? HEADINGS["plain"]!];
  switch (shape) {
    case "titles":
      return [["2026년 고객 명단", "", "", ""], ["", "", "", "(단위: 명)"], headings];
    case "blank rows":
      return [["", "", "", ""], ["", "", "", ""], headings];
    case "two rows":
      return [["고객", "고객", "연락처", "기타"], headings];
    default:
      return [headings];
  }
}

interface Manner {
  readonly pick: Pick;
  readonly delimiter: string;
  readonly ends: (typeof ROW_ENDS)[number];
  readonly quotes: (typeof QUOTES)[number];
  readonly shape: (typeof SHAPES)[number];
}

function csvText(
  table: readonly (readonly string[])[],
  { pick, delimiter, ends, quotes, shape }: Manner,
): string {
  const end = () => ends === "mixed" ? pick(["\n", "\r\n"]) : ends;
  const cell = (text: string) => {
    const needs = quotes === "everywhere" || /["\r\n]/.test(text) || text.includes(delimiter);
    return needs ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = table.map((cells) => cells.map(cell).join(delimiter) + end());
  return (shape === "sep" ? `sep=${delimiter}${end()}` : "") + lines.join("");
}

function encoded(text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array {
  const [name, mark] = encoding.split(" with a ") as [string, string?];
  const whole = mark === undefined ? text : `\uFEFF${text}`;
  if (name === "cp949") return koreanBytes(text);
  if (name === "utf-8") return new TextEncoder().encode(whole);
  const view = new DataView(new ArrayBuffer(2 * whole.length));
  for (let i = 0; i < whole.length; i++) {
    view.setUint16(2 * i, whole.charCodeAt(i), name === "utf-16le");
  }
  return new Uint8Array(view.buffer);
}

function workbook(table: readonly (readonly string[])[]): Uint8Array {
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const rows = table.map((cells, row) => {
    const all = cells.map((text, column) =>
      `<c r="${"ABCD"[column]}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${
        escaped(text)
      }</t></is></c>`
    );
    return `<row r="${row + 1}">${all.join("")}</row>`;
  });
  return madeWorkbook({ rows: rows.join("") });
}
