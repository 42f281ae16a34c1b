import { customerCode } from "../../domain/customer.ts";
import { lastContacts } from "../../store/customer_list.ts";
import {
  type CustomerState,
  customerState,
  mergedColumns,
} from "../../store/merge/customer_state.ts";
import { belongings, type Merge } from "../../store/merge/merge_list.ts";
import { customFields } from "../../store/custom_fields.ts";
import { customersByIds } from "../../store/customers.ts";
import { staffById } from "../../store/staff.ts";
import { isTextKey } from "../../text/translator.ts";
import type { CustomerMergeView, MergedView, MergeFieldView, MergeView } from "./merge_data.ts";
import type { Visit } from "../visit.ts";
import { numberView, timeView, timeViewOrNull } from "../basics.ts";

/** When there was the last contact with each. */
type Contacts = ReadonlyMap<number, number | null>;

/** Customers side by side as stored; those who are not there are left out. */
export function customerMergeView(
  visit: Visit,
  ids: readonly number[],
  survivorId: number | null,
  error = "",
): CustomerMergeView {
  const states = ids.map((id) => customerState(visit.store, id)).filter((state) => state !== null);
  const contacts = lastContacts(visit.store, states.map(({ id }) => id));
  const survivor = states.find(({ id }) => id === survivorId) ?? likelySurvivor(states, contacts);
  const numbers = new Map(states.flatMap((state) => state.numbers).map((one) => [one.normal, one]));
  return {
    customers: states.map((state) => mergedView(visit, state, contacts)),
    survivorId: survivor?.id ?? 0,
    fields: survivor === undefined ? [] : fieldsOf(visit, states, survivor),
    numbers: [...numbers.values()].map(({ number, label }) => numberView(visit, number, label)),
    error,
  };
}

/** Whoever was in contact last; of several without any, the oldest. */
function likelySurvivor(
  states: readonly CustomerState[],
  contacts: Contacts,
): CustomerState | undefined {
  const contact = (state: CustomerState) => contacts.get(state.id) ?? 0;
  return states.toSorted((a, b) => contact(b) - contact(a) || a.id - b.id)[0];
}

function mergedView(visit: Visit, state: CustomerState, contacts: Contacts): MergedView {
  const found = belongings(visit.store, state.id);
  return {
    id: state.id,
    code: customerCode(state.id),
    name: String(state.fields["name"] || state.fields["company"] || customerCode(state.id)),
    version: state.version,
    lastContact: timeViewOrNull(visit, contacts.get(state.id) ?? null),
    belongings: [...found].flatMap(([table, count]) => {
      const key = `merge.rows_${table}`;
      return isTextKey(key) ? [visit.t(key, { count })] : [];
    }),
  };
}

function fieldsOf(
  visit: Visit,
  states: readonly CustomerState[],
  survivor: CustomerState,
): MergeFieldView[] {
  const columns = mergedColumns(visit.store).map((column) =>
    fieldOf(
      states,
      survivor,
      column,
      labelOf(visit, column),
      (state) => textOf(visit, column, state.fields[column]),
    )
  );
  const custom = customFields(visit.store).map(({ id, label }) =>
    fieldOf(states, survivor, `custom.${id}`, label, (state) => state.custom[String(id)] ?? "")
  );
  return [...columns, ...custom].filter(({ values }) => values.some(({ text }) => text !== ""));
}

function fieldOf(
  states: readonly CustomerState[],
  survivor: CustomerState,
  name: string,
  label: string,
  text: (state: CustomerState) => string,
): MergeFieldView {
  // Something is better than nothing: an empty field of the survivor is filled from another.
  const source = [survivor, ...states].find((state) => text(state) !== "") ?? survivor;
  return {
    name,
    label,
    values: states.map((state) => ({
      customerId: state.id,
      text: text(state),
      chosen: state.id === source.id,
    })),
    same: new Set(states.map(text)).size === 1,
  };
}

function labelOf(visit: Visit, column: string): string {
  const key = `name.${column}`;
  return isTextKey(key) ? visit.t(key) : column;
}

function textOf(visit: Visit, column: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (column === "owner_id") return staffById(visit.store, Number(value))?.name ?? "";
  if (typeof value === "number") return value === 0 ? "" : visit.t("merge.yes");
  return String(value);
}

/** Merges that stand, each with who remained. */
export function mergeViews(visit: Visit, merges: readonly Merge[]): MergeView[] {
  const survivors = customersByIds(visit.store, merges.map(({ survivorId }) => survivorId));
  return merges.map((merge) => {
    const survivor = survivors.get(merge.survivorId);
    return {
      id: merge.id,
      survivor: {
        id: merge.survivorId,
        code: customerCode(merge.survivorId),
        name: survivor?.name || survivor?.company || "",
      },
      others: merge.others.map(({ id, name, company }) => ({
        code: customerCode(id),
        name: name || company,
      })),
      at: timeView(visit, merge.mergedAt),
      by: merge.mergedBy ?? "",
    };
  });
}
