import { anyone, type Route, staff } from "../route.ts";
import { healthShow } from "./health_show.ts";
import { languageChange } from "./language_change.ts";
import { metricsShow } from "./metrics_show.ts";
import { serverShow } from "./server_show.ts";
import { staticShow } from "./static_show.ts";

export const routes: readonly Route[] = [
  anyone("GET /healthz", "nothing", healthShow, "exposed", "without_data"),
  anyone("GET /static/*", "nothing", staticShow, "exposed", "without_data"),
  anyone("POST /language", "cookie", languageChange, "exposed"),
  anyone("GET /metrics", "nothing", metricsShow),
  staff("GET /settings/server", "server.look_after", "nothing", serverShow),
];
