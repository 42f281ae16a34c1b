import type { Context } from "hono";
import type { Language, Staff } from "../domain/staff.ts";
import type { Store } from "../store/database.ts";
import type { Formatter } from "../text/format.ts";
import type { Translate } from "../text/translator.ts";
import type { Form } from "./forms/form.ts";
import type { WebServices } from "./services.ts";

/** Where a request came from, and how. */
export interface Connection {
  readonly remoteAddr: Deno.Addr;
  /** `exposed` is plain HTTP across the network where nobody allowed it: there is nothing but the way to HTTPS. */
  readonly transport: "tls" | "plain" | "exposed";
  /** Tells whoever keeps strangers out that somebody is signed in at this address. */
  readonly signedIn?: () => void;
}

/** What Hono carries with a request; in a test, nothing but the form. */
export interface WebEnv {
  readonly Bindings: Partial<Connection>;
  readonly Variables: {
    /** Of every POST but those whose route takes a file. */
    readonly form: Form;
  };
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
  /** The extensions of a stranger who would be known at the addresses that they are tied to; null of anybody else. */
  readonly elsewhere: string | null;
}

/** The visit of somebody who is signed in. */
export interface StaffVisit extends Visit {
  readonly person: Staff;
  readonly session: SignedIn;
  /**
   * The same visit as it would begin now: for a handler that has waited for something (a file, a password's hash, the
   * switch), since accounts, roles and rows change meanwhile. Throws where it would not come as far as its handler.
   */
  readonly again: () => StaffVisit;
}

/** Answers a route that is open to anyone. */
export type OpenHandler = (c: WebContext, visit: Visit) => Response | Promise<Response>;

/** Answers a route of those who are signed in. */
export type StaffHandler = (c: WebContext, visit: StaffVisit) => Response | Promise<Response>;
