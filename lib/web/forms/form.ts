/** The fields of a form as they were sent. */
export interface Form {
  /** The first value of that name; empty where there is none. */
  text(name: string): string;
  /** Whether there is a field of that name, be it empty. */
  has(name: string): boolean;
  /** Every value of that name, in order. */
  texts(name: string): string[];
  /** Every field in order, as it was sent; files are left out. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}
