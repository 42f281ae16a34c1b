import type { Consultation } from "../domain/consultation.ts";
import type { Customer } from "../domain/customer.ts";
import {
  LISTED_CALL_COLUMNS,
  type ListedCall,
  listedCallOf,
  type ListedCallRow,
} from "./call_list.ts";
import { CUSTOMER_COLUMNS, customerOf, type CustomerRow } from "./customers.ts";
import type { Store } from "./database.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

/** A page is read in a few milliseconds; between pages nothing is held, however slow the reader is. */
const PAGE = 500;

/** A consultation with the names that a list of them shows. */
export interface ExportedConsultation extends Consultation {
  readonly customerName: string | null;
  readonly customerCompany: string | null;
}

/** Every customer in the order of the IDs. */
export function everyCustomer(store: Store): Generator<Customer[]> {
  return pages((after) =>
    store.all<CustomerRow>(
      `SELECT ${CUSTOMER_COLUMNS} FROM customers
       WHERE customers.id > ? AND ${VISIBLE_CUSTOMER} ORDER BY customers.id LIMIT ?`,
      after,
      PAGE,
    ).map(customerOf)
  );
}

/** Every call in the order of the IDs, as the lists show it. */
export function everyListedCall(store: Store): Generator<ListedCall[]> {
  return pages((after) =>
    store.all<ListedCallRow>(
      `SELECT ${LISTED_CALL_COLUMNS}
       FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
       WHERE calls.id > ? ORDER BY calls.id LIMIT ?`,
      after,
      PAGE,
    ).map(listedCallOf)
  );
}

/** Every consultation in the order of the IDs, drafts too. */
export function everyConsultation(store: Store): Generator<ExportedConsultation[]> {
  return pages((after) =>
    store.all<ExportedConsultation>(
      `SELECT note.id, note.call_id AS callId, note.customer_id AS customerId,
         note.staff_id AS staffId, staff.name AS staffName, note.type, note.text, note.state,
         note.callback_at AS callbackAt, note.created_at AS createdAt,
         note.changed_at AS changedAt, note.version,
         customers.name AS customerName, customers.company AS customerCompany
       FROM consultations AS note
       JOIN staff ON staff.id = note.staff_id
       LEFT JOIN customers ON customers.id = note.customer_id
       WHERE note.id > ? ORDER BY note.id LIMIT ?`,
      after,
      PAGE,
    )
  );
}

function* pages<Row extends { readonly id: number }>(
  read: (after: number) => Row[],
): Generator<Row[]> {
  for (let after = 0;;) {
    const page = read(after);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.id;
  }
}
