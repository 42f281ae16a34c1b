import { PbxModel } from "../../support/pbx_model.ts";
import type { TrueCall } from "../../support/truth.ts";

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

  async stop(): Promise<void> {
    this.#ending = true;
    await this.#model?.stop();
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
      const { frames, given_up } = await this.#model.finished();
      if (given_up !== 0) throw new Error(`the PBX gave ${given_up} frames up`);
      this.#frames += frames;
    }
  }
}
