import { putFileInPlace } from "../base/durable.ts";

/** The text of a file; null where there is none. */
export function readIfThere(path: string): string | null {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Writes a file that nobody but this user may read; the old one of that name is there or the new one, each whole, and after this the new one. */
export function writePrivate(path: string, text: string): void {
  const part = `${path}.part`;
  const bytes = new TextEncoder().encode(text);
  {
    using file = Deno.openSync(part, { write: true, create: true, truncate: true, mode: 0o600 });
    for (let rest = bytes; rest.length > 0;) rest = rest.subarray(file.writeSync(rest));
  }
  putFileInPlace(part, path);
}
