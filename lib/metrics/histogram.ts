import type { Family, Sample } from "./family.ts";

/** How long something took, in classes. */
export class Histogram implements Family {
  readonly type = "histogram";
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  /** `bounds` are the upper ends of the classes in seconds, rising. */
  constructor(
    readonly name: string,
    readonly help: string,
    private readonly bounds: readonly number[],
  ) {
    this.#counts = bounds.map(() => 0);
  }

  observe(seconds: number): void {
    this.#sum += seconds;
    this.#count += 1;
    const index = this.bounds.findIndex((bound) => seconds <= bound);
    if (index >= 0) this.#counts[index]! += 1;
  }

  /** Each class counts what is in the smaller ones, too. */
  samples(): readonly Sample[] {
    let below = 0;
    const classes = this.bounds.map((bound, index) => {
      below += this.#counts[index]!;
      return { suffix: "_bucket", labels: { le: String(bound) }, value: below };
    });
    return [
      ...classes,
      { suffix: "_bucket", labels: { le: "+Inf" }, value: this.#count },
      { suffix: "_sum", labels: {}, value: this.#sum },
      { suffix: "_count", labels: {}, value: this.#count },
    ];
  }
}
