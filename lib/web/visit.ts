import type { Context } from "hono";
import type { Language, Staff } from "../domain/staff.ts";
import type { Store } from "../store/database.ts";
import type { Formatter } from "../text/format.ts";
import type { Translate } from "../text/translator.ts";
import type { WebServices } from "./services.ts";

/** Where a request came from, and how. */
export interface Connection {
  readonly remoteAddr: Deno.Addr;
  /** `exposed` is plain HTTP across the network where nobody allowed it: there is nothing but the way to HTTPS. */
  readonly transport: "tls" | "plain" | "exposed";
}

/** What Hono carries with a request; in a test, nothing. */
export interface WebEnv {
  readonly Bindings: Partial<Connection>;
}

export type WebContext = Context<WebEnv>;

/** The session that a request came with. */
export interface SignedIn {
  /** SHA-256 of the cookie's token. */
  readonly tokenHash: Uint8Array;
  /** Names the session in pages and streams, and opens nothing. */
  readonly key: string;
  /** Nothing but the choice of another password is open to them. */
  readonly mustChangePassword: boolean;
}

/** One request: who asks, in which language, at what moment, and what the program has to answer with. */
export interface Visit {
  readonly web: WebServices;
  /** Writes in the name of whoever asks. */
  readonly store: Store;
  /** One moment for the whole answer, ms since the epoch, UTC. */
  readonly now: number;
  readonly language: Language;
  readonly t: Translate;
  readonly format: Formatter;
  /** Null for a stranger. */
  readonly person: Staff | null;
  readonly session: SignedIn | null;
}

/** The visit of somebody who is signed in. */
export interface StaffVisit extends Visit {
  readonly person: Staff;
  readonly session: SignedIn;
}

/** Answers a route that is open to anyone. */
export type OpenHandler = (c: WebContext, visit: Visit) => Response | Promise<Response>;

/** Answers a route of those who are signed in. */
export type StaffHandler = (c: WebContext, visit: StaffVisit) => Response | Promise<Response>;
