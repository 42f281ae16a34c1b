-- Asked not to be called: dialling and campaigns ask for it.
ALTER TABLE customers ADD COLUMN do_not_call INTEGER NOT NULL DEFAULT 0 CHECK (do_not_call IN (0, 1));
-- `2026-11-21`, or '' where it is not known
ALTER TABLE customers ADD COLUMN birthday TEXT NOT NULL DEFAULT '' CHECK (length(birthday) IN (0, 10));
-- whose customer it is
ALTER TABLE customers ADD COLUMN owner_id INTEGER REFERENCES staff (id);

-- What an administrator wants to know about customers besides.
CREATE TABLE customer_fields (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  label      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice', 'yes_no')),
  -- what can be chosen, a JSON array of texts; empty for the other kinds
  choices    TEXT NOT NULL DEFAULT '[]',
  required   INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
  position   INTEGER NOT NULL,
  -- taken out of the forms; the values stay
  retired_at INTEGER
) STRICT;
CREATE UNIQUE INDEX customer_fields_by_label ON customer_fields (label) WHERE retired_at IS NULL;

-- Values as text whatever the kind: '12.5', '2026-11-21', 'yes' or 'no'. No row is "nothing".
CREATE TABLE customer_field_values (
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  field_id    INTEGER NOT NULL REFERENCES customer_fields (id),
  value       TEXT NOT NULL CHECK (value <> ''),
  PRIMARY KEY (customer_id, field_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_field_values_by_field ON customer_field_values (field_id);

ALTER TABLE consultations ADD COLUMN changed_by INTEGER REFERENCES staff (id);
-- The version as it was last saved on purpose; higher ones are what somebody is typing into it. Null while
-- it has never been more than a draft.
ALTER TABLE consultations ADD COLUMN settled_version INTEGER;
-- when its agent put the reminder of a call-back away
ALTER TABLE consultations ADD COLUMN reminder_seen_at INTEGER;
CREATE INDEX consultations_to_remind ON consultations (callback_at)
WHERE state = 'callback' AND reminder_seen_at IS NULL;

-- What stood in a consultation before it was corrected.
CREATE TABLE consultation_revisions (
  consultation_id INTEGER NOT NULL REFERENCES consultations (id) ON DELETE CASCADE,
  version         INTEGER NOT NULL,
  type            TEXT NOT NULL,
  text            TEXT NOT NULL,
  state           TEXT NOT NULL,
  callback_at     INTEGER,
  -- when and by whom it was written
  changed_at      INTEGER NOT NULL,
  changed_by      INTEGER REFERENCES staff (id),
  PRIMARY KEY (consultation_id, version)
) STRICT, WITHOUT ROWID;

-- A file belongs to a customer, to a call, or to a consultation without a call: it goes where that goes.
CREATE TABLE attachments (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id     INTEGER REFERENCES customers (id) ON DELETE CASCADE,
  call_id         INTEGER REFERENCES calls (id),
  consultation_id INTEGER REFERENCES consultations (id),
  name            TEXT NOT NULL,
  -- what the content is, as lib/domain/file_type.ts found, whatever the name says
  type            TEXT NOT NULL,
  -- bytes; null until all of them are there
  size            INTEGER,
  sha256          BLOB,
  created_at      INTEGER NOT NULL,
  created_by      INTEGER REFERENCES staff (id),
  removed_at      INTEGER,
  removed_by      INTEGER REFERENCES staff (id),
  CHECK ((customer_id IS NOT NULL) + (call_id IS NOT NULL) + (consultation_id IS NOT NULL) = 1),
  CHECK ((size IS NULL) = (sha256 IS NULL))
) STRICT;
CREATE INDEX attachments_by_customer ON attachments (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX attachments_by_call ON attachments (call_id) WHERE call_id IS NOT NULL;
CREATE INDEX attachments_by_consultation ON attachments (consultation_id) WHERE consultation_id IS NOT NULL;
CREATE INDEX attachments_to_purge ON attachments (removed_at) WHERE size IS NULL OR removed_at IS NOT NULL;

CREATE TABLE attachment_chunks (
  attachment_id INTEGER NOT NULL,
  position      INTEGER NOT NULL,
  bytes         BLOB NOT NULL,
  PRIMARY KEY (attachment_id, position)
) STRICT;

-- Files that are gone and whose pieces are not yet: these are deleted a few at a time.
CREATE TABLE attachment_leftovers (
  attachment_id INTEGER PRIMARY KEY
) STRICT;
CREATE TRIGGER attachments_delete AFTER DELETE ON attachments BEGIN
  INSERT INTO attachment_leftovers (attachment_id) VALUES (OLD.id) ON CONFLICT DO NOTHING;
END;
