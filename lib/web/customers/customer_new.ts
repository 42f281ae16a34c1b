import { callById } from "../../store/calls.ts";
import { importRowKey } from "./customer_form.ts";
import { may } from "../../domain/role_permissions.ts";
import { customerForm } from "./customer_form_page.ts";
import { idOrNull } from "../params.ts";
import { newCustomerForm } from "./customer_form_view.ts";
import { importedRowForm } from "./imported_row_form.ts";
import type { StaffHandler } from "../visit.ts";

/** The form for a new customer; for a call, with its number filled in; for a refused row of an import, with what it says. */
export const customerNew: StaffHandler = (c, visit) => {
  const importRow = importRowKey(c.req.query("import"), c.req.query("row"));
  const form = importRow !== null && may(visit.person.role, "customers.import")
    ? importedRowForm(visit, importRow)
    : null;
  if (form !== null) return customerForm(c, visit, form);
  const callId = idOrNull(c.req.query("call"));
  const call = callId === null ? null : callById(visit.store, callId);
  const number = (c.req.query("number") ?? call?.number ?? "").slice(0, 60);
  return customerForm(c, visit, newCustomerForm(visit, number, call?.id ?? null));
};
