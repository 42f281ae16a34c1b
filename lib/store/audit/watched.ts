/**
 * What is audited and how it is told. Whatever table is not named here is audited under its own name, with all of
 * its columns: who adds a table need not think of it, and who wants one left out gives a reason (unwatched.ts).
 * `row` in the SQL stands for the row before or after the change.
 */
export interface Watched {
  readonly kind: string;
  /** SQL of the record's ID, as text. */
  readonly record: string;
  /** SQL of what people call it. */
  readonly label: string;
  /** Only these happenings; all three where it is left out. */
  readonly on?: readonly ("insert" | "update" | "delete")[];
  /** Columns that are told; where it is left out, all but those of `except`. */
  readonly columns?: readonly string[];
  readonly except?: readonly string[];
  /** The columns whose assignment is the act; those that are told where it is left out. */
  readonly of?: readonly string[];
  /** SQL of whether people know the row yet, or still. */
  readonly exists?: string;
  /** What is done, where it is not created, changed or removed. */
  readonly acts?: { readonly insert?: string; readonly update?: string; readonly delete?: string };
  /** SQL that tells several of one record apart, where it is not the record itself. */
  readonly row?: string;
  /** A part of a record that stands in a table of its own. */
  readonly part?: {
    /** SQL of the field that it is in. */
    readonly field: string;
    /** SQL of what tells the items of a list apart; null where the field has one value. */
    readonly item: string | null;
    readonly value: string;
  };
}

const CUSTOMER = "coalesce(nullif(row.name, ''), row.company)";
const itsCustomer = (id: string) =>
  `(SELECT coalesce(nullif(name, ''), company) FROM customers WHERE id = ${id})`;
const WORK =
  "coalesce(nullif(row.subject, ''), (SELECT address FROM contact_points WHERE id = row.contact_point_id), '')";
const itsStaff = "(SELECT name FROM staff WHERE id = row.staff_id)";
/** What the program notes about a row, and nobody says. */
const NOTED = ["id", "created_at", "created_by", "changed_at", "changed_by", "version"];

