import type { TypedCustomer } from "../../desk/customers/check_customer.ts";
import type { Customer } from "../../domain/customer.ts";
import {
  CUSTOMER_FIELD_NAMES,
  CUSTOMER_FIELDS,
  type CustomerFieldName,
  isTextField,
} from "../../domain/customer_fields.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import { customFields, fieldValuesOf } from "../../store/custom_fields.ts";
import { customerPeople } from "../../store/customer_people.ts";
import { staffById } from "../../store/staff.ts";
import { timeView } from "../basics.ts";
import type { Visit } from "../visit.ts";
import type { ConflictView } from "./customer_data.ts";

/** What somebody else stored meanwhile beside what was sent, field by field, where they differ. */
export function conflictView(visit: Visit, stored: Customer, typed: TypedCustomer): ConflictView {
  const said = CUSTOMER_FIELD_NAMES.map((field) => ({
    label: visit.t(`name.${CUSTOMER_FIELDS[field].column}`),
    theirs: storedText(visit, stored, field),
    mine: typedText(visit, typed, field),
  }));
  const values = fieldValuesOf(visit.store, stored.id);
  const custom = customFields(visit.store).map(({ id, label, kind }) => {
    const shown = (value = "") => kind === "yes_no" ? yesNo(visit, value) : value;
    return { label, theirs: shown(values.get(id)), mine: shown(typed.custom.get(id)) };
  });
  return {
    by: customerPeople(visit.store, stored.id).changedBy,
    at: timeView(visit, stored.changedAt),
    rows: [...said, ...custom].filter(({ theirs, mine }) => theirs !== mine),
  };
}

function storedText(visit: Visit, stored: Customer, field: CustomerFieldName): string {
  if (isTextField(field)) return stored[field];
  switch (field) {
    case "numbers":
      return numbersText(visit, stored.numbers);
    case "birthday":
      return stored.birthday;
    case "doNotCall":
      return yesNo(visit, stored.doNotCall ? "yes" : "no");
    case "owner":
      return stored.ownerId === null ? "" : staffById(visit.store, stored.ownerId)?.name ?? "";
    default:
      return field satisfies never;
  }
}

function typedText(visit: Visit, typed: TypedCustomer, field: CustomerFieldName): string {
  if (isTextField(field)) return typed[field];
  switch (field) {
    case "numbers":
      return numbersText(visit, typed.numbers);
    case "birthday":
      return typed.birthday;
    case "doNotCall":
      return yesNo(visit, typed.doNotCall ? "yes" : "no");
    case "owner":
      return staffById(visit.store, Number(typed.owner) || 0)?.name ?? "";
    default:
      return field satisfies never;
  }
}

function numbersText({ web }: Visit, numbers: TypedCustomer["numbers"]): string {
  return numbers.filter(({ number }) => number !== "")
    .map(({ number, label }) => `${formatNumber(number, web.office.numbering)} ${label}`.trim())
    .join(", ");
}

function yesNo(visit: Visit, value: string): string {
  if (value === "") return "";
  return visit.t(value === "yes" ? "yes_no.yes" : "yes_no.no");
}
