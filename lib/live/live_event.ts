import type { CallDirection, CallState } from "../domain/call.ts";
import type { ChangedKind } from "../domain/event.ts";
import type { AgentStateName } from "../domain/agent_state.ts";

/** What a browser is told of a call, as contract.md fixes it; fields may be added, never taken away. */
export interface CallMessage {
  readonly callId: number;
  /** Null inside the office, and where the switch has none. */
  readonly trunk: string | null;
  /** The extension that this is about: the one that rings for this person, else the one that has the call. */
  readonly extension: string | null;
  readonly state: CallState;
  readonly direction: CallDirection;
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

/** Which record was changed, and by whom; what it is by now the pages say, to whoever may see it. */
export interface ChangedMessage {
  readonly kind: ChangedKind;
  /** The ID of the record, as the audit has it; empty for several of the kind. */
  readonly id: string;
  /** The ID of the customer to whom it belongs; null where it is none, several, or gone. */
  readonly customerId: number | null;
  /** The ID of the person who did it; null for nobody of the staff. */
  readonly by: number | null;
}

/**
 * What each event of the stream brings, by its name: no other names exist. A browser is told them by
 * static/shell/live_events.js, which does not pass the check where it has one more or one less. `now` is the server's
 * clock, ms since the epoch, UTC.
 */
export interface LiveData {
  /** The stream begins. */
  readonly hello: {
    readonly sessionKey: string;
    readonly version: string;
    readonly now: number;
    /** As it is when the stream begins; not on the wall. */
    readonly line?: LineMessage;
    /** What was missed since the last stream follows; without it, everything is to be asked for anew. */
    readonly resumed?: boolean;
  };
  readonly call: CallMessage;
  /** Some work is different; `count` of it is to be done by this person or by anybody now. */
  readonly work: { readonly count: number };
  readonly line: LineMessage;
  /** Bytes came over this line, and are kept: the line monitor asks for them. */
  readonly frame: { readonly lineId: number };
  /** Something on the board is different that no `call` tells this person of; the board says what. */
  readonly board: Record<string, never>;
  /** Somebody has changed a record: pages that show it ask for it anew. */
  readonly changed: ChangedMessage;
  /** This person has said something else of themselves, in whichever browser. */
  readonly presence: { readonly state: AgentStateName; readonly reason: string };
  /** What this person is told at the top of each page may be different; `/notices` says what it is. */
  readonly notices: Record<string, never>;
  /** A call that this person promised, or a task of theirs, is due; `/reminders` says which. */
  readonly reminder: Record<string, never>;
  /** The same as the heartbeat comment, for scripts: an EventSource hides comments. */
  readonly beat: { readonly now: number };
  /** This browser fell behind, or something could not be told: everything on the page is to be asked for anew. */
  readonly reload: Record<string, never>;
  readonly signed_out: Record<string, never>;
}

export type LiveName = keyof LiveData;

/** One event of the stream, as one person gets it. */
export type LiveEvent = {
  [Name in LiveName]: { readonly name: Name; readonly data: LiveData[Name] };
}[LiveName];
