/** What the page about trusting the server is given (as view_data.ts). */

/** Where the authority has to be made known to. */
export const TRUST_PLACES = ["windows", "macos", "android", "ios", "firefox", "linux"] as const;
export type TrustPlace = typeof TRUST_PLACES[number];

/** `trust/trust` */
export interface TrustView {
  /** Null where this server has no HTTPS. */
  readonly secure: SecureView | null;
  /** Whether somebody was led here on the way to another page: who trusts already goes on by themselves. */
  readonly led: boolean;
}

export interface SecureView {
  /** Where the same page is by HTTPS. */
  readonly url: string;
  /** Answers, over HTTPS, to whoever trusts. */
  readonly probe: string;
  /** Null where browsers trust the server's certificate anyway. */
  readonly authority: AuthorityView | null;
}

export interface AuthorityView {
  readonly name: string;
  readonly file: string;
  /** SHA-256, in groups of two digits. */
  readonly fingerprint: string;
  /** SHA-1, which is what Windows asks about. */
  readonly thumbprint: string;
  /** The year in which it ends. */
  readonly until: number;
  readonly places: readonly { readonly place: TrustPlace; readonly open: boolean }[];
}
