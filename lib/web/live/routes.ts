import { type Route, staff } from "../route.ts";
import { liveStream } from "./live_stream.ts";

export const routes: readonly Route[] = [
  staff("GET /live", "desk.use", "nothing", liveStream),
];
