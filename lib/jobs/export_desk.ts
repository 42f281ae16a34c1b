import type { Store } from "../store/database.ts";
import { openStore } from "../store/open_store.ts";
import { exportRows } from "./export/export_rows.ts";
import type { StreamRequest } from "./export/request.ts";
import type { ExportNews } from "./messages.ts";

interface OpenExport {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly store: Store;
}

/** The worker's side of exports: a piece for every asking, each export on a connection of its own. */
export class ExportDesk {
  readonly #open = new Map<number, OpenExport>();

  constructor(
    private readonly data: string,
    private readonly tell: (message: ExportNews) => void,
  ) {}

  open(id: number, request: StreamRequest): void {
    try {
      const store = openStore(this.data, { readOnly: true });
      const reader = exportRows(store, request).getReader();
      this.#open.set(id, { reader, store });
    } catch (error) {
      this.tell({ type: "end", id, error: String(error) });
    }
  }

  async more(id: number): Promise<void> {
    const one = this.#open.get(id);
    if (one === undefined) return;
    try {
      const { done, value } = await one.reader.read();
      if (!done) return this.tell({ type: "piece", id, bytes: value });
      this.#shut(id);
      this.tell({ type: "end", id, error: null });
    } catch (error) {
      this.#shut(id);
      this.tell({ type: "end", id, error: String(error) });
    }
  }

  /** Nobody reads it any more. Never rejects: that would end the worker, and every job in it. */
  async drop(id: number): Promise<void> {
    try {
      await this.#open.get(id)?.reader.cancel();
    } catch (error) {
      this.tell({ type: "end", id, error: String(error) });
    }
    this.#shut(id);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.drop(id)));
  }

  #shut(id: number): void {
    this.#open.get(id)?.store.close();
    this.#open.delete(id);
  }
}
