import { headingWords } from "../../../text/import_headings.ts";

/** Labels of a file are few. */
const MOST_KEPT = 1000;
const known = new Map<string, boolean>();

/** Whether a number's label says that it is another person's: `배우자`, `Assistant`. The representative's is the company's. */
export function isOthers(said: string): boolean {
  const words = said.replace(/[^\p{L}\s]/gu, "").trim();
  if (words === "" || words.startsWith("대표")) return false;
  let others = known.get(words);
  if (others !== undefined) return others;
  others = headingWords(words).words.some(({ sense }) => sense === "other");
  if (known.size < MOST_KEPT) known.set(words, others);
  return others;
}
