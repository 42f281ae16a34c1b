import { type Route, staff } from "../route.ts";
import { presenceChange, presenceShow } from "./presence_change.ts";

export const routes: readonly Route[] = [
  staff("GET /presence", "desk.use", "nothing", presenceShow),
  staff("POST /presence", "desk.use", "own_history", presenceChange),
];