export const WATCHED: Readonly<Record<string, readonly Watched[]>> = {
  customers: [{
    kind: "customer",
    record: "row.id",
    label: CUSTOMER,
    except: [...NOTED, "batch_id"],
  }],
  customer_numbers: [{
    kind: "customer",
    record: "row.customer_id",
    label: itsCustomer("row.customer_id"),
    part: {
      field: "'numbers'",
      item: "row.normal",
      value: "row.number || CASE row.label WHEN '' THEN '' ELSE ' (' || row.label || ')' END",
    },
  }, {
    kind: "customer",
    record: "row.customer_id",
    label: itsCustomer("row.customer_id"),
    exists: "row.position = 0",
    part: { field: "'main_number'", item: null, value: "row.number" },
  }],
  customer_field_values: [{
    kind: "customer",
    record: "row.customer_id",
    label: itsCustomer("row.customer_id"),
    part: { field: "'custom.' || row.field_id", item: null, value: "row.value" },
  }],
  // The note of a merge comes with what it did to the customers.
  customer_merges: [{
    kind: "customer",
    record: "row.survivor_id",
    label: itsCustomer("row.survivor_id"),
    on: ["insert", "update"],
    columns: [],
    of: ["undone_at"],
    acts: { insert: "merged", update: "merge_undone" },
  }],
  merged_customers: [{
    kind: "customer",
    record: "(SELECT survivor_id FROM customer_merges WHERE id = row.merge_id)",
    label: itsCustomer("(SELECT survivor_id FROM customer_merges WHERE id = row.merge_id)"),
    on: ["insert"],
    part: {
      field: "'merged'",
      item: "row.customer_id",
      value: "printf('C-%06d %s', row.customer_id, row.customer ->> '$.fields.name')",
    },
  }],
  duplicate_keys: [{
    kind: "duplicate",
    record: "row.kind || ':' || row.key",
    label: "''",
    on: ["update"],
    columns: ["different"],
  }],
  consultations: [{
    kind: "consultation",
    record: "row.id",
    label: itsCustomer("row.customer_id"),
    // What is being typed for the first time is nobody's record yet. Where it goes with its call, the call says.
    exists: "row.state <> 'draft'",
    columns: ["type", "text", "state", "callback_at"],
  }],
  calls: [{
    kind: "call",
    record: "row.id",
    label: "row.number",
    // The wire makes calls. Only who says whose call it is assigns `match`: a merge moves calls without it.
    on: ["update"],
    columns: ["customer_id", "match"],
    of: ["match"],
  }],
  work: [{
    kind: "work",
    record: "row.id",
    label: WORK,
    // Missed callers come from the wire, and a promise with its consultation.
    on: ["insert"],
    exists: "row.kind = 'task'",
    columns: ["subject", "text", "customer_id", "staff_id", "due_at"],
  }, {
    kind: "work",
    record: "row.id",
    label: WORK,
    on: ["update"],
    columns: ["state", "staff_id", "due_at", "subject", "text"],
    of: ["state", "due_at", "subject"],
  }],
  staff_skills: [{
    kind: "staff",
    record: "row.staff_id",
    label: itsStaff,
    part: {
      field: "'skills'",
      item: "row.skill_id",
      value: "(SELECT name FROM list_words WHERE id = row.skill_id) || ' ' || row.level",
    },
  }],
  attachments: [{
    kind: "attachment",
    record: "row.id",
    label: "row.name",
    exists: "row.size IS NOT NULL AND row.removed_at IS NULL",
    columns: ["name", "size", "customer_id", "call_id", "consultation_id"],
    of: ["size", "removed_at"],
  }],
  campaigns: [{ kind: "campaign", record: "row.id", label: "row.name", except: NOTED }],
  campaign_entries: [{
    kind: "campaign_entry",
    record: "row.id",
    label: "coalesce(nullif(row.name, ''), row.number)",
    // The list comes with the campaign; what somebody brought home is the act.
    on: ["update"],
    columns: ["result", "due_at", "remark"],
    of: ["result_by"],
  }],
  imports: [{
    kind: "import",
    record: "row.id",
    label: "row.file_name",
    // What came of it is told by lib/jobs/import when it has come of it.
    on: ["insert"],
    columns: ["file_name"],
  }],
  staff: [{
    kind: "staff",
    record: "row.id",
    label: "row.name",
    except: [...NOTED, "signed_in_at", "signed_in_from", "dials_from"],
  }],
  sessions: [{
    kind: "staff",
    record: "row.staff_id",
    label: itsStaff,
    row: "hex(row.token_hash)",
    on: ["insert", "delete"],
    columns: ["address", "user_agent"],
    acts: { insert: "signed_in", delete: "session_ended" },
  }],
  extensions: [{
    kind: "extension",
    record: "coalesce(row.line_id || ':', '') || row.number",
    label: "row.label",
    except: ["id"],
  }],
  extension_groups: [{
    kind: "extension_group",
    record: "row.id",
    label: "row.name",
    except: NOTED,
  }],
  extension_group_members: [{
    kind: "extension",
    record:
      "(SELECT coalesce(line_id || ':', '') || number FROM extensions WHERE id = row.extension_id)",
    label: "(SELECT label FROM extensions WHERE id = row.extension_id)",
    part: {
      field: "'groups'",
      item: "row.group_id",
      value: "(SELECT name FROM extension_groups WHERE id = row.group_id)",
    },
  }],
  trunks: [{ kind: "trunk", record: "row.line_id || '/' || row.trunk", label: "row.label" }],
  lines: [{
    kind: "line",
    record: "row.id",
    label: "coalesce(nullif(row.label, ''), row.device)",
    except: NOTED,
  }],
  customer_fields: [{ kind: "field", record: "row.id", label: "row.label", except: NOTED }],
  list_words: [{ kind: "list_word", record: "row.id", label: "row.name", except: NOTED }],
  holidays: [{ kind: "holiday", record: "row.day", label: "row.name" }],
  settings: [{ kind: "setting", record: "row.key", label: "''", except: ["key"] }],
  wall_screens: [{
    kind: "wall_screen",
    record: "row.id",
    label: "row.label",
    except: [...NOTED, "token_hash", "seen_at"],
  }],
};
