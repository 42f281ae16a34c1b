import type { CustomerDoubt } from "../../../domain/customer_import.ts";
import { sameName } from "./seen_rows.ts";
import type { Known } from "./known_twins.ts";
import type { ReadRow } from "../rows/read_row.ts";

/**
 * Why somebody should look at a row though it can be stored. `known` has whom a row of somebody new may be about
 * besides; `formerName` is what a known customer is called whose name the row would change, null where it changes none.
 */
export function customerDoubts(
  read: ReadRow,
  { byNumber, namesakes }: Known,
  formerName: string | null = null,
): CustomerDoubt[] {
  const doubts: CustomerDoubt[] = [];
  const { customer: { texts: { name, company = "" }, numbers }, lettersLost } = read;
  for (const { normal } of numbers) {
    const other = byNumber.get(normal)?.find((one) => !areColleagues(normal, company, one.company));
    if (other === undefined) continue;
    doubts.push({ code: "same_number", customer: other.id });
    break;
  }
  const namesake = doubts.length > 0 ? undefined : namesakes.get(read)?.[0];
  if (namesake !== undefined) doubts.push({ code: "same_name", customer: namesake.id });
  if (formerName !== null && name !== undefined && sameName(name) !== sameName(formerName)) {
    doubts.push({ code: "other_name", customer: null });
  }
  if (lettersLost) doubts.push({ code: "letters_lost", customer: null });
  return doubts;
}

/** People of one company share its telephone, and no mobile. */
function areColleagues(normal: string, company: string, others: string): boolean {
  return company !== "" && company === others && !/^01\d/.test(normal);
}
