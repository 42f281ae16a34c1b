import { normalNumber } from "../../domain/phone_number.ts";
import { addEntries, type NewEntry } from "../../store/campaign_entries.ts";
import {
  type CustomerChoice,
  customersToCall,
  lastCustomerId,
  LOOK_AT,
} from "../../store/campaign_sources.ts";
import { customersByNumber } from "../../store/customer_match.ts";
import { searchCustomers } from "../../store/customer_search.ts";
import type { Store } from "../../store/database.ts";
import { numberingOf } from "../../store/numbering.ts";
import { readList } from "./read_list.ts";

/** Numbers of one campaign. */
export const MOST_ENTRIES = 20_000;
/** So many are written in one go: a few milliseconds, in between calls are answered. */
const SLICE = 250;
/** As many as the search is asked for: who wants more chooses by grade or by file. */
const MOST_FOUND = 1000;

/** Where the numbers of a campaign come from. */
export interface CampaignSource extends CustomerChoice {
  /** Words that find customers; empty is everybody of the choice. */
  readonly query: string;
  /** A list, pasted or from a file: a number a line, with a name and a company beside it. */
  readonly text: string;
  readonly kind: "customers" | "list";
}

/** Puts the numbers of the source into a campaign, bit by bit; returns how many. */
export async function fillCampaign(
  store: Store,
  campaignId: number,
  source: CampaignSource,
): Promise<number> {
  let added = 0;
  for (const entries of slices(store, source)) {
    added += addEntries(store, campaignId, entries.slice(0, MOST_ENTRIES - added));
    if (added >= MOST_ENTRIES) break;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return added;
}

function* slices(store: Store, source: CampaignSource): Generator<NewEntry[]> {
  if (source.kind === "list") {
    const { entries } = readList(source.text, numberingOf(store));
    for (let at = 0; at < entries.length; at += SLICE) {
      yield entries.slice(at, at + SLICE).map((entry) => withCustomer(store, entry));
    }
  } else if (source.query !== "") {
    const found = searchCustomers(store, source.query, MOST_FOUND).filter((customer) =>
      source.grade === null || customer.grade === source.grade
    );
    const numbering = numberingOf(store);
    yield found.flatMap(({ id, name, company, numbers }) => {
      const main = numbers[0];
      const normal = main === undefined ? null : normalNumber(main.number, numbering);
      return main === undefined || normal === null
        ? []
        : [{ customerId: id, number: main.number, normal, name, company }];
    });
  } else {
    const last = lastCustomerId(store);
    for (let after = 0; after < last; after += LOOK_AT) {
      const rows = customersToCall(store, source, after);
      for (let at = 0; at < rows.length; at += SLICE) yield rows.slice(at, at + SLICE);
    }
  }
}

/** Whose number it is, where it is exactly one customer's. */
function withCustomer(store: Store, entry: NewEntry): NewEntry {
  const [only, ...others] = customersByNumber(store, entry.normal);
  return only === undefined || others.length > 0 ? entry : { ...entry, customerId: only.id };
}
