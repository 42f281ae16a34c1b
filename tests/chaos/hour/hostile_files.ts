import { HOSTILE_TEXTS } from "../../support/hostile_texts.ts";
import { HOSTILE_FILES as WORKBOOKS } from "../../support/hostile_workbooks.ts";

/** What somebody may upload who means no good: names, and contents made anew each time. */
export const HOSTILE_FILES: readonly {
  readonly name: string;
  readonly make: () => Uint8Array<ArrayBuffer>;
}[] = [
  ...WORKBOOKS.map(({ bytes }, index) => ({ name: `workbook-${index}.xlsx`, make: bytes })),
  ...HOSTILE_TEXTS.map(({ bytes }, index) => ({ name: `list-${index}.csv`, make: bytes })),
  { name: "garbage.xlsx", make: () => crypto.getRandomValues(new Uint8Array(60_000)) },
  { name: "nothing.xlsx", make: () => new Uint8Array(0) },
  { name: "lines.csv", make: () => text("a,b\n".repeat(100_000)) },
  { name: "quote.csv", make: () => text(`name\n"${"x".repeat(3_000_000)}`) },
  { name: "wide.csv", make: () => text(`${"a,".repeat(200_000)}\n`) },
  { name: "nul.csv", make: () => new Uint8Array(300_000) },
  { name: "database.sqlite", make: () => text(`SQLite format 3\0${"x".repeat(50_000)}`) },
];

function text(content: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(content);
}
