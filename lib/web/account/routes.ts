import { PASSWORD_PAGE } from "../guard/access.ts";
import { anyone, type Route, staff } from "../route.ts";
import { accountPassword, accountPasswordChange } from "./account_password.ts";
import { accountAddressesKnow, accountSessionEnd, accountShow } from "./account_show.ts";
import { sessionEnd } from "./session_end.ts";

export const routes: readonly Route[] = [
  anyone("POST /logout", "sign_out", sessionEnd, "any_quota"),
  staff("GET /account", "account.use", "nothing", accountShow),
  staff(`GET ${PASSWORD_PAGE}`, "account.use", "nothing", accountPassword, "any_password"),
  staff(`POST ${PASSWORD_PAGE}`, "account.use", "changes", accountPasswordChange, "any_password"),
  staff("POST /account/sessions/:id/end", "account.use", "changes", accountSessionEnd),
  staff("POST /account/addresses", "account.use", "changes", accountAddressesKnow),
];
