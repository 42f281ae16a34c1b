import type { TypedAccount } from "../../desk/staff/account_rules.ts";
import type { Form } from "../forms/form.ts";

export function typedStaff(form: Form): TypedAccount {
  return {
    login: form.text("login").trim(),
    name: form.text("name"),
    role: form.text("role"),
    language: form.text("language"),
    extensions: form.texts("extension").filter((name) => name !== ""),
  };
}
