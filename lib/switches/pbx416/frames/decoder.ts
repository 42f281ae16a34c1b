import { type BadCandidate, faultText, judgeCandidate } from "./candidate.ts";
import { ACK, FRAME_BYTES, HEAD_BYTES, NAK, STX } from "./control_bytes.ts";
import type { Dialect } from "../dialect/dialect_shape.ts";
import type { Reading } from "./reading.ts";

/** Rejected bytes are told in pieces of at most so many; a frame of the largest length fits into one. */
const PIECE = 256;
/** Room for a piece, a frame that is not complete yet, and a good deal of new bytes. */
const ROOM = 4096;

/** A rejection that may still grow: contiguous bytes with one and the same fault are one rejection. */
interface Rejection {
  readonly fault: "stray" | "cut" | BadCandidate["fault"];
  readonly reason: string;
  readonly complete: boolean;
}

/**
 * Turns bytes into frames. It goes by length and looks for no control byte inside a frame; where a frame
 * fails, it starts again at the byte behind the failed STX. It has no clock and does no I/O, throws for no
 * bytes whatever, and its readings do not depend on how the bytes were cut into pieces. It keeps at most
 * ROOM bytes, and looks at each byte at most as often as a frame is long.
 */
export class FrameDecoder {
  readonly #dialect: Dialect;
  readonly #bytes = new Uint8Array(ROOM);
  readonly #times = new Float64Array(ROOM);
  /** The bytes held are [0, end): rejected but not told yet up to `next`, not judged yet behind it. */
  #end = 0;
  #next = 0;
  /** Where the rejection that is not told yet begins; `next` where there is none. */
  #from = 0;
  #rejection: Rejection | null = null;
  /**
   * Up to here the bytes belong to a frame that failed: they may hold a good frame, but a BCC among them is
   * no ACK, and what fails among them has been answered.
   */
  #failedEnd = 0;
  #readings: Reading[] = [];

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** When the first byte that is held came; null while none is held. */
  get pendingSince(): number | null {
    return this.#end === 0 ? null : this.#timeOf(0);
  }

  /** When `idle` is due unless more bytes come: the last byte's time and `interByteMs`; null while none is held. */
  get idleAt(): number | null {
    return this.#end === 0 ? null : this.#timeOf(this.#end - 1) + this.#dialect.timings.interByteMs;
  }

