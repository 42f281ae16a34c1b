import { type Route, staff } from "../route.ts";
import { trunkList, trunkSave } from "./trunk_list.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/trunks", "extensions.manage", "nothing", trunkList),
  staff("POST /settings/trunks", "extensions.manage", "changes", trunkSave),
];
