import type { IntakePace } from "./intake_pace.ts";
import { type Port, PortError } from "./port.ts";

/** A pure machine at one end of a line. Times are ms on a clock that does not jump. */
export interface Machine<Action> {
  received(bytes: Uint8Array, at: number): Action[];
  tick(at: number): Action[];
  /** When `tick` has something to do; null for never. */
  nextDeadline(): number | null;
}

/** Longer than any wait needs to be: whatever ends a read before, ends it by itself. */
const READ_WAIT_MS = 60_000;

/** A timer cannot be set further ahead, and none needs to be. */
const TIMER_LIMIT_MS = 60_000;

/** Joins a machine to an open port and to the clock: feeds it, and performs what it wants done. */
export class PortDriver<Action> {
  readonly #port: Port;
  readonly #machine: Machine<Action>;
  readonly #perform: (action: Action) => void;
  readonly #pace: IntakePace | null;
  readonly #clock: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failure: unknown = null;
  #ended = false;

  constructor(
    port: Port,
    machine: Machine<Action>,
    perform: (action: Action) => void,
    /** Null reads whatever there is. */
    pace: IntakePace | null = null,
    clock: () => number = () => performance.now(),
  ) {
    this.#port = port;
    this.#machine = machine;
    this.#perform = perform;
    this.#pace = pace;
    this.#clock = clock;
  }

  /**
   * Reads until the port fails, and resolves with why; `closed` where somebody closed it. Throws what is no
   * PortError. The port is closed afterwards.
   */
  async run(): Promise<PortError> {
    this.do([]);
    try {
      for (;;) {
        await this.#pace?.room();
        const bytes = await this.#port.read(READ_WAIT_MS);
        this.#pace?.read(bytes.length);
        if (bytes.length > 0) this.do(this.#machine.received(bytes, this.#clock()));
      }
    } catch (error) {
      const failure = this.#failure ?? error;
      if (!(failure instanceof PortError)) throw failure;
      return failure;
    } finally {
      this.#ended = true;
      clearTimeout(this.#timer);
      this.#port.close();
    }
  }

  /** Performs the machine's actions, whatever asked for them. What fails here ends `run`; then nothing is done. */
  do(actions: readonly Action[]): void {
    if (this.#ended || this.#failure !== null) return;
    try {
      for (const action of actions) this.#perform(action);
      this.#setTimer();
    } catch (error) {
      this.#failure = error;
      this.close();
    }
  }

  write(bytes: Uint8Array): void {
    this.#port.write(bytes);
  }

  /** Ends `run`. */
  close(): void {
    this.#pace?.interrupt();
    this.#port.close();
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    const deadline = this.#machine.nextDeadline();
    if (deadline === null) return;
    const wait = Math.min(Math.max(0, Math.ceil(deadline - this.#clock())), TIMER_LIMIT_MS);
    this.#timer = setTimeout(() => this.do(this.#machine.tick(this.#clock())), wait);
  }
}
