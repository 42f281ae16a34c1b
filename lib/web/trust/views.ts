import type { TrustView } from "./trust_data.ts";

/** As in view_data.ts. */
export interface TrustViews {
  "trust/trust": TrustView;
}
