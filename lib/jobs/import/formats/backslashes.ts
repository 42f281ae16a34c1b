const LETTERS: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\n",
  t: "\t",
  0: "",
  b: "",
  Z: "",
};

/** A cell as MySQL and its like wrote it, with what each backslash stands for in its place. */
export function unescaped(cell: string): string {
  if (cell === "\\N") return "";
  return cell.replace(/\\([^])/g, (_, letter: string) => LETTERS[letter] ?? letter);
}