  /** The readings that `bytes`, which came at `at` (ms), complete, in the order of the wire. */
  push(bytes: Uint8Array, at: number): Reading[] {
    for (let taken = 0; taken < bytes.length;) {
      const part = bytes.subarray(taken, taken + ROOM - this.#end);
      this.#bytes.set(part, this.#end);
      this.#times.fill(at, this.#end, this.#end + part.length);
      this.#end += part.length;
      taken += part.length;
      this.#scan();
      this.#forgetTold();
    }
    return this.#told();
  }

  /** To be called when the bytes have stopped for `interByteMs`: gives up what is incomplete, and rescans it. */
  idle(): Reading[] {
    for (this.#scan(); this.#next < this.#end; this.#scan()) this.#giveUpCut();
    this.#tell();
    this.#forgetTold();
    return this.#told();
  }

  /** To be called when the line went down: what is held can never be completed. */
  reset(): Reading[] {
    this.#tell();
    if (this.#next < this.#end) {
      this.#reject("cut", false, () => "line closed within a frame");
      this.#next = this.#end;
      this.#tell();
    }
    this.#failedEnd = 0;
    this.#forgetTold();
    return this.#told();
  }

  /** Judges all that can be judged. Afterwards `next` is at the end, or at the STX of an incomplete frame. */
  #scan(): void {
    while (true) {
      // Here, and not later: the readings must not wait for the bytes behind a frame that is to be answered.
      if (this.#rejection?.complete && this.#next >= this.#failedEnd) this.#tell();
      if (this.#next - this.#from === PIECE) this.#tellPiece();
      if (this.#next === this.#end) return;
      const byte = this.#bytes[this.#next];
      if (byte === STX) {
        const candidate = judgeCandidate(this.#dialect, this.#bytes, this.#next, this.#end);
        if (candidate.kind === "incomplete") {
          if (this.#rejection?.complete) this.#tell();
          return;
        }
        if (candidate.kind === "good") this.#tellFrame(candidate.needed);
        else this.#giveUpBad(candidate);
      } else if ((byte === ACK || byte === NAK) && this.#next >= this.#failedEnd) {
        this.#tellControl(byte === ACK ? "ack" : "nak");
      } else {
        this.#passStray();
      }
    }
  }

  #tellFrame(size: number): void {
    this.#tell();
    const bytes = this.#bytes.slice(this.#next, this.#next + size);
    this.#readings.push({
      kind: "frame",
      mi: String.fromCharCode(this.#byte(this.#next + HEAD_BYTES)),
      data: latin1(bytes, HEAD_BYTES + 1, size - 2),
      bytes,
      at: this.#timeOf(this.#next),
    });
    this.#next += size;
    this.#from = this.#next;
    // Whatever failed around it, the decoder is in step again.
    this.#failedEnd = 0;
  }

  #tellControl(control: "ack" | "nak"): void {
    this.#tell();
    this.#readings.push({ kind: "control", control, at: this.#timeOf(this.#next) });
    this.#next++;
    this.#from = this.#next;
  }

  /** The byte at `next` joins what is rejected before it. */
  #passStray(): void {
    this.#rejection ??= { fault: "stray", reason: "stray bytes", complete: false };
    this.#next++;
  }

  #giveUpBad(candidate: BadCandidate): void {
    const { fault, needed } = candidate;
    const complete = fault !== "length";
    // Within a frame that failed and has been answered, it says nothing new.
    if (this.#next + needed > this.#failedEnd) {
      const reason = () => faultText(this.#dialect, this.#bytes, this.#next, candidate);
      this.#reject(fault, complete, reason);
      if (complete) this.#failedEnd = this.#next + needed;
    }
    this.#next++;
  }

  #giveUpCut(): void {
    const candidate = judgeCandidate(this.#dialect, this.#bytes, this.#next, this.#end);
    const length = candidate.kind === "incomplete" ? candidate.length : null;
    const size = length === null ? "" : ` of ${length + FRAME_BYTES}`;
    this.#reject("cut", false, () => `cut off after ${this.#end - this.#next}${size} bytes`);
    // A binary LI of 6 or 21 looks like an answer.
    this.#failedEnd = Math.max(this.#failedEnd, Math.min(this.#next + HEAD_BYTES, this.#end));
    this.#next++;
  }

  /** Begins a rejection at `next`, unless one of the same fault that needs no answer goes on. */
  #reject(fault: Rejection["fault"], complete: boolean, reason: () => string): void {
    if (this.#rejection?.fault === fault && !complete) return;
    this.#tell();
    this.#rejection = { fault, reason: reason(), complete };
  }

  /** Ends the rejection that grows, if there is one. */
  #tell(): void {
    this.#tellPiece();
    this.#rejection = null;
  }

  #tellPiece(): void {
    if (this.#rejection === null || this.#from === this.#next) return;
    const { reason, complete } = this.#rejection;
    const bytes = this.#bytes.slice(this.#from, this.#next);
    this.#readings.push({
      kind: "rejected",
      reason,
      complete,
      bytes,
      at: this.#timeOf(this.#from),
    });
    this.#from = this.#next;
  }

  /** Moves what is still held to the front: a piece and a frame at most, once in a few thousand bytes or a push. */
  #forgetTold(): void {
    const told = this.#from;
    if (told === 0) return;
    this.#bytes.copyWithin(0, told, this.#end);
    this.#times.copyWithin(0, told, this.#end);
    this.#end -= told;
    this.#next -= told;
    this.#from = 0;
    this.#failedEnd = Math.max(0, this.#failedEnd - told);
  }

  #told(): Reading[] {
    const readings = this.#readings;
    this.#readings = [];
    return readings;
  }

  #byte(index: number): number {
    return this.#bytes[index] ?? 0;
  }

  #timeOf(index: number): number {
    return this.#times[index] ?? 0;
  }
}

/** The bytes from `start` to `end` as text, a character a byte. */
function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}
