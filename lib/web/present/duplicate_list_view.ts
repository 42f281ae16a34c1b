import { formatNumber } from "../../domain/phone_number.ts";
import { lastContact } from "../../store/customer_list.ts";
import { type DuplicateGroup, listDuplicates } from "../../store/duplicates.ts";
import { latestMerges } from "../../store/merge/merge_list.ts";
import { duplicatePlace } from "../forms/duplicate_place.ts";
import type { DuplicateGroupView, DuplicateListView } from "../merge_data.ts";
import type { Visit } from "../visit.ts";
import { customerBrief, numberView, timeViewOrNull } from "./basics.ts";
import { mergeView } from "./merge_view.ts";

const PAGE = 20;
const MOST_MERGES = 10;

/** Likely duplicates from behind `after` on, and the latest merges. */
export function duplicateListView(visit: Visit, after: string, error = ""): DuplicateListView {
  const { groups, next } = listDuplicates(visit.store, duplicatePlace(after), PAGE);
  return {
    groups: groups.map((group) => groupView(visit, group)),
    next: next === null
      ? null
      : `/customers/duplicates?after=${encodeURIComponent(`${next.kind}.${next.key}`)}`,
    merges: latestMerges(visit.store, MOST_MERGES).map((merge) => mergeView(visit, merge)),
    error,
  };
}

function groupView(visit: Visit, { kind, key, customers }: DuplicateGroup): DuplicateGroupView {
  return {
    kind,
    key,
    shared: kind === "number"
      ? formatNumber(key)
      : kind === "email"
      ? customers[0]?.email ?? ""
      : "",
    customers: customers.map((customer) => {
      const main = customer.numbers[0];
      return {
        ...customerBrief(customer),
        number: main === undefined ? null : numberView(main.number, main.label),
        email: customer.email,
        lastContact: timeViewOrNull(visit, lastContact(visit.store, customer.id)),
      };
    }),
  };
}
