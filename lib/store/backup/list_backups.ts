import { getLogger } from "@logtape/logtape";
import { isBackupName } from "./backup_folder.ts";
import { type BackupHeader, parseHead } from "./container.ts";

const log = getLogger(["belltower", "store"]);

/** A share that does not answer is not waited for. */
const PATIENCE_MS = 3000;
const HEAD_BYTES = 5000;

export interface ListedBackup {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Null where it cannot be read. */
  readonly header: BackupHeader | null;
}

/** The backups in a folder, the newest first; null where the folder cannot be read. Blocks nobody. */
export async function listBackups(path: string): Promise<ListedBackup[] | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    return await Promise.race([list(path), silence]);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound && path.endsWith("/backups")) return [];
    log.warn("The backups in {path} cannot be listed: {error}", { path, error });
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function list(path: string): Promise<ListedBackup[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(path)) if (isBackupName(name)) names.push(name);
  return await Promise.all(names.sort().reverse().map((name) => look(path, name)));
}

async function look(path: string, name: string): Promise<ListedBackup> {
  using file = await Deno.open(`${path}/${name}`);
  const { size } = await file.stat();
  const begin = new Uint8Array(HEAD_BYTES);
  const length = await file.read(begin) ?? 0;
  return { name, size, header: parseHead(begin.subarray(0, length))?.header ?? null };
}
