/**
 * A condition on `customers`, for every question that does not begin with a known ID: the customers of an
 * import that is still being written, or taken away, are nobody yet.
 */
export const VISIBLE_CUSTOMER =
  "customers.batch_id NOT IN (SELECT id FROM imports WHERE state IN ('writing', 'removing'))";
