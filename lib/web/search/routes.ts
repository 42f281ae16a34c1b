import { type Route, staff } from "../route.ts";
import { searchShow } from "./search_show.ts";

export const routes: readonly Route[] = [
  staff("GET /search", "customers.see", "nothing", searchShow),
];
