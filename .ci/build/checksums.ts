import { createHash } from "node:crypto";

/** Writes the SHA-256 of `files` to `list`, as `sha256sum --check` reads it; returns what it wrote. */
export async function checksums(list: string, files: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const file of files) {
    const sum = createHash("sha256").update(await Deno.readFile(file)).digest("hex");
    lines.push(`${sum}  ${file.slice(file.lastIndexOf("/") + 1)}\n`);
  }
  await Deno.writeTextFile(list, lines.join(""));
  return lines.join("").trimEnd();
}
