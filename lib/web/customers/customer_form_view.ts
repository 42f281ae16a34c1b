import type { Customer } from "../../domain/customer.ts";
import { customerCode } from "../../domain/customer.ts";
import { NO_TEXTS, textsOf } from "../../domain/customer_fields.ts";
import { formatNumber, readNumber } from "../../domain/phone_number.ts";
import { customFields, fieldValuesOf } from "../../store/custom_fields.ts";
import { offeredWords } from "../../store/list_words.ts";
import { listStaff } from "../../store/staff.ts";
import type { FieldInputView } from "../custom_fields/field_data.ts";
import type { FieldErrors } from "../forms/field_errors.ts";
import type { WrittenCustomer } from "../../desk/customers/written_customer.ts";
import type { CustomerFormView } from "./customer_data.ts";
import type { Visit } from "../visit.ts";

const EMPTY = {
  ...NO_TEXTS,
  ...{ doNotCall: false, birthday: "", owner: "" },
};

const BLANK_NUMBER = { number: "", label: "" };

/** The form for a new customer, the number of the call filled in where there is one. */
export function newCustomerForm(
  visit: Visit,
  number: string,
  callId: number | null,
): CustomerFormView {
  const filled = number === ""
    ? []
    : [{ number: formatNumber(number, visit.web.office.numbering), label: "" }];
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
  const { doNotCall, birthday } = customer;
  const numbers = customer.numbers.map(({ number, label }) => ({
    number: formatNumber(number, visit.web.office.numbering),
    label,
    ...completed(visit, number),
  }));
  return {
    ...frame(visit, customer, callId),
    values: {
      ...textsOf((field) => customer[field]),
      ...{ doNotCall, birthday, owner: customer.ownerId === null ? "" : String(customer.ownerId) },
      numbers: [...numbers, BLANK_NUMBER],
    },
  };
}

/** The form as it was sent, with what is wrong. `stored` is null for a new customer. */
export function refusedCustomerForm(
  visit: Visit,
  stored: Customer | null,
  { typed, callId, importRow }: Pick<WrittenCustomer, "typed" | "callId" | "importRow">,
  errors: FieldErrors,
): CustomerFormView {
  const { version: _, custom, ...values } = typed;
  return {
    ...frame(visit, stored, callId),
    importRow,
    fields: fieldInputs(visit, custom),
    values: {
      ...values,
      numbers: [
        ...typed.numbers.map((one) => ({ ...one, ...completed(visit, one.number) })),
        BLANK_NUMBER,
      ],
    },
    errors,
  };
}

/** Says so where a number was completed. */
function completed({ web, t }: Visit, number: string): { readonly completed?: string } {
  const { numbering } = web.office;
  const read = numbering.areaCode === "" ? null : readNumber(number, numbering);
  if (read?.kind !== "number" || read.completed !== "area_code") return {};
  const whole = formatNumber(read.normal, numbering);
  return { completed: t("number.completed_as", { number: whole, area: numbering.areaCode }) };
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
    importRow: null,
    errors: {},
    conflict: null,
    owners: [],
    grades: offeredWords(visit.store, "grade"),
    agents: listStaff(visit.store).filter((one) => one.active || one.id === customer?.ownerId)
      .map(({ id, name }) => ({ id: String(id), name })),
    fields: fieldInputs(
      visit,
      customer === null ? new Map() : fieldValuesOf(visit.store, customer.id),
    ),
  };
}

function fieldInputs(visit: Visit, values: ReadonlyMap<number, string>): FieldInputView[] {
  return customFields(visit.store).map(({ id, label, kind, choices, required }) => ({
    name: `field_${id}`,
    value: values.get(id) ?? "",
    ...{ label, kind, choices, required },
  }));
}
