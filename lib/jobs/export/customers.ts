import { type Customer, customerCode } from "../../domain/customer.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import { searchCustomers } from "../../store/customer_search.ts";
import { everyCustomer } from "../../store/export_rows.ts";
import type { TextKey } from "../../text/translator.ts";
import { type Exportable, type ExportColumn, isoTime } from "./subject.ts";

/** Numbers that have a column of their own; the rest stand in the last one. */
const NUMBER_COLUMNS = 4;
/** What is searched for and not among so many is everything, and that is asked for without a search. */
const MOST_FOUND = 10_000;

type Text = "name" | "company" | "department" | "email" | "address" | "grade" | "warning" | "memo";

/** Customers: all, or with `q` those whom a search finds. */
export const customersExport: Exportable<Customer> = {
  title: "title.customers",
  columns: [
    {
      field: "id",
      heading: "export.customer_code",
      width: 12,
      kind: "text",
      value: ({ id }) => customerCode(id),
    },
    text("name", "name.name", 16),
    text("company", "name.company", 22),
    text("department", "name.department", 14),
    {
      field: "numbers",
      heading: "name.number",
      width: 30,
      kind: "text",
      only: "fields",
      value: ({ numbers }) => numbers.map(({ number }) => number).join(" / "),
    },
    ...Array.from({ length: NUMBER_COLUMNS }, (_, index) => numberColumn(index)),
    text("email", "name.email", 26),
    text("address", "name.address", 40),
    text("grade", "name.grade", 8),
    text("warning", "name.warning", 24),
    text("memo", "name.memo", 40),
    time("createdAt", "export.created"),
    time("changedAt", "export.changed"),
  ],
  pages: (store, { q = "" }) =>
    q === "" ? everyCustomer(store) : [searchCustomers(store, q, MOST_FOUND)],
  json: (customer) => ({
    id: customerCode(customer.id),
    name: customer.name,
    company: customer.company,
    department: customer.department,
    numbers: customer.numbers.map(({ number, label }) => ({ number, label })),
    email: customer.email,
    address: customer.address,
    grade: customer.grade,
    warning: customer.warning,
    memo: customer.memo,
    createdAt: isoTime(customer.createdAt),
    changedAt: isoTime(customer.changedAt),
  }),
};

function text(field: Text, heading: TextKey, width: number): ExportColumn<Customer> {
  return { field, heading, width, kind: "text", value: (customer) => customer[field] };
}

function time(field: "createdAt" | "changedAt", heading: TextKey): ExportColumn<Customer> {
  return { field, heading, width: 19, kind: "time", value: (customer) => customer[field] };
}

function numberColumn(index: number): ExportColumn<Customer> {
  const last = index === NUMBER_COLUMNS - 1;
  return {
    field: `number${index + 1}`,
    heading: "name.number",
    nth: index === 0 ? "" : String(index + 1),
    width: 16,
    kind: "text",
    only: "words",
    value: ({ numbers }) =>
      numbers.slice(index, last ? undefined : index + 1)
        .map(({ number }) => formatNumber(number)).join(" / "),
  };
}
