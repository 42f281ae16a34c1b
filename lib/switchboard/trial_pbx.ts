import type { LineSource } from "../switches/serial/line_source.ts";
import { startVirtualPbx, type VirtualPbx } from "../switches/virtual_pbx/virtual_pbx.ts";
import type { Dialect } from "../switches/pbx416/dialect/dialect.ts";
import type { Store } from "../store/database.ts";
import { trialCallers } from "../store/trial_callers.ts";
import { listStaff } from "../store/staff.ts";

/** Few enough to try things out in between; who has just switched it on sees the first one at once. */
const CALLS_PER_MINUTE = 3;
const FIRST_AFTER_S = 2;
/** Phones that ring although nobody has them: an office that has no agents yet sees calls too. */
const PHONES = 4;

/**
 * The PBX behind a line that an office tries Belltower out with: it calls the phones that agents have and a few
 * others, and customers' numbers are among the callers.
 */
export class TrialPbx {
  #pbx: Promise<VirtualPbx> | null = null;

  constructor(
    private readonly store: Store,
    private readonly lineId: number,
    private readonly dialect: Dialect,
  ) {}

  /** Starts it; calls come as soon as it is there. Resolves with what the line opens. */
  async start(): Promise<LineSource> {
    const { dialect } = this;
    this.#pbx ??= startVirtualPbx({
      play: {
        kind: "day",
        options: {
          seed: crypto.getRandomValues(new Uint32Array(1))[0]!,
          callsPerMinute: CALLS_PER_MINUTE,
          firstAfter: FIRST_AFTER_S,
          trunks: dialect.trunks,
          extensions: this.#extensions(),
          numbers: trialCallers(this.store),
        },
      },
      dialect,
      speed: 1,
    });
    const pbx = await this.#pbx;
    pbx.play();
    return pbx.source;
  }

  /** Within a second. */
  async stop(): Promise<void> {
    // Whoever started it has heard why it does not run.
    const pbx = await this.#pbx?.catch(() => null);
    this.#pbx = null;
    await pbx?.stop();
  }

  #extensions(): string[] {
    const agents = listStaff(this.store).flatMap(({ extensions }) => extensions)
      .filter(({ line }) => line === null || line === this.lineId).map(({ number }) => number);
    const known = agents.filter((extension) => this.dialect.extensions.includes(extension));
    return [...new Set([...known, ...this.dialect.extensions.slice(0, PHONES)])];
  }
}
