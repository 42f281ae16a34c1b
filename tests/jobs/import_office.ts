import { PROGRAM } from "../../lib/domain/audit.ts";
import type { DuplicateRule, ImportOutcome } from "../../lib/domain/customer_import.ts";
import { runJob } from "../../lib/jobs/handlers.ts";
import { importFolder } from "../../lib/store/import_folder.ts";
import type { JobContext } from "../../lib/jobs/job_context.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { createImport, type Import, keepChoices, requireImport } from "../../lib/store/imports.ts";
import { NOW } from "../store/fixtures.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** Built once for a test file: a schema takes longer than what most of its tests do. */
let empty: Uint8Array | null = null;

async function emptyDatabase(): Promise<Uint8Array> {
  await using folder = await temporaryFolder();
  openStore(folder.path).close();
  return await Deno.readFile(`${folder.path}/belltower.sqlite`);
}

/** A data folder into which files are imported, in this thread. */
export class ImportOffice implements AsyncDisposable {
  readonly cancel = new AbortController();
  /** Called with every progress. */
  onProgress: (done: number) => void = () => undefined;

  private constructor(
    readonly folder: Awaited<ReturnType<typeof temporaryFolder>>,
    readonly store: Store,
  ) {}

  static async open(): Promise<ImportOffice> {
    const folder = await temporaryFolder();
    empty ??= await emptyDatabase();
    await Deno.writeFile(`${folder.path}/belltower.sqlite`, empty);
    return new ImportOffice(folder, openStore(folder.path));
  }

  get job(): JobContext {
    return {
      data: this.folder.path,
      store: this.store,
      claims: null,
      by: PROGRAM,
      signal: this.cancel.signal,
      progress: (done) => this.onProgress(done),
      now: () => NOW,
      comesAgain: () => false,
    };
  }

  /** Puts a file there and reads it. */
  async upload(content: string | Uint8Array): Promise<number> {
    const id = createImport(this.store, "customers", { by: null, at: NOW });
    const { path, file } = importFolder(this.folder.path, id);
    await Deno.mkdir(path, { recursive: true });
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.writeFile(file, bytes);
    await runJob("read_import", { importId: id }, this.job);
    return id;
  }

  async check(id: number, rule: DuplicateRule): Promise<ImportOutcome> {
    const { choices } = requireImport(this.store, id);
    keepChoices(this.store, id, { ...choices!, rule });
    return await runJob("check_import", { importId: id }, this.job);
  }

  write(id: number): Promise<ImportOutcome> {
    return runJob("write_import", { importId: id }, this.job);
  }

  async undo(id: number): Promise<void> {
    await runJob("undo_import", { importId: id }, this.job);
  }

  async tidy(): Promise<void> {
    await runJob("tidy_imports", null, this.job);
  }

  /** Uploads and stores. */
  async import(content: string | Uint8Array, rule: DuplicateRule = "skip"): Promise<Import> {
    const id = await this.upload(content);
    await this.check(id, rule);
    await this.write(id);
    return requireImport(this.store, id);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.store.close();
    await this.folder[Symbol.asyncDispose]();
  }
}

/** What an outcome counts, without its rows. */
export function countsOf(outcome: ImportOutcome | null): number[] {
  if (outcome === null) return [];
  return [outcome.new, outcome.update, outcome.duplicate, outcome.refused];
}
