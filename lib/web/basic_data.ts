/** What the data of many views is made of (view_data.ts): numbers, moments, customers in short. */

/** A number as people see it; `digits` is what is dialled, copied and put into a URL. */
export interface NumberView {
  readonly digits: string;
  readonly shown: string;
  readonly label: string;
  /** The area code that was put before it to find its customer, and that in words; null where it has all. */
  readonly completed: { readonly area: string; readonly text: string } | null;
}

/** A moment: `iso` for machines and running clocks, `short` (`오늘 14:03`), `full` for the tooltip. */
export interface TimeView {
  readonly iso: string;
  readonly short: string;
  readonly full: string;
}

export interface CustomerBrief {
  readonly id: number;
  /** `C-000123` */
  readonly code: string;
  readonly name: string;
  readonly company: string;
  readonly department: string;
  readonly grade: string;
  readonly warning: string;
}
