import { anyone, type Route } from "../route.ts";
import { sessionCheck } from "./session_check.ts";
import { sessionCreate } from "./session_create.ts";
import { sessionNew } from "./session_new.ts";

export const routes: readonly Route[] = [
  anyone("GET /login", "nothing", sessionNew),
  anyone("POST /login", "sign_in", sessionCreate),
  anyone("GET /session", "nothing", sessionCheck),
];
