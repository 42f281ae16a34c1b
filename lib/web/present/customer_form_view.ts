import type { Customer } from "../../domain/customer.ts";
import { customerCode } from "../../domain/customer.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import type { FieldErrors } from "../forms/field_rules.ts";
import type { TypedCustomer } from "../forms/customer_form.ts";
import type { CustomerFormView } from "../view_data.ts";
import type { Visit } from "../visit.ts";

const EMPTY = {
  name: "",
  company: "",
  department: "",
  email: "",
  address: "",
  grade: "",
  memo: "",
  warning: "",
};

const BLANK_NUMBER = { number: "", label: "" };

/** The form for a new customer, the number of the call filled in where there is one. */
export function newCustomerForm(
  visit: Visit,
  number: string,
  callId: number | null,
): CustomerFormView {
  const filled = number === "" ? [] : [{ number: formatNumber(number), label: "" }];
  return {
    ...frame(visit, null, callId),
    values: { ...EMPTY, numbers: [...filled, BLANK_NUMBER] },
  };
}

/** The form for a customer as stored. */
export function storedCustomerForm(
  visit: Visit,
  customer: Customer,
  callId: number | null,
): CustomerFormView {
  const { name, company, department, email, address, grade, memo, warning } = customer;
  const numbers = customer.numbers.map(({ number, label }) => ({
    number: formatNumber(number),
    label,
  }));
  return {
    ...frame(visit, customer, callId),
    values: {
      ...{ name, company, department, email, address, grade, memo, warning },
      numbers: [...numbers, BLANK_NUMBER],
    },
  };
}

/** The form as it was sent, with what is wrong. `stored` is null for a new customer. */
export function refusedCustomerForm(
  visit: Visit,
  stored: Customer | null,
  callId: number | null,
  typed: TypedCustomer,
  errors: FieldErrors,
): CustomerFormView {
  const { version: _, ...values } = typed;
  return {
    ...frame(visit, stored, callId),
    values: { ...values, numbers: [...typed.numbers, BLANK_NUMBER] },
    errors,
  };
}

function frame(
  visit: Visit,
  customer: Customer | null,
  callId: number | null,
): Omit<CustomerFormView, "values"> {
  return {
    id: customer?.id ?? null,
    code: customer === null ? null : customerCode(customer.id),
    version: customer?.version ?? 0,
    callId,
    errors: {},
    conflict: null,
    owners: [],
    grades: visit.t("customer.grades").split(","),
  };
}
