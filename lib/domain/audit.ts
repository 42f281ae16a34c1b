/** Who can do something: one of the staff, the command line, the program by itself, somebody not signed in. */
export const ACTOR_KINDS = ["staff", "console", "program", "stranger"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Who does something, and from where. Plain data: it goes along to the jobs worker. */
export interface Actor {
  readonly kind: ActorKind;
  /** Null for who is not one of the staff. */
  readonly staffId: number | null;
  /** As they are called at that moment; empty where they are not one of the staff. */
  readonly name: string;
  /** Of the browser; empty where there is none. */
  readonly address: string;
}

/** Whoever has a shell on the machine. */
export const CONSOLE: Actor = { kind: "console", staffId: null, name: "", address: "" };

/** What happens without anybody: a backup at night. */
export const PROGRAM: Actor = { kind: "program", staffId: null, name: "", address: "" };

/** What can be done; the audit keeps others too, as they are called. */
export const AUDIT_ACTS = [
  ...["created", "changed", "removed", "merged", "merge_undone"],
  ...["listened", "imported", "import_undone", "exported", "opened", "backed_up", "restored"],
  ...[
    "signed_in",
    "signed_in_elsewhere",
    "sign_in_failed",
    "sign_in_refused",
    "session_ended",
    "did",
  ],
] as const;

/** To what it can be done. A table that nobody has named here is audited under its own name. */
export const AUDIT_KINDS = [
  ...[
    "customer",
    "consultation",
    "call",
    "work",
    "missed_caller",
    "attachment",
    "duplicate",
    "import",
  ],
  ...["campaign", "campaign_entry", "staff", "extension", "extension_group", "trunk", "line"],
  ...["field", "list_word", "holiday", "setting", "wall_screen", "backup", "export", "page"],
] as const;

export type AuditValue = string | number | null | readonly string[];

/** Fields that were changed, by name: a column, `numbers`, `custom.<ID of the field>`. */
export type AuditFields = Readonly<Record<string, AuditValue>>;

/** One thing that was done to one record. */
export interface AuditEntry {
  readonly act: string;
  readonly kind: string;
  /** The record's ID or name; empty where there is none. */
  readonly record: string;
  /** What people called the record at that moment. */
  readonly label: string;
  readonly before: AuditFields;
  readonly after: AuditFields;
}

/** An entry as it is kept. */
export interface AuditRow extends AuditEntry {
  readonly id: number;
  /** ms since the epoch, UTC. */
  readonly at: number;
  readonly actor: Actor;
}
