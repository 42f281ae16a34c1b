import type { CustomerBrief, NumberView, TimeView } from "../basic_data.ts";

/** `customers/duplicate_list` */
export interface DuplicateListView {
  readonly groups: readonly DuplicateGroupView[];
  /** URL of the next part; null at the end. */
  readonly next: string | null;
  readonly merges: readonly MergeView[];
  /** What could not be done, in a sentence; empty where nothing is wrong. */
  readonly error: string;
}

export interface DuplicateGroupView {
  /** Why: the same customers may have several things in common. */
  readonly reasons: readonly {
    readonly kind: "number" | "email" | "name" | "similar";
    /** Names the reason when somebody says that these are different people. */
    readonly place: string;
    /** The number or the address that they share; empty for names. */
    readonly shared: string;
  }[];
  readonly customers: readonly (CustomerBrief & {
    readonly number: NumberView | null;
    readonly email: string;
    readonly lastContact: TimeView | null;
  })[];
}

/** A merge that stands and can be undone. */
export interface MergeView {
  readonly id: number;
  readonly survivor: { readonly id: number; readonly code: string; readonly name: string };
  readonly others: readonly { readonly code: string; readonly name: string }[];
  readonly at: TimeView;
  readonly by: string;
}

/** `customers/customer_merge`: side by side, field by field. */
export interface CustomerMergeView {
  readonly customers: readonly MergedView[];
  readonly survivorId: number;
  readonly fields: readonly MergeFieldView[];
  /** All numbers, each once: they are kept. */
  readonly numbers: readonly NumberView[];
  /** What is wrong, in a sentence; empty where nothing is. */
  readonly error: string;
}

export interface MergedView {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly lastContact: TimeView | null;
  /** What would move, in words: `통화 12`. */
  readonly belongings: readonly string[];
}

export interface MergeFieldView {
  /** Name of the form's field. */
  readonly name: string;
  readonly label: string;
  /** By customer, in their order. */
  readonly values: readonly {
    readonly customerId: number;
    readonly text: string;
    readonly chosen: boolean;
  }[];
  /** All say the same: there is nothing to choose. */
  readonly same: boolean;
}

/** A number in the customer form that somebody else has already. */
export interface NumberOwnerView {
  readonly normal: string;
  readonly shown: string;
  readonly names: readonly { readonly id: number; readonly name: string }[];
}
