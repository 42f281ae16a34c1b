/** What the view of the trunks is given (as view_data.ts). */

type Errors = Readonly<Record<string, string>>;

/** `trunks/trunk_list` */
export interface TrunkListView {
  readonly lines: readonly {
    readonly id: number;
    readonly name: string;
    readonly trunks: readonly {
      readonly trunk: string;
      readonly label: string;
      readonly number: string;
    }[];
  }[];
  /** By `<field>.<line>.<trunk>`. */
  readonly errors: Errors;
  readonly saved: boolean;
}
