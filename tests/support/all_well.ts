import type { HealthSource, SpaceSource } from "../../lib/web/deps.ts";

/** A server that has nothing to complain about. */
export const ALL_WELL: HealthSource = { faults: () => [] };

/** A disk with room for years. */
export const PLENTY: SpaceSource = {
  level: "enough",
  freeBytes: 2 ** 40,
  log: { bytes: 0, grows: false },
};
