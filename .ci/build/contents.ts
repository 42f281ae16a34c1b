/** A file inside the executable. */
export interface Content {
  readonly path: string;
  readonly size: number;
}

/** What each part is for; every file belongs to the first part that its path begins with. */
const PARTS: readonly (readonly [prefix: string, reason: string])[] = [
  ["static/vendor/PretendardVariable.woff2", "Hangul that looks the same on every machine"],
  ["static/", "styles, scripts, icons, sounds"],
  ["views/", "templates"],
  ["lib/store/migrations/", "the database's schema"],
  ["lib/", "the program"],
  ["npm/", "packages: the modules that are reached, nothing else"],
  ["", "entry and import map"],
];

/** Every file of the layout, largest first. */
export async function contents(folder: string, under = ""): Promise<Content[]> {
  const found: Content[] = [];
  for await (const entry of Deno.readDir(`${folder}/${under}`)) {
    const path = under + entry.name;
    if (entry.isDirectory) found.push(...await contents(folder, `${path}/`));
    else found.push({ path, size: (await Deno.stat(`${folder}/${path}`)).size });
  }
  return found.sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
}

/** Where the megabytes of the executable `file` of `size` bytes come from, and why. */
export function report(listed: readonly Content[], file: string, size: number): string {
  const rows = PARTS.map(([prefix, reason]) => {
    const own = listed.filter(({ path }) => partOf(path) === prefix);
    const bytes = own.reduce((sum, one) => sum + one.size, 0);
    return `${megabytes(bytes)}  ${prefix || "main.ts, deno.json"}  (${reason})`;
  });
  const inside = listed.reduce((sum, one) => sum + one.size, 0);
  return [
    `${megabytes(size)}  ${file}`,
    `${megabytes(size - inside)}  the runtime: Deno with V8, SQLite, TLS and ICU; source maps`,
    ...rows,
  ].join("\n");
}

function partOf(path: string): string | undefined {
  return PARTS.find(([prefix]) => path.startsWith(prefix))?.[0];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2).padStart(8)} MB`;
}
