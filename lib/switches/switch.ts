import type { CallCourse } from "../domain/call.ts";
import type { CommandName, CommandOutcome, SwitchCommand } from "../domain/call_command.ts";
import type { CallEvent } from "../domain/call_event.ts";
import type { LineStatus } from "./line_status.ts";

/**
 * A switch at the end of a line, whatever its kind. tests/switches/switch_contract.ts proves of every kind:
 *
 * - An event names a call by an ID that this line uses for no other call, ever.
 * - The events of one call come in their order, and their time never falls behind what the call knows.
 * - `at` is when it happened, not when it got through: by the switch's clock put right by ours, or when it first tried to tell.
 * - What was not `stored` in time comes again, or what it changed stands in a snapshot. The same twice changes nothing.
 * - A snapshot is told as the events that lead to it: after it, the calls that go on are exactly those in it.
 * - Every call ends: by an event, by a snapshot, or because nothing was heard of it for longer than `lapse` says.
 * - A number that the caller withholds is in no event, even where the wire carries it.
 * - A command that is not among the capabilities is `unsupported` and touches no wire. Every other one ends in one outcome,
 *   within ten seconds, also while the switch is down or goes down. Whether it came true is told by an event.
 * - `stop` leaves conversations up, closes what was open within a second, and after it the listener hears nothing.
 */
export interface Switch {
  /** As far as they are known; those of a switch that is not open are what it had last, or none. */
  readonly capabilities: Capabilities;
  readonly status: LineStatus;
  /** How long it waits for `stored`, in ms, before it tells again. */
  readonly answerWithinMs: number;
  /** Null for a switch whose snapshots end what is over. */
  readonly lapse: LapseLimits | null;
  /** Begins to open; the listener hears how it goes. Once. */
  start(listener: SwitchListener): void;
  /** What the report `seq` says is on the disk. May come at any time and for any report. */
  stored(seq: number): void;
  /** Never rejects. */
  perform(command: SwitchCommand): Promise<CommandOutcome>;
  stop(): Promise<void>;
}

export interface SwitchListener {
  /** It is to be stored, and then told by `stored`. What is not is never acknowledged, and comes again. */
  onReport(report: NumberedReport): void;
  /** Bytes that say nothing: for the line monitor. */
  onRejected(rejected: RejectedBytes): void;
  onStatus(status: LineStatus): void;
}

/** What a switch tells at once, and is stored at once. */
export interface Report {
  /** When it happened: ms since the epoch, UTC. */
  readonly at: number;
  /**
   * What it says of calls, null where it says nothing. Asked within the transaction that stores it, with the calls that go
   * on by then: a switch that knows less than calls makes them out by these.
   */
  readonly events: ((live: LiveCalls) => readonly CallEvent[]) | null;
  /** For the line monitor; null for a switch without bytes. `remark` says what was odd, or why it says nothing of calls. */
  readonly raw: { readonly bytes: Uint8Array; readonly remark: string | null } | null;
}

export interface NumberedReport extends Report {
  /** Above that of every report before, as long as this program runs. */
  readonly seq: number;
}

export interface RejectedBytes {
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly reason: string;
}

/** The calls of a line that go on, as they are stored. */
export interface LiveCalls {
  onTrunk(trunk: string): CallCourse | null;
  all(): readonly CallCourse[];
  /** An ID that no call of this line has had, which begins with `prefix`; the same until a call begins. */
  unused(prefix: string): string;
}

/** After how long without a word a call is taken to be over, in milliseconds. */
export interface LapseLimits {
  readonly ringLapseMs: number;
  readonly talkLapseMs: number;
}

/** What can be had of a switch: pages offer nothing else. */
export interface Capabilities {
  readonly commands: ReadonlySet<CommandName>;
  /** The numbers of the telephones that it can have; null where it takes any. */
  readonly telephones: ReadonlySet<string> | null;
}
