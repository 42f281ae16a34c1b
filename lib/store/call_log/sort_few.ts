import type { Store } from "../database.ts";

/** Whatever rang or lasted longer stands with what did so long: 18 hours. */
export const LONGEST_SECONDS = 65_534;

/** Few calls in the order of a key, each looked up. Calls that have no key are not among them. */
export type SortFew = (store: Store, ids: readonly number[]) => number[];

const idsOf = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id);

export function sortNames(store: Store, ids: readonly number[]): number[] {
  return idsOf(store.all(
    `SELECT calls.id FROM json_each(?) AS asked
     CROSS JOIN calls ON calls.id = asked.value
     CROSS JOIN customers ON customers.id = calls.customer_id
     ORDER BY customers.name, customers.id, calls.id`,
    JSON.stringify(ids),
  ));
}

export function sortCompanies(store: Store, ids: readonly number[]): number[] {
  return idsOf(store.all(
    `SELECT calls.id FROM json_each(?) AS asked
     CROSS JOIN calls ON calls.id = asked.value
     CROSS JOIN customers ON customers.id = calls.customer_id
     ORDER BY customers.company, customers.id, calls.id`,
    JSON.stringify(ids),
  ));
}

export function sortNumbers(store: Store, ids: readonly number[]): number[] {
  return idsOf(store.all(
    `SELECT calls.id FROM json_each(?) AS asked CROSS JOIN calls ON calls.id = asked.value
     ORDER BY calls.normal, calls.id`,
    JSON.stringify(ids),
  ));
}

export function sortCodes(store: Store, ids: readonly number[]): number[] {
  return idsOf(store.all(
    `SELECT calls.id FROM json_each(?) AS asked CROSS JOIN calls ON calls.id = asked.value
     ORDER BY calls.customer_id, calls.id`,
    JSON.stringify(ids),
  ));
}

export function sortLines(store: Store, ids: readonly number[]): number[] {
  return idsOf(store.all(
    `SELECT call_id AS id FROM json_each(?) AS asked CROSS JOIN call_lines ON call_id = asked.value
     ORDER BY line, call_id`,
    JSON.stringify(ids),
  ));
}

export function sortRings(store: Store, ids: readonly number[]): number[] {
  return idsOf(store.all(
    `SELECT calls.id FROM json_each(?) AS asked CROSS JOIN calls ON calls.id = asked.value
     ORDER BY min(${LONGEST_SECONDS}, (coalesce(answered_at, ended_at) - started_at) / 1000), calls.id`,
    JSON.stringify(ids),
  ));
}

export function sortTalks(store: Store, ids: readonly number[]): number[] {
  return idsOf(store.all(
    `SELECT calls.id FROM json_each(?) AS asked CROSS JOIN calls ON calls.id = asked.value
     ORDER BY min(${LONGEST_SECONDS}, (ended_at - answered_at) / 1000), calls.id`,
    JSON.stringify(ids),
  ));
}
