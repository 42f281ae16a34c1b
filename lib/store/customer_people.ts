import type { Store } from "./database.ts";

/** Names of the staff who have to do with a customer; '' for nobody, or for the program itself. */
export interface CustomerPeople {
  readonly owner: string;
  readonly createdBy: string;
  readonly changedBy: string;
}

export function customerPeople(store: Store, customerId: number): CustomerPeople {
  const row = store.get<{ owner: string; created: string; changed: string }>(
    `SELECT coalesce(owner.name, '') AS owner, coalesce(created.name, '') AS created,
       coalesce(changed.name, '') AS changed
     FROM customers
     LEFT JOIN staff AS owner ON owner.id = customers.owner_id
     LEFT JOIN staff AS created ON created.id = customers.created_by
     LEFT JOIN staff AS changed ON changed.id = customers.changed_by
     WHERE customers.id = ?`,
    customerId,
  );
  return {
    owner: row?.owner ?? "",
    createdBy: row?.created ?? "",
    changedBy: row?.changed ?? "",
  };
}
