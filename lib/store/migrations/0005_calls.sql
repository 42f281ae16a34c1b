-- The call log. Every question to it is an intersection of marks; a mark (`missed`, `at:7`, `type:주문`) is a set
-- of calls, a bit each by the call's ID, cut into blocks of 8,192 calls. lib/store/call_log/ explains and keeps it.
CREATE TABLE call_marks (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE call_bits (
  -- mark ID * 2^20 + block: a mark is one range, read in one go
  place INTEGER PRIMARY KEY,
  bits  BLOB NOT NULL
) STRICT;
-- Calls whose start lies before that of an earlier call: the clock was set back in between.
CREATE TABLE call_late (
  call_id    INTEGER PRIMARY KEY,
  started_at INTEGER NOT NULL
) STRICT;
CREATE INDEX call_late_by_start ON call_late (started_at);
-- Calls whose marks are to be looked at again. Written by triggers, whoever changes a call; emptied before the
-- next question.
CREATE TABLE call_changes (
  call_id INTEGER PRIMARY KEY
) STRICT;
-- How far the marks have come: the last call that was marked for the first time, and the latest start so far.
CREATE TABLE call_log_state (
  one          INTEGER PRIMARY KEY CHECK (one = 1),
  last_id      INTEGER NOT NULL,
  newest_start INTEGER NOT NULL
) STRICT;
INSERT INTO call_log_state VALUES (1, 0, 0);

-- Every number that ever called or was called, once: any part of it finds its calls.
CREATE TABLE call_numbers (
  id     INTEGER PRIMARY KEY,
  normal TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE call_number_parts USING fts5 (
  normal, tokenize = 'trigram', content = '', contentless_delete = 1
);
-- First line of the note on a call, to sort by.
CREATE TABLE call_lines (
  call_id INTEGER PRIMARY KEY,
  line    TEXT NOT NULL
) STRICT;
CREATE INDEX call_lines_by_line ON call_lines (line, call_id);
-- The words of the notes on a call as overlapping pairs of letters; the row is the call.
CREATE VIRTUAL TABLE call_words USING fts5 (
  pairs, tokenize = "unicode61 remove_diacritics 0", content = '', contentless_delete = 1
);

CREATE INDEX calls_by_number_id ON calls (normal, id) WHERE normal IS NOT NULL;
CREATE INDEX calls_by_customer_id ON calls (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX call_log_companies ON customers (company, id) WHERE company <> '';

CREATE TRIGGER call_log_insert AFTER INSERT ON calls BEGIN
  INSERT INTO call_changes VALUES (new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER call_log_update
AFTER UPDATE OF state, number, normal, answered_at, ended_at, outcome, extension, customer_id ON calls BEGIN
  INSERT INTO call_changes VALUES (new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER call_log_delete AFTER DELETE ON calls BEGIN
  INSERT INTO call_changes VALUES (old.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER call_log_leg AFTER INSERT ON call_legs BEGIN
  INSERT INTO call_changes VALUES (new.call_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER call_log_note AFTER INSERT ON consultations WHEN new.call_id IS NOT NULL BEGIN
  INSERT INTO call_changes VALUES (new.call_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER call_log_note_update AFTER UPDATE OF call_id, type, text, state ON consultations BEGIN
  INSERT INTO call_changes SELECT old.call_id WHERE old.call_id IS NOT NULL ON CONFLICT DO NOTHING;
  INSERT INTO call_changes SELECT new.call_id WHERE new.call_id IS NOT NULL ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER call_log_note_delete AFTER DELETE ON consultations WHEN old.call_id IS NOT NULL BEGIN
  INSERT INTO call_changes VALUES (old.call_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER call_log_company AFTER UPDATE OF company ON customers
WHEN (old.company = '') <> (new.company = '') BEGIN
  INSERT INTO call_changes SELECT id FROM calls WHERE customer_id = new.id ON CONFLICT DO NOTHING;
END;
-- Calls from before the log.
INSERT INTO call_changes SELECT id FROM calls WHERE true ON CONFLICT DO NOTHING;

-- What a person has chosen for the log.
CREATE TABLE call_filters (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  name     TEXT NOT NULL,
  -- as it stands in the URL behind the question mark
  query    TEXT NOT NULL,
  UNIQUE (staff_id, name)
) STRICT;
CREATE TABLE call_columns (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  -- names by commas
  columns  TEXT NOT NULL
) STRICT;

-- Callers whom nobody answered (부재중), a row each until it is done; the next missed call begins a new row.
CREATE TABLE missed_callers (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  -- null for all whose number is not known: they share a row, and nobody can call them back
  normal       TEXT,
  customer_id  INTEGER REFERENCES customers (id),
  tries        INTEGER NOT NULL,
  first_at     INTEGER NOT NULL,
  last_at      INTEGER NOT NULL,
  last_call_id INTEGER NOT NULL REFERENCES calls (id),
  state        TEXT NOT NULL CHECK (state IN ('open', 'taken', 'done')),
  -- who took it in work, or has done it; null with `done`: the caller was reached, by `reached_by`
  staff_id     INTEGER REFERENCES staff (id),
  reached_by   INTEGER REFERENCES calls (id),
  changed_at   INTEGER NOT NULL,
  CHECK (state <> 'open' OR staff_id IS NULL),
  CHECK (state <> 'taken' OR staff_id IS NOT NULL)
) STRICT;
-- one row per caller at a time
CREATE UNIQUE INDEX missed_callers_waiting ON missed_callers (coalesce(normal, '')) WHERE state <> 'done';
CREATE INDEX missed_callers_by_customer ON missed_callers (customer_id) WHERE state <> 'done';
CREATE INDEX missed_callers_by_last ON missed_callers (last_at, id);
CREATE INDEX missed_callers_by_call ON missed_callers (last_call_id);
CREATE TABLE missed_calls (
  -- a call is missed once, however often its end is told
  call_id   INTEGER PRIMARY KEY REFERENCES calls (id) ON DELETE CASCADE,
  missed_id INTEGER NOT NULL REFERENCES missed_callers (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX missed_calls_by_caller ON missed_calls (missed_id, call_id);
CREATE TRIGGER missed_callers_link AFTER UPDATE OF customer_id ON calls BEGIN
  UPDATE missed_callers SET customer_id = new.customer_id WHERE last_call_id = new.id;
END;
