import { keep, type Keeping } from "../base/keep.ts";
import { KEEPER_NAMES, type KeeperName, type Kept } from "../domain/keeper.ts";
import { translator } from "../text/translator.ts";

/** Something that the server does again and again; `name` is how it is called in the log and on the administrators' page. */
export interface Keeper extends Omit<Keeping, "what" | "seen"> {
  readonly name: KeeperName;
}

const NEVER: Kept = { ranAt: null, failingSince: null };
const t = translator("en");

/** Runs what goes round, and knows how each of them goes. */
export class Keepers {
  readonly #kept = new Map<KeeperName, Kept>();

  /** `now` in ms since the epoch, UTC. */
  constructor(private readonly now: () => number = Date.now) {}

  /** From now on, until `signal`. */
  start(keepers: readonly Keeper[], signal: AbortSignal): void {
    for (const { name, ...keeping } of keepers) {
      this.#kept.set(name, NEVER);
      const seen = (went: "well" | "failed") => {
        const { ranAt, failingSince } = this.#kept.get(name)!;
        const now = this.now();
        const kept = went === "well"
          ? { ranAt: now, failingSince: null }
          : { ranAt, failingSince: failingSince ?? now };
        this.#kept.set(name, kept);
      };
      keep({ ...keeping, what: t(`keeper.${name}`), seen }, signal);
    }
  }

  /** Those that were started, in their usual order. */
  states(): readonly (Kept & { readonly name: KeeperName })[] {
    return KEEPER_NAMES.flatMap((name) => {
      const kept = this.#kept.get(name);
      return kept === undefined ? [] : [{ name, ...kept }];
    });
  }
}
