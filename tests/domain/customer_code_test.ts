import { deepEqual } from "node:assert/strict";
import { customerCode, parseCustomerCode, typedCustomerCode } from "../../lib/domain/customer.ts";

Deno.test("a customer's ID is read as it is shown; whoever types it by hand may leave zeros and capitals out", () => {
  deepEqual([customerCode(123), customerCode(1_234_567)], ["C-000123", "C-1234567"]);
  const texts = ["C-000123", " c-123 ", "C-1234567", "C-0", "C-", "123", "C-12x", "010-1234-5678"];
  deepEqual(texts.map(typedCustomerCode), [123, 123, 1_234_567, null, null, null, null, null]);
  // A file's column with this heading may be another program's: what is not ours to the letter is no ID.
  deepEqual(texts.map(parseCustomerCode), [123, null, 1_234_567, null, null, null, null, null]);
});
