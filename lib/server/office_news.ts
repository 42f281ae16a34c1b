import { BOARD_CHANGED, frameEventFor } from "../live/call_audience.ts";
import type { LiveHub } from "../live/hub.ts";
import type { ProgramMetrics } from "../metrics/program_metrics.ts";
import type { Line } from "../store/lines.ts";
import type { HeardResult, SwitchboardListener } from "../switchboard/line_at_work.ts";

/** Tells the browsers concerned, and the metrics, of what has happened at the lines. */
export class OfficeNews implements SwitchboardListener {
  constructor(
    private readonly hub: LiveHub,
    private readonly metrics: ProgramMetrics,
    /** Tells everybody how the lines are. */
    private readonly tellStatus: () => void,
  ) {}

  onEvents(): void {
    this.hub.read();
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
}
