import type { CallState } from "../domain/call.ts";
import type { PresenceState } from "../domain/presence.ts";

/** What a browser is told of a call, as contract.md fixes it; fields may be added, never taken away. */
export interface CallMessage {
  readonly callId: number;
  readonly trunk: string;
  /** The extension that this is about: the one that rings for this person, else the one that has the call. */
  readonly extension: string | null;
  readonly state: CallState;
  readonly direction: "in" | "out";
  /** Digits as the wire gave them; null where it gave none. */
  readonly number: string | null;
  /** `C-000123`, as people and exports name customers; null where nobody is known. */
  readonly customerId: string | null;
  /** The extensions that ring and concern this person. */
  readonly ringing: readonly string[];
}

/** The mark of the lines, and of the server's own faults, at the top of each page. */
export interface LineMessage {
  readonly state: string;
  readonly text: string;
}

/** One event of the stream, as one person gets it. `now` is the server's clock, ms since the epoch, UTC. */
export type LiveEvent =
  | {
    readonly name: "hello";
    readonly data: {
      readonly sessionKey: string;
      readonly version: string;
      readonly now: number;
      /** As it is when the stream begins; not on the wall. */
      readonly line?: LineMessage;
    };
  }
  | { readonly name: "call"; readonly data: CallMessage }
  /** The list of missed callers has changed; `count` wait. */
  | { readonly name: "missed"; readonly data: { readonly count: number } }
  | { readonly name: "line"; readonly data: LineMessage }
  /** Bytes came over this line, and are kept: the line monitor asks for them. */
  | { readonly name: "frame"; readonly data: { readonly lineId: number } }
  /** Something on the board is different that no `call` tells this person of; the board says what. */
  | { readonly name: "board"; readonly data: Record<string, never> }
  /** This person has said something else of themselves, in whichever browser. */
  | {
    readonly name: "presence";
    readonly data: { readonly state: PresenceState; readonly reason: string };
  }
  /** What this person is told at the top of each page may be different; `/notices` says what it is. */
  | { readonly name: "notices"; readonly data: Record<string, never> }
  /** A call that this person promised is due; `/reminders` says which. */
  | { readonly name: "reminder"; readonly data: Record<string, never> }
  /** The same as the heartbeat comment, for scripts: an EventSource hides comments. */
  | { readonly name: "beat"; readonly data: { readonly now: number } }
  /** This browser fell behind and missed events: everything on the page is to be asked for anew. */
  | { readonly name: "reload"; readonly data: Record<string, never> }
  | { readonly name: "signed_out"; readonly data: Record<string, never> };
