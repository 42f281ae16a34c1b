import { getLogger } from "@logtape/logtape";
import { newestFirst } from "./backup_folder.ts";
import { type BackupHeader, isOwnHead, parseHead } from "./container.ts";
import type { InstallationKey } from "./installation_key.ts";

const log = getLogger(["belltower", "store"]);

/** A share that does not answer is not waited for. */
const PATIENCE_MS = 3000;
const HEAD_BYTES = 5000;

/** Whose backups are in a folder: `isOwn` by the name, `key` by the mark. */
export interface Owner {
  readonly isOwn: (name: string) => boolean;
  readonly key: InstallationKey | null;
}

export interface ListedBackup {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Null where it cannot be read, or is not whole. */
  readonly header: BackupHeader | null;
  /** Whether this installation made it. */
  readonly own: boolean;
}

/** The backups in a folder, the newest first; null where the folder cannot be read. Blocks nobody. */
export function listBackups(path: string, owner: Owner): Promise<ListedBackup[] | null> {
  return patiently(path, async () => {
    const names = await namesIn(path);
    return await Promise.all(names.map((name) => look(path, name, owner)));
  }, []);
}

/** What a look for the newest own backup found. */
export interface FolderSeen {
  /** Whether the folder answered. */
  readonly reachable: boolean;
  /** The newest own one that is all there; null where there is none. */
  readonly last: ListedBackup & { readonly header: BackupHeader } | null;
}

/**
 * Looks for the newest backup in a folder that this installation made and that is all there. One from behind `now` (ms
 * since the epoch, UTC) is none: it was made while the clock was wrong, and says nothing of last night. Blocks nobody.
 */
export async function newestBackup(path: string, owner: Owner, now: number): Promise<FolderSeen> {
  const seen = await patiently<FolderSeen>(path, async () => {
    for (const name of (await namesIn(path)).filter(owner.isOwn)) {
      const { header, ...found } = await look(path, name, owner);
      if (!found.own || header === null || header.createdAt > now) continue;
      return { reachable: true, last: { ...found, header } };
    }
    return { reachable: true, last: null };
  }, { reachable: true, last: null });
  return seen ?? { reachable: false, last: null };
}

/** Folders that owe an answer: each question to a share that is away keeps a thread of the program, so one is enough. */
const OWING = new Set<string>();
const SILENCE = Symbol();
/** Folders that could not be listed when they were asked last: the log says so once. */
const FAILING = new Set<string>();

/** Null where the folder does not answer in time, or says that it cannot; `none` where the own one is not made yet. */
async function patiently<T>(path: string, work: () => Promise<T>, none: T): Promise<T | null> {
  if (OWING.has(path)) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<typeof SILENCE>((resolve) => {
    timer = setTimeout(() => resolve(SILENCE), PATIENCE_MS);
  });
  try {
    let owes = true;
    const answer = work().finally(() => {
      owes = false;
      OWING.delete(path);
    });
    const first = await Promise.race([answer, silence]);
    if (first !== SILENCE) {
      FAILING.delete(path);
      return first;
    }
    if (owes) OWING.add(path);
    return null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound && path.endsWith("/backups")) return none;
    const level = FAILING.has(path) ? "debug" : "warn";
    FAILING.add(path);
    log[level]("The backups in {path} cannot be listed: {error}", { path, error });
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function namesIn(path: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(path)) names.push(name);
  return newestFirst(names);
}

async function look(path: string, name: string, owner: Owner): Promise<ListedBackup> {
  try {
    return await readHeadOf(path, name, owner);
  } catch (error) {
    // Taken away in this moment, or somebody else's. Anything else is the folder's fault.
    const { NotFound, PermissionDenied } = Deno.errors;
    if (!(error instanceof NotFound || error instanceof PermissionDenied)) throw error;
    return { name, size: 0, header: null, own: owner.isOwn(name) };
  }
}

async function readHeadOf(
  path: string,
  name: string,
  { isOwn, key }: Owner,
): Promise<ListedBackup> {
  using file = await Deno.open(`${path}/${name}`);
  const { size } = await file.stat();
  const begin = new Uint8Array(HEAD_BYTES);
  const length = await file.read(begin) ?? 0;
  const head = parseHead(begin.subarray(0, length));
  if (head === null) return { name, size, header: null, own: isOwn(name) };
  const { header, bytes } = head;
  const whole = header.body === null || size === bytes.length + header.body;
  // Before there were marks, the name is all there is.
  const own = isOwn(name) && (header.format === 1 || isOwnHead(head, key));
  return { name, size, header: whole ? header : null, own };
}
