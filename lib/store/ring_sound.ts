import type { Store } from "./database.ts";
import { setSetting, settings } from "./settings.ts";

export const RING_TUNES = ["chime", "bell", "pulse"] as const;
export type RingTune = (typeof RING_TUNES)[number];

export const RING_VOLUMES = ["quiet", "normal", "loud"] as const;
export type RingVolume = (typeof RING_VOLUMES)[number];

/** How browsers ring, as long as their people have not said otherwise. */
export interface RingSound {
  readonly on: boolean;
  readonly tune: RingTune;
  readonly volume: RingVolume;
}

/** As long as nobody has said otherwise. */
export const USUAL_RING: RingSound = { on: true, tune: "chime", volume: "normal" };

export function ringSound(store: Store): RingSound {
  const set = settings(store, ["ring.on", "ring.tune", "ring.volume"]);
  const [tune, volume] = [set.get("ring.tune"), set.get("ring.volume")];
  return {
    on: set.get("ring.on") !== "no",
    tune: RING_TUNES.find((known) => known === tune) ?? USUAL_RING.tune,
    volume: RING_VOLUMES.find((known) => known === volume) ?? USUAL_RING.volume,
  };
}

export function setRingSound(store: Store, { on, tune, volume }: RingSound): void {
  store.transaction(() => {
    setSetting(store, "ring.on", on ? "yes" : "no");
    setSetting(store, "ring.tune", tune);
    setSetting(store, "ring.volume", volume);
  });
}
