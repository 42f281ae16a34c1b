import { ACK, NAK } from "../pbx416/frames/control_bytes.ts";
import { FrameDecoder } from "../pbx416/frames/decoder.ts";
import { readDialRequest } from "../pbx416/frames/dial_request.ts";
import type { Dialect } from "../pbx416/dialect/dialect.ts";
import { encodeFrame } from "../pbx416/frames/encode.ts";
import { writeFields } from "../pbx416/frames/message.ts";
import type { Reading } from "../pbx416/frames/reading.ts";
import { FrameSender, type SenderAction } from "../pbx416/link/frame_sender.ts";
import type { Step } from "./office_day.ts";
import type { PbxStep } from "./pbx_step.ts";
import { RequestedCalls } from "./requested_calls.ts";
import { TrunkPlan } from "./trunk_plan.ts";

export type PbxAction =
  | { readonly type: "write"; readonly bytes: Uint8Array }
  /** This happened now, whether the server hears of it or not. */
  | { readonly type: "happened"; readonly step: PbxStep; readonly at: number }
  /** A frame was never acknowledged. */
  | { readonly type: "given_up" }
  /** Every step has happened, and its frame was acknowledged or given up. Requests are still served. */
  | { readonly type: "done" };

export interface PbxOptions {
  readonly dialect: Dialect;
  /** What happens, in the order of time; it may never end. */
  readonly steps: Iterable<Step>;
  /** 1 is real time, 60 a minute a second, 0 as fast as the server acknowledges. */
  readonly speed: number;
  /** How many frames it keeps while nobody listens; later ones are given up. A small switch has room for 64. */
  readonly mostWaiting?: number;
}

/**
 * The 416 PBX: plays the steps, tells each in a frame, and places the calls that the server asks for. The
 * trunks do not wait for the server: frames do. Pure; times are ms on a clock that does not jump.
 */
export class Pbx {
  readonly #dialect: Dialect;
  readonly #decoder: FrameDecoder;
  readonly #sender: FrameSender;
  readonly #steps: Iterator<Step>;
  readonly #speed: number;
  readonly #trunks: TrunkPlan;
  readonly #requested: RequestedCalls;
  #startedAt: number | null = null;
  #next: Step | null;
  #sent = 0;
  #doneTold = false;

  constructor({ dialect, steps, speed, mostWaiting = 64 }: PbxOptions) {
    this.#dialect = dialect;
    this.#decoder = new FrameDecoder(dialect);
    this.#sender = new FrameSender(dialect, { mostWaiting, patienceMs: Infinity });
    this.#steps = steps[Symbol.iterator]();
    this.#next = this.#take();
    this.#speed = speed;
    this.#trunks = new TrunkPlan(dialect.trunks);
    this.#requested = new RequestedCalls(this.#trunks);
  }

  /** Begins with the steps; before, nothing happens but what the server asks for. */
  play(at: number): PbxAction[] {
    this.#startedAt = at;
    return this.#advance(at);
  }

  received(bytes: Uint8Array, at: number): PbxAction[] {
    const late = this.#isIdle(at) ? this.#decoder.idle() : [];
    return [...this.#answer([...late, ...this.#decoder.push(bytes, at)], at), ...this.#advance(at)];
  }

  tick(at: number): PbxAction[] {
    const late = this.#isIdle(at) ? this.#answer(this.#decoder.idle(), at) : [];
    return [...late, ...this.#advance(at)];
  }

  nextDeadline(): number | null {
    const deadlines = [
      this.#decoder.idleAt,
      this.#sender.nextDeadline(this.#freeAt),
      this.#requested.nextDeadline(),
      this.#next === null ? null : this.#dueAt(this.#next),
    ].filter((deadline) => deadline !== null);
    return deadlines.length === 0 ? null : Math.min(...deadlines);
  }

  #advance(at: number): PbxAction[] {
    const actions: PbxAction[] = [];
    for (const step of this.#requested.due(at)) actions.push(...this.#tell(step, at));
    while (this.#next !== null && this.#dueAt(this.#next) <= at) {
      const { at: _, ...step } = this.#next;
      this.#next = this.#take();
      const trunk = this.#trunks.follow(step);
      if (trunk !== null) actions.push(...this.#tell({ ...step, trunk }, at));
    }
    actions.push(...this.#sender.advance(at, this.#freeAt).flatMap(outcome));
    if (this.#next === null && this.#sender.isEmpty && !this.#doneTold) {
      this.#doneTold = true;
      actions.push({ type: "done" });
    }
    return actions;
  }

  #tell(step: PbxStep, at: number): PbxAction[] {
    const frame = encodeFrame(this.#dialect, step.mi, writeFields(this.#dialect, step.mi, step));
    return [
      { type: "happened", step, at },
      ...this.#sender.send(this.#sent++, frame, at).flatMap(outcome),
    ];
  }

  #answer(readings: readonly Reading[], at: number): PbxAction[] {
    return readings.flatMap((reading): PbxAction[] => {
      switch (reading.kind) {
        case "control":
          return this.#sender.answered(reading.control, at).flatMap(outcome);
        case "rejected":
          return reading.complete ? [write(NAK)] : [];
        case "frame": {
          const request = readDialRequest(this.#dialect, reading.mi, reading.data);
          return [write(request !== null && this.#requested.take(request, at) ? ACK : NAK)];
        }
        default:
          return reading satisfies never;
      }
    });
  }

  /** At speed 0 a step happens as soon as the server knows of the one before. */
  #dueAt({ at }: Step): number {
    if (this.#startedAt === null) return Infinity;
    if (this.#speed > 0) return this.#startedAt + at * 1000 / this.#speed;
    return this.#sender.isEmpty ? this.#startedAt : Infinity;
  }

  #take(): Step | null {
    const { value, done } = this.#steps.next();
    return done === true ? null : value;
  }

  #isIdle(at: number): boolean {
    const idleAt = this.#decoder.idleAt;
    return idleAt !== null && at >= idleAt;
  }

  /** Until when the server sends a frame, as far as is known. */
  get #freeAt(): number {
    return this.#decoder.idleAt ?? -Infinity;
  }
}

function write(control: number): PbxAction {
  return { type: "write", bytes: Uint8Array.of(control) };
}

/** `overflow` is a frame given up like any other. */
function outcome(action: SenderAction): PbxAction[] {
  if (action.type === "write") return [action];
  return action.result === "accepted" ? [] : [{ type: "given_up" }];
}
