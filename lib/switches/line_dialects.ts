/** How a line is set, as it was written. */
export interface WrittenDialect {
  /** One of the choices, or `OWN_DIALECT`: then it is `json`. */
  readonly dialect: string;
  /** In baud, where it is another one than the dialect's; or empty. */
  readonly speed: string;
  readonly json: string;
}

/** What a dialect is called that is written out. */
export const OWN_DIALECT = "own";

export type ReadDialect =
  | { readonly ok: true; readonly value: string }
  /** `words` say in words of the file what is wrong with it. */
  | { readonly ok: false; readonly isJson: boolean; readonly words: readonly string[] };

/** The dialects by which lines of a kind of switch are set, for the form of lines. */
export interface LineDialects {
  /** Those that the kind brings along, the usual one first, and in words how each sets its port: `9600 8N1`. */
  readonly choices: readonly { readonly name: string; readonly port: string }[];
  /** At which speeds its port can be set, in baud. */
  readonly speeds: readonly number[];
  /** How what was written is stored; a speed that is none of `speeds` does not count. */
  readonly read: (written: WrittenDialect) => ReadDialect;
  /** How what is stored would be written. Throws as its kind says where that is none. */
  readonly write: (stored: string) => WrittenDialect;
}
