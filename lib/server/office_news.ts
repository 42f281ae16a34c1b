import { guarded } from "../base/guarded.ts";
import type { Call } from "../domain/call.ts";
import { BOARD_CHANGED, callNews, frameEventFor } from "../live/call_audience.ts";
import type { LiveHub } from "../live/hub.ts";
import type { ProgramMetrics } from "../metrics/program_metrics.ts";
import type { Store } from "../store/database.ts";
import { ownersOn } from "../store/extension_at.ts";
import type { Line } from "../store/lines.ts";
import { missedCount } from "../store/missed.ts";
import type { HeardResult, SwitchboardListener } from "../switchboard/line_at_work.ts";

/** Tells the browsers concerned, and the metrics, of what has happened at the lines. */
export class OfficeNews implements SwitchboardListener {
  /** How many missed callers wait, as it was told last. */
  #missed = -1;

  constructor(
    private readonly store: Store,
    private readonly hub: LiveHub,
    private readonly metrics: ProgramMetrics,
    /** Tells everybody how the lines are. */
    private readonly tellStatus: () => void,
  ) {}

  onCalls(calls: readonly Call[]): void {
    for (const call of calls) this.hub.publish(callNews(call, ownersOn(this.store, call)));
    guarded("the number of missed callers", () => this.#tellMissed(), null);
  }

  onHeard({ id }: Line, result: HeardResult, ms: number | null): void {
    this.metrics.frames.add({ line: String(id), result });
    if (ms !== null) this.metrics.acknowledgement.observe(ms / 1000);
    if (result !== "failed") this.hub.publish((person) => frameEventFor(person, id));
  }

  onStatus(): void {
    this.tellStatus();
  }

  onLines(): void {
    this.tellStatus();
    this.hub.publish(() => BOARD_CHANGED);
  }

  onUntold(): void {
    this.hub.publish(() => ({ name: "reload", data: {} }));
    guarded("the number of missed callers", () => this.#tellMissed(), null);
  }

  /** Any call may have made a missed caller or settled one. */
  #tellMissed(): void {
    const count = missedCount(this.store);
    if (count === this.#missed) return;
    this.#missed = count;
    this.hub.publish(() => ({ name: "missed", data: { count } }));
  }
}
