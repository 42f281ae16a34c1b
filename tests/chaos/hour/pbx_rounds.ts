import { PbxModel, type PbxSummary } from "../../support/pbx_model.ts";
import type { TrueCall } from "../../support/truth.ts";
import { until } from "../../support/wait.ts";

/** The model of the PBX, one day after another on the same device, each with its own calls, until it is told to end. */
export class PbxRounds {
  readonly rounds: Promise<void>;
  #ending = false;
  #model: PbxModel | null = null;
  #frames = 0;

  constructor(
    private readonly device: string,
    private readonly truthFile: string,
    /** Of each round: how many calls, and how many times faster than in life. */
    private readonly size: { readonly calls: number; readonly speed: number },
    private readonly seed: number,
  ) {
    this.rounds = this.#play();
  }

  get frames(): number {
    return this.#frames;
  }

  /** Resolves when the calls of the round that is played now are over. */
  async finish(): Promise<void> {
    this.#ending = true;
    await this.rounds;
  }

  /** At once, at the end of a test that failed. */
  async stop(): Promise<void> {
    this.#ending = true;
    await this.#model?.stop();
    await this.rounds.catch(() => undefined); // it was cut off; who waits for the rounds is told
  }

  async truth(): Promise<TrueCall[]> {
    return await this.#model?.truth() ?? [];
  }

  async #play(): Promise<void> {
    for (let round = 0; !this.#ending; round++) {
      const { calls, speed } = this.size;
      this.#model = new PbxModel(this.device, this.truthFile, [
        ...["--calls", String(calls), "--speed", String(speed), "--seed"],
        ...[String(this.seed * 1000 + round), "--patient", "--wait", "1"],
      ]);
      const { frames, given_up } = await this.#finished(this.#model);
      if (given_up !== 0) throw new Error(`the PBX gave ${given_up} frames up`);
      this.#frames += frames;
    }
  }

  /**
   * The system gives the device's number to the next program that asks, which may be any test beside this one, as soon
   * as nobody has it open; so it is held until the name that led to it is gone.
   */
  async #finished(model: PbxModel): Promise<PbxSummary> {
    await until(() => exists(this.device), 20_000, `${this.device} is there`);
    using _held = await Deno.open(this.device);
    const summary = await model.finished();
    await Deno.remove(this.device);
    return summary;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
