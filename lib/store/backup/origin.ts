/**
 * Who is known to have made a backup. Only what is this installation's `own` is restored unasked: everything in a backup
 * is believed afterwards, who is an administrator among it.
 */
export type Origin =
  /** It has the installation's mark, or was sealed with the office's passphrase. */
  | "own"
  /** It has the mark, but no passphrase, and the office has one: what it makes now is never plain. */
  | "plain"
  /** Another installation, or nobody knows. */
  | "foreign";

/** `opened` is the passphrase that opened it, `own` that of the office; each null where there is none. */
export function originOf(
  { marked, encrypted, opened, own }: {
    readonly marked: boolean;
    readonly encrypted: boolean;
    readonly opened: string | null;
    readonly own: string | null;
  },
): Origin {
  // Whoever knows the office's passphrase could have made it: backups of before there were marks have only that.
  if (encrypted) return marked || (own !== null && opened === own) ? "own" : "foreign";
  if (!marked) return "foreign";
  return own === null ? "own" : "plain";
}
