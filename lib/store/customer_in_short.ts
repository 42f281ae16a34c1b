import type { CustomerInShort } from "../domain/customer.ts";

/** Of a row that has a `customer_id`, beside the columns of the customer who is joined to it. */
export interface CustomerInShortRow {
  customer_id: number | null;
  customer_name: string | null;
  customer_company: string;
  customer_department: string;
  customer_grade: string;
  customer_warning: string;
}

/** The columns that `customerInShort` reads: a list of calls comes with its customers, in one question. */
export const CUSTOMER_IN_SHORT_COLUMNS =
  `customers.name AS customer_name, customers.company AS customer_company,
  customers.department AS customer_department, customers.grade AS customer_grade,
  customers.warning AS customer_warning`;

/** The customer of a row; null where it has none. */
export function customerInShort(row: CustomerInShortRow): CustomerInShort | null {
  if (row.customer_id === null || row.customer_name === null) return null;
  return {
    id: row.customer_id,
    name: row.customer_name,
    company: row.customer_company,
    department: row.customer_department,
    grade: row.customer_grade,
    warning: row.customer_warning,
  };
}
