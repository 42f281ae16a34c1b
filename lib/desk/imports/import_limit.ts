import type { Store } from "../../store/database.ts";
import { setting } from "../../store/settings.ts";

const MB = 1024 * 1024;
const DEFAULT_MB = 100;

/** The most bytes that a file may have: the setting `import.most_megabytes`, 100 where nobody has set it. */
export function importLimit(store: Store): number {
  const megabytes = Number(setting(store, "import.most_megabytes") ?? DEFAULT_MB);
  return (megabytes >= 1 && megabytes <= 2000 ? megabytes : DEFAULT_MB) * MB;
}
