import type { HealthSource } from "../../lib/web/deps.ts";

/** A server that has nothing to complain about. */
export const ALL_WELL: HealthSource = { faults: () => [] };
