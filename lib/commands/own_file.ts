import { basename, dirname, join, relative, sep } from "node:path";

/** What of the data folder is the server's alone. Backups may be written there, under whatever other name. */
const SERVERS =
  /^(belltower\..*|belltower-before-.*|.*\.lock|imports|restore|backup-work|tls|log)$/i;

/**
 * Throws an Error where a command is to write its file in the place of one of the server's own: a backup that is called
 * `belltower.sqlite` would take the place of the office that it was made of.
 */
export function refuseOwnFile(data: string, file: string): void {
  const [inside = ""] = relative(realPath(data), join(realPath(dirname(file)), basename(file)))
    .split(sep);
  if (!SERVERS.test(inside)) return;
  throw new Error(`${file} is one of the server's own files: give another name or another folder`);
}

/** As it is where it leads to nothing: whoever opens it says so. */
function realPath(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return path;
    throw error;
  }
}
