/** Kinds of files that leave the house, as the audit calls them. */
const FILE_KINDS = ["export", "attachment", "backup"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Why what is asked for with POST leaves no entry. */
export const UNNOTED = {
  sign_in: "is noted when the session begins or why it does not",
  sign_out: "ends the session, if there is one",
  cookie: "of a stranger is a cookie",
  becomes_call: "becomes a call, and the log has it",
  own_view: "is how somebody looks at the log",
  typing: "is being typed",
  only_typed: "was never more than typed",
  empty_draft: "begins an empty draft",
  seen: "was seen",
  own_history: "has a history of its own",
  next_caller: "is who calls next",
  preview: "is how a file is read, before anything is done with it",
  when_done: "is noted when it is done",
  nothing_left: "leaves nothing",
} as const;

/** What the audit keeps of something that is looked at: nothing, unless it is a file. */
export type AuditOfGet = "nothing" | FileKind;

/** What it keeps of something that is done: `changes` of the tables that are noted, or that it was done; or nothing. */
export type AuditOfPost = "changes" | keyof typeof UNNOTED;

export function isFileKind(audit: AuditOfGet | AuditOfPost): audit is FileKind {
  return (FILE_KINDS as readonly string[]).includes(audit);
}
