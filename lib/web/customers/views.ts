import type { CustomerBrief, NumberView, TimeView } from "../basic_data.ts";
import type { CustomerFormView, CustomerView, HistoryView } from "./customer_data.ts";
import type { CustomerMergeView, DuplicateListView } from "./merge_data.ts";

/** As in view_data.ts. */
export interface CustomersViews {
  "customers/customer_list": {
    readonly query: string;
    readonly rows: readonly (CustomerBrief & {
      readonly number: NumberView | null;
      readonly lastContact: TimeView | null;
      /** What was searched for in place of what was typed, for this row and those below it; null where it is not new. */
      readonly guess: string | null;
    })[];
    readonly next: string | null;
    /** False where time was up before everything was looked through. */
    readonly complete: boolean;
  };
  "customers/customer_show": { readonly customer: CustomerView };
  "customers/customer_form_page": { readonly form: CustomerFormView };
  "customers/history": HistoryView;
  "customers/customer_rows": CustomersViews["customers/customer_list"];
  "customers/duplicate_list": DuplicateListView;
  "customers/customer_merge": CustomerMergeView;
}
