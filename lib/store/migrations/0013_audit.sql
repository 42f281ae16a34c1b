-- Who did what to which record, when and from where. Written by lib/store/audit/, in the transaction of the change.
CREATE TABLE audit (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  at       INTEGER NOT NULL,
  actor    TEXT NOT NULL CHECK (actor IN ('staff', 'console', 'program', 'stranger')),
  -- no reference: a restored database may not know who restored it
  staff_id INTEGER,
  -- as they were called at that moment
  name     TEXT NOT NULL,
  address  TEXT NOT NULL,
  act      TEXT NOT NULL,
  kind     TEXT NOT NULL,
  record   TEXT NOT NULL,
  label    TEXT NOT NULL,
  -- the changed fields, JSON objects
  before   TEXT NOT NULL,
  after    TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_staff ON audit (staff_id, id) WHERE staff_id IS NOT NULL;
CREATE INDEX audit_by_actor ON audit (actor, id) WHERE staff_id IS NULL;
CREATE INDEX audit_by_act ON audit (act, id);
CREATE INDEX audit_by_record ON audit (kind, record, id);
CREATE INDEX audit_by_kind ON audit (kind, id);
-- What an entry says, as pairs of letters; the row is the entry.
CREATE VIRTUAL TABLE audit_words USING fts5 (
  pairs, tokenize = "unicode61 remove_diacritics 0", content = '', contentless_delete = 1, detail = none
);

-- Who did what is never put differently afterwards; a correction that is still being typed may go on.
CREATE TRIGGER audit_stays
BEFORE UPDATE OF id, at, actor, staff_id, name, address, act, kind, record, label ON audit BEGIN
  SELECT raise(ABORT, 'an entry of the audit is not changed');
END;

-- From where each person has signed in. One that they have not seen yet is shown to them.
CREATE TABLE staff_addresses (
  staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  address  TEXT NOT NULL,
  first_at INTEGER NOT NULL,
  last_at  INTEGER NOT NULL,
  -- null: a new one, which the person has not said to be theirs
  known_at INTEGER,
  PRIMARY KEY (staff_id, address)
) STRICT, WITHOUT ROWID;
INSERT INTO staff_addresses (staff_id, address, first_at, last_at, known_at)
SELECT id, signed_in_from, signed_in_at, signed_in_at, signed_in_at FROM staff WHERE signed_in_at IS NOT NULL;
