import type { CustomField } from "../../domain/custom_field.ts";
import { type Customer, customerCode } from "../../domain/customer.ts";
import {
  CUSTOMER_FIELD_NAMES,
  CUSTOMER_FIELDS,
  type CustomerFieldName,
  isTextField,
  TEXT_FIELDS,
} from "../../domain/customer_fields.ts";
import type { Numbering } from "../../domain/numbering.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import { everyFound } from "../../store/customer_search.ts";
import { customFields, fieldValuesOf } from "../../store/custom_fields.ts";
import { numberingOf } from "../../store/numbering.ts";
import type { Store } from "../../store/database.ts";
import { everyCustomer } from "../../store/export_rows.ts";
import { listStaff } from "../../store/staff.ts";
import type { TextKey, Translate } from "../../text/translator.ts";
import { type Exportable, type ExportColumn, isoTime } from "./subject.ts";

/** Numbers that have a column of their own; the rest stand in the last one. */
const NUMBER_COLUMNS = 4;

/** A customer with what an administrator defined besides, by the ID of the field. */
type Item = Customer & { readonly custom: ReadonlyMap<number, string> };

/** Customers: all, or with `q` those whom a search finds. An import understands every column of it. */
export function customersExport(store: Store): Exportable<Item> {
  const fields = customFields(store);
  const owners = ownerWords(store);
  const numbering = numberingOf(store);
  return {
    title: "title.customers",
    columns: [
      {
        field: "id",
        heading: "export.customer_code",
        width: 12,
        kind: "text",
        value: ({ id }) => customerCode(id),
      },
      ...CUSTOMER_FIELD_NAMES.flatMap((field) => columnsOf(field, owners, numbering)),
      ...fields.map(customColumn),
      time("createdAt", "export.created"),
      time("changedAt", "export.changed"),
    ],
    pages: (store, { q = "" }) =>
      withCustom(
        store,
        q === "" ? everyCustomer(store) : everyFound(store, q),
        fields,
      ),
    json: (customer) => ({
      id: customerCode(customer.id),
      ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, customer[field]])),
      numbers: customer.numbers.map(({ number, label }) => ({ number, label })),
      birthday: customer.birthday,
      doNotCall: customer.doNotCall,
      owner: owners.get(customer.ownerId ?? 0) ?? null,
      custom: Object.fromEntries(
        fields.map(({ id, label }) => [label, customer.custom.get(id) ?? ""]),
      ),
      createdAt: isoTime(customer.createdAt),
      changedAt: isoTime(customer.changedAt),
    }),
  };
}

function* withCustom(
  store: Store,
  pages: Iterable<readonly Customer[]>,
  fields: readonly CustomField[],
): Generator<Item[]> {
  for (const page of pages) {
    yield page.map((customer) => ({
      ...customer,
      custom: fields.length === 0 ? NONE : fieldValuesOf(store, customer.id),
    }));
  }
}

const NONE: ReadonlyMap<number, string> = new Map();

/** A name, or the login where several people have the name. */
function ownerWords(store: Store): Map<number, string> {
  const staff = listStaff(store);
  const count = Map.groupBy(staff, ({ name }) => name);
  return new Map(
    staff.map(({ id, name, login }) => [id, count.get(name)?.length === 1 ? name : login]),
  );
}

function customColumn({ id, label, kind }: CustomField): ExportColumn<Item> {
  return {
    field: label,
    heading: { label },
    width: 16,
    kind: "text",
    value({ custom }, t) {
      const value = custom.get(id) ?? "";
      return kind === "yes_no" && value !== "" ? yesNo(value, t) : value;
    },
  };
}

function yesNo(value: string, t: Translate | null): string {
  return t === null ? value : t(value === "yes" ? "yes_no.yes" : "yes_no.no");
}

/** The columns of a field, in words or as data. */
function columnsOf(
  field: CustomerFieldName,
  owners: ReadonlyMap<number, string>,
  numbering: Numbering,
): ExportColumn<Item>[] {
  const { width, column: name } = CUSTOMER_FIELDS[field];
  const column = (value: ExportColumn<Item>["value"]): ExportColumn<Item> => ({
    field,
    heading: `name.${name}`,
    width,
    kind: "text",
    value,
  });
  if (isTextField(field)) return [column((customer) => customer[field])];
  switch (field) {
    case "numbers":
      return [
        {
          ...column(({ numbers }) => numbers.map(({ number }) => number).join(" / ")),
          only: "fields",
        },
        ...Array.from({ length: NUMBER_COLUMNS }, (_, index) => numberColumn(index, numbering)),
      ];
    case "birthday":
      return [column(({ birthday }) => birthday)];
    case "doNotCall":
      return [column(({ doNotCall }, t) => doNotCall ? yesNo("yes", t) : "")];
    case "owner":
      return [column(({ ownerId }) => owners.get(ownerId ?? 0) ?? "")];
    default:
      return field satisfies never;
  }
}

function time(field: "createdAt" | "changedAt", heading: TextKey): ExportColumn<Item> {
  return { field, heading, width: 19, kind: "time", value: (customer) => customer[field] };
}

function numberColumn(index: number, numbering: Numbering): ExportColumn<Item> {
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
        .map(({ number }) => formatNumber(number, numbering)).join(" / "),
  };
}
