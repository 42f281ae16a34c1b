import { ACK, NAK, STX } from "../frames/control_bytes.ts";
import { FrameDecoder } from "../frames/decoder.ts";
import { encodeDialRequest } from "../frames/dial_request.ts";
import type { Dialect } from "../dialect/dialect.ts";
import { readMessage } from "../frames/message.ts";
import type { Reading } from "../frames/reading.ts";
import { EventTime } from "./event_time.ts";
import { FrameSender, type SenderAction } from "./frame_sender.ts";
import type { LineEvent } from "./line_event.ts";

/** What the worker has to do: write to the port, or tell of. Times are on the link's clock. */
export type LinkAction =
  | { readonly type: "write"; readonly bytes: Uint8Array }
  | Extract<LineEvent, { type: "frame" | "rejected" | "dialled" }>;

/**
 * The part of the switch's timeout within which we answer. The switch starts to wait when it has handed its last byte
 * over, which is before that byte is here, and the answer takes time on its way, too.
 */
const ANSWER_WITHIN = 0.9;

/** More than a whole office dials at once; beyond it somebody's script runs wild. */
const MOST_DIALS = 16;

type GoodFrame = Extract<Reading, { kind: "frame" }>;

/**
 * The server's end of the link: what is read becomes frames and answers. Pure: the clock is passed in, in
 * ms, and must not jump.
 *
 * ACK is a promise about the frame that the switch has in flight, and carries no number. So it is written
 * only for the newest frame of this opening of the port, and only while the switch still waits for it:
 * later, it would answer whatever was sent next. A frame that is not answered comes again.
 */
export class Link {
  readonly #dialect: Dialect;
  readonly #decoder: FrameDecoder;
  readonly #eventTime: EventTime;
  readonly #dials: FrameSender;
  #nextSeq = 1;
  #isOpen = false;
  #unanswered: { readonly seq: number; readonly until: number } | null = null;
  /** The newest good frame, until it is acknowledged: the switch sends it again. */
  #inFlight: Uint8Array | null = null;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    this.#decoder = new FrameDecoder(dialect);
    this.#eventTime = new EventTime(dialect);
    const { ackTimeoutMs, maxAttempts } = dialect.timings;
    this.#dials = new FrameSender(dialect, {
      mostWaiting: MOST_DIALS,
      // A person waits for the result.
      patienceMs: ackTimeoutMs * maxAttempts,
    });
  }

  /** The port is open. For `downSince` and `waiting` see EventTime. */
  opened(at: number, downSince: number | null, waiting: boolean): void {
    this.#isOpen = true;
    this.#eventTime.opened(at, downSince, waiting);
  }

  /** The port is closed. */
  lost(at: number): LinkAction[] {
    this.#isOpen = false;
    const rest = this.#tell(this.#decoder.reset(), at);
    this.#unanswered = null;
    return [...rest, ...this.#dials.lost().map(dialled)];
  }

  received(bytes: Uint8Array, at: number): LinkAction[] {
    const late = this.#isIdle(at) ? this.#decoder.idle() : [];
    const actions = this.#tell([...late, ...this.#decoder.push(bytes, at)], at);
    return [...actions, ...this.#advance(at)];
  }

  /** To be called when `nextDeadline` has come; harmless at any other time. */
  tick(at: number): LinkAction[] {
    const actions = this.#isIdle(at) ? this.#tell(this.#decoder.idle(), at) : [];
    return [...actions, ...this.#advance(at)];
  }

  /** What the frame `seq` says is on disk. */
  stored(seq: number, at: number): LinkAction[] {
    const unanswered = this.#unanswered;
    if (unanswered?.seq !== seq) return [];
    this.#unanswered = null;
    const inTime = at < unanswered.until;
    if (inTime) this.#inFlight = null;
    const answer: LinkAction[] = inTime ? [write(ACK)] : [];
    return [...answer, ...this.#advance(at)];
  }

  /** Asks the switch to ring `extension` and dial `digits`; a `dialled` with this `request` follows, always. */
  dial(request: number, extension: string, digits: string, at: number): LinkAction[] {
    if (!this.#isOpen) return [{ type: "dialled", request, result: "line_down" }];
    const bytes = this.#dialRequest(extension, digits);
    if (bytes === null) return [{ type: "dialled", request, result: "refused" }];
    return [
      ...this.#dials.send(request, bytes, at).map(dialled),
      ...this.#advance(at),
    ];
  }

  /** When `tick` has something to do, unless something else happens before; null for never. */
  nextDeadline(): number | null {
    const [idleAt, dialAt] = [this.#decoder.idleAt, this.#dials.nextDeadline(this.#freeAt)];
    return idleAt === null || dialAt === null ? idleAt ?? dialAt : Math.min(idleAt, dialAt);
  }

  #tell(readings: readonly Reading[], at: number): LinkAction[] {
    const actions: LinkAction[] = [];
    // The switch has one frame in flight, so it gets one answer: for the last thing that it could be.
    let failed = false;
    for (const reading of readings) {
      switch (reading.kind) {
        case "frame":
          failed = false;
          actions.push(this.#deliver(reading, at));
          break;
        case "rejected":
          failed ||= reading.complete;
          if (reading.bytes[0] === STX) this.#eventTime.failed(reading.at, at);
          actions.push({
            type: "rejected",
            at: reading.at,
            bytes: reading.bytes,
            reason: reading.reason,
          });
          break;
        case "control":
          actions.push(...this.#dials.answered(reading.control, reading.at).map(dialled));
          break;
        default:
          reading satisfies never;
      }
    }
    if (failed && this.#isOpen) {
      this.#unanswered = null;
      actions.unshift(write(NAK));
    }
    return actions;
  }

  #deliver({ mi, data, bytes, at: firstByteAt }: GoodFrame, at: number): LinkAction {
    const seq = this.#nextSeq++;
    this.#unanswered = { seq, until: at + this.#dialect.timings.ackTimeoutMs * ANSWER_WITHIN };
    const { event, remark } = readMessage(this.#dialect, mi, data);
    const isSame = this.#inFlight !== null && sameBytes(this.#inFlight, bytes);
    const first = isSame ? this.#eventTime.repeated(firstByteAt) : null;
    this.#inFlight = bytes;
    const when = first ?? this.#eventTime.accepted(firstByteAt);
    return { type: "frame", seq, at: when, bytes, event, remark };
  }

  #advance(at: number): LinkAction[] {
    return this.#dials.advance(at, this.#freeAt).map(dialled);
  }

  #dialRequest(extension: string, digits: string): Uint8Array | null {
    try {
      return encodeDialRequest(this.#dialect, extension, digits);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  #isIdle(at: number): boolean {
    const idleAt = this.#decoder.idleAt;
    return idleAt !== null && at >= idleAt;
  }

  /** Until when the switch sends a frame, or waits for our answer, as far as is known. */
  get #freeAt(): number {
    return Math.max(this.#decoder.idleAt ?? -Infinity, this.#unanswered?.until ?? -Infinity);
  }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function write(control: number): LinkAction {
  return { type: "write", bytes: Uint8Array.of(control) };
}

function dialled(action: SenderAction): LinkAction {
  if (action.type === "write") return action;
  const result = action.result === "overflow" ? "refused" : action.result;
  return { type: "dialled", request: action.id, result };
}
