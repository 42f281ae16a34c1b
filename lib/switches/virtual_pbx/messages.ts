import type { Dialect } from "../pbx416/dialect/dialect.ts";
import type { OfficeDayOptions, Step } from "./office_day.ts";
import type { PbxStep } from "./pbx_step.ts";

/** What happens at the virtual PBX: a day that it makes up, or these steps. */
export type Play =
  | { readonly kind: "day"; readonly options: OfficeDayOptions }
  | { readonly kind: "steps"; readonly steps: readonly Step[] };

/** To the virtual PBX's worker. */
export type ToPbx =
  | {
    readonly type: "start";
    readonly dialect: Dialect;
    readonly play: Play;
    readonly speed: number;
    readonly mostWaiting?: number;
    /** Its end of the in-process line; null for a pseudo-terminal of its own. */
    readonly channel: MessagePort | null;
  }
  | { readonly type: "play" }
  | { readonly type: "stop" };

/** From it. */
export type FromPbx =
  /** The line is there. `path` is null for the in-process line. */
  | { readonly type: "ready"; readonly path: string | null }
  | { readonly type: "happened"; readonly step: PbxStep; readonly at: number }
  | { readonly type: "given_up" }
  | { readonly type: "done" }
  | { readonly type: "stopped" };
