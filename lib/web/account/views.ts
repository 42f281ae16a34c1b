import type { AccountView, PasswordView } from "./account_data.ts";

/** As in view_data.ts. */
export interface AccountViews {
  "account/account_show": AccountView;
  "account/account_password": PasswordView;
}
