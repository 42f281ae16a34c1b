/** Where the bytes come from. */
export type LineSource =
  | { readonly kind: "device"; readonly path: string }
  /** The in-process pair, for systems without pseudo-terminals: the other end holds the second port. */
  | { readonly kind: "channel"; readonly port: MessagePort };
