import { type Delimiter, DELIMITERS } from "../../domain/import_contents.ts";

/**
 * What stands between the fields of a CSV file that begins with `text`: the sign that its first lines have the
 * same number of, and most of. A comma where nothing speaks for another.
 */
export function delimiterOf(text: string): Delimiter {
  // Inside quotes nothing delimits.
  const lines = text.replace(/"[^"]*"/g, "").split(/\r\n|\r|\n/)
    .filter((line) => line !== "").slice(0, 20);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    const same = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    return { delimiter, score: first === 0 ? 0 : first * same };
  });
  const best = scores.reduce((a, b) => b.score > a.score ? b : a);
  return best.score === 0 ? "," : best.delimiter;
}
