import type { Store } from "../../lib/store/database.ts";
import { signIn } from "../support/sign_in.ts";

/** Something that the server said is saved. */
export interface Saved {
  readonly kind: "note" | "customer" | "file";
  /** Words that nobody else uses; of a file, its name. */
  readonly text: string;
  /** Of a file. */
  readonly bytes?: number;
}

/** Of what was called saved, what the database has not. */
export function missing(store: Store, saved: readonly Saved[]): Saved[] {
  const texts = (sql: string) => new Set(store.all<{ text: string }>(sql).map(({ text }) => text));
  const kept = {
    note: texts("SELECT text FROM consultations"),
    customer: texts("SELECT name AS text FROM customers"),
    file: texts(`SELECT name || (SELECT sum(length(bytes)) FROM attachment_chunks
      WHERE attachment_id = attachments.id) AS text FROM attachments`),
  };
  return saved.filter(({ kind, text, bytes }) => !kept[kind].has(`${text}${bytes ?? ""}`));
}

/** Somebody who writes all day, with words that nobody else uses, and remembers what the server called saved. */
export class Clerk {
  #cookie: string;
  #count = 0;

  private constructor(
    readonly origin: string,
    cookie: string,
    readonly name: string,
  ) {
    this.#cookie = cookie;
  }

  static async signedIn(origin: string, login: string, password: string): Promise<Clerk> {
    return new Clerk(origin, await signIn(origin, login, password), login);
  }

  get cookie(): string {
    return this.#cookie;
  }

  /**
   * Writes a note, a customer or a file, in turn; null where the server did not say that it is saved. Rejects with a
   * TypeError or DOMException where nobody answers.
   */
  async write(): Promise<Saved | null> {
    const turn = this.#count++;
    const text = `${this.name}-${turn}-${crypto.randomUUID().slice(0, 8)}`;
    switch (turn % 3) {
      case 0:
        return await this.#note(text);
      case 1:
        return await this.#customer(text);
      default:
        return await this.#file(text, 1000 + turn * 7919 % 20_000);
    }
  }

  async send(
    path: string,
    body: BodyInit,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return await fetch(this.origin + path, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: this.#cookie, origin: this.origin, ...headers },
      body,
      signal: AbortSignal.timeout(30_000),
    });
  }

  async #note(text: string): Promise<Saved | null> {
    const begun = await this.send("/customers/1/consultations", new URLSearchParams());
    await begun.body?.cancel();
    const url = begun.headers.get("location");
    if (begun.status !== 303 || url === null || !url.startsWith("/consultations/")) return null;
    const fields = { type: "문의", text, state: "done", callbackAt: "", version: "1" };
    const saved = await this.send(url, new URLSearchParams(fields));
    await saved.body?.cancel();
    return saved.status === 303 ? { kind: "note", text } : null;
  }

  async #customer(text: string): Promise<Saved | null> {
    const saved = await this.send("/customers", new URLSearchParams({ name: text }));
    await saved.body?.cancel();
    return saved.status === 303 ? { kind: "customer", text } : null;
  }

  async #file(text: string, bytes: number): Promise<Saved | null> {
    const content = new Uint8Array(bytes).map((_, index) => index % 251);
    const path = `/attachments?customer=1&name=${text}.bin`;
    const saved = await this.send(path, content, { "HX-Request": "true" });
    const list = await saved.text();
    return saved.status === 200 && list.includes(text)
      ? { kind: "file", text: `${text}.bin`, bytes }
      : null;
  }
}
