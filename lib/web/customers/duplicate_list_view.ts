import { formatNumber } from "../../domain/phone_number.ts";
import { lastContacts } from "../../store/customer_list.ts";
import { type DuplicateGroup, listDuplicates } from "../../store/duplicates.ts";
import { latestMerges } from "../../store/merge/merge_list.ts";
import { duplicatePlace } from "./duplicate_place.ts";
import type { DuplicateGroupView, DuplicateListView } from "./merge_data.ts";
import type { Visit } from "../visit.ts";
import { customerBrief, numberView, timeViewOrNull } from "../basics.ts";
import { mergeViews } from "./merge_view.ts";

const PAGE = 20;
const MOST_MERGES = 10;

/** Likely duplicates from behind `after` on, and the latest merges. */
export function duplicateListView(visit: Visit, after: string, error = ""): DuplicateListView {
  const { groups, next } = listDuplicates(visit.store, duplicatePlace(after), PAGE);
  return {
    groups: groupViews(visit, together(groups)),
    next: next === null
      ? null
      : `/customers/duplicates?after=${encodeURIComponent(`${next.kind}.${next.key}`)}`,
    merges: mergeViews(visit, latestMerges(visit.store, MOST_MERGES)),
    error,
  };
}

/** Groups of the same customers are one group with several reasons. */
function together(groups: readonly DuplicateGroup[]): DuplicateGroup[][] {
  const byMembers = Map.groupBy(
    groups,
    ({ customers }) => customers.map(({ id }) => id).join(),
  );
  return [...byMembers.values()];
}

function groupViews(visit: Visit, all: readonly DuplicateGroup[][]): DuplicateGroupView[] {
  const customers = all.flat().flatMap((group) => group.customers);
  const contacts = lastContacts(visit.store, [...new Set(customers.map(({ id }) => id))]);
  return all.map((same) => groupView(visit, same, contacts));
}

function groupView(
  visit: Visit,
  groups: readonly DuplicateGroup[],
  contacts: ReadonlyMap<number, number | null>,
): DuplicateGroupView {
  const customers = groups[0]?.customers ?? [];
  return {
    reasons: groups.map(({ kind, key }) => ({
      kind,
      place: `${kind}.${key}`,
      shared: sharedBy(visit, kind, key, customers),
    })),
    customers: customers.map((customer) => {
      const main = customer.numbers[0];
      return {
        ...customerBrief(customer),
        number: main === undefined ? null : numberView(visit, main.number, main.label),
        email: customer.email,
        lastContact: timeViewOrNull(visit, contacts.get(customer.id) ?? null),
      };
    }),
  };
}

function sharedBy(
  visit: Visit,
  kind: DuplicateGroup["kind"],
  key: string,
  customers: DuplicateGroup["customers"],
): string {
  if (kind === "number") return formatNumber(key, visit.web.office.numbering);
  return kind === "email" ? customers[0]?.email ?? "" : "";
}
