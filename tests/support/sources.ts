/** A file of the program, by its path from the root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The files under `folder` whose names end in one of `endings`, in order. */
export function sourcesUnder(folder: string, ...endings: readonly string[]): Source[] {
  const found: Source[] = [];
  const entries = [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1);
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) found.push(...sourcesUnder(path, ...endings));
    else if (endings.some((ending) => entry.name.endsWith(ending))) {
      found.push({ path, text: Deno.readTextFileSync(path) });
    }
  }
  return found;
}

/** What the program's own pages run or wear: the files of static/ but those of others. */
export function ownStatic(ending: ".js" | ".css"): Source[] {
  return sourcesUnder("static", ending).filter(({ path }) => !path.startsWith("static/vendor/"));
}

/** Every place in `sources` that `pattern` finds: its first group, and the file. */
export function found(
  sources: readonly Source[],
  pattern: RegExp,
): { readonly name: string; readonly path: string }[] {
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([, name = ""]) => ({ name, path }))
  );
}
