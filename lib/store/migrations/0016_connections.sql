-- A call is what its switch calls one, and no trunk: it has an ID of its switch, maybe a trunk, and a connection for each
-- device that takes part. The words for states, kinds and causes stand in lib/domain/call.ts alone: a new word makes no
-- table anew.
CREATE TABLE connections (
  call_id    INTEGER NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  device     TEXT NOT NULL,
  kind       TEXT NOT NULL,
  state      TEXT NOT NULL,
  -- of the state
  since      INTEGER NOT NULL,
  began_at   INTEGER NOT NULL,
  rang_at    INTEGER,
  -- where it took the line to call somebody
  dialled_at INTEGER,
  joined_at  INTEGER,
  held_ms    INTEGER NOT NULL DEFAULT 0,
  left_at    INTEGER,
  cause      TEXT,
  -- whose device it was when the connection began
  staff_id   INTEGER REFERENCES staff (id),
  PRIMARY KEY (call_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE calls_next (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id      INTEGER NOT NULL REFERENCES lines (id),
  -- the switch's own ID of the call
  switch_call  TEXT NOT NULL,
  trunk        TEXT,
  direction    TEXT NOT NULL,
  state        TEXT NOT NULL,
  number       TEXT,
  -- the number's normal form, null with it
  normal       TEXT,
  reason       TEXT,
  -- the number of ours that was called
  called       TEXT,
  queue        TEXT,
  started_at   INTEGER NOT NULL,
  answered_at  INTEGER,
  ended_at     INTEGER,
  heard_at     INTEGER NOT NULL,
  outcome      TEXT,
  cause        TEXT,
  extension    TEXT,
  -- the call for which this one asks somebody of the office
  consults_for INTEGER REFERENCES calls (id),
  customer_id  INTEGER REFERENCES customers (id),
  match        TEXT,
  CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  CHECK ((customer_id IS NULL) = (match IS NULL)),
  CHECK (answered_at IS NULL OR answered_at >= started_at),
  CHECK (ended_at IS NULL OR ended_at >= coalesce(answered_at, started_at))
) STRICT;

-- each part of calls: from :from, below :to
INSERT INTO calls_next (id, line_id, switch_call, trunk, direction, state, number, normal, reason, started_at,
  answered_at, ended_at, heard_at, outcome, extension, customer_id, match)
SELECT id, line_id, trunk || '-' || id, trunk, direction, state, number, normal, reason, started_at,
  answered_at, ended_at, heard_at, outcome, extension, customer_id, match
FROM calls WHERE id >= :from AND id < :to;

-- A leg was a moment: a ring, an answer, a seizure. An answer takes up the last ring at its extension, unless another one
-- has answered in between, and ends the other connections. A ring that comes again ends the one before.
INSERT INTO connections (call_id, position, device, kind, state, since, began_at, rang_at, dialled_at, joined_at,
  left_at, cause, staff_id)
WITH legs AS MATERIALIZED (
  SELECT leg.call_id, leg.position, leg.kind, leg.extension, leg.at, leg.staff_id,
    -- how many have answered up to this moment
    count(*) FILTER (WHERE leg.kind = 'answered') OVER until_now AS answers
  FROM call_legs AS leg
  WHERE leg.call_id >= :from AND leg.call_id < :to
  WINDOW until_now AS (PARTITION BY leg.call_id ORDER BY leg.position)
), pairs AS MATERIALIZED (
  SELECT legs.*,
    lead(kind) OVER own AS next_kind, lead(answers) OVER own AS next_answers, lead(at) OVER own AS next_at,
    lag(kind) OVER own AS last_kind, lag(answers) OVER own AS last_answers
  FROM legs WINDOW own AS (PARTITION BY call_id, extension ORDER BY position)
), begun AS (
  SELECT call_id, position, kind, extension, at, staff_id,
    CASE WHEN kind <> 'rang' THEN at WHEN next_kind = 'answered' AND next_answers = answers + 1 THEN next_at END
      AS joined_at,
    -- the answer that ends it: the one behind its own
    answers + iif(kind = 'rang' AND next_kind = 'answered' AND next_answers = answers + 1, 2, 1) AS ended_by,
    iif(kind = 'rang' AND next_kind = 'rang' AND next_answers = answers, next_at, NULL) AS rang_again_at
  FROM pairs
  WHERE NOT (kind = 'answered' AND coalesce(last_kind, '') = 'rang' AND last_answers = answers - 1)
), answers AS (
  SELECT call_id, answers AS nth, at FROM legs WHERE kind = 'answered'
)
SELECT begun.call_id, row_number() OVER (PARTITION BY begun.call_id ORDER BY begun.position) - 1,
  begun.extension, 'telephone',
  CASE
    WHEN calls.ended_at IS NOT NULL OR answers.at IS NOT NULL OR begun.rang_again_at IS NOT NULL THEN 'null'
    WHEN begun.joined_at IS NOT NULL THEN 'connected'
    WHEN calls.ringing LIKE '%"' || begun.extension || '"%' THEN 'alerting'
    ELSE 'null'
  END,
  coalesce(begun.rang_again_at, answers.at, calls.ended_at, begun.joined_at, begun.at), begun.at,
  iif(begun.kind = 'rang', begun.at, NULL), iif(begun.kind = 'dialled', begun.at, NULL), begun.joined_at,
  CASE
    WHEN begun.rang_again_at IS NOT NULL THEN begun.rang_again_at
    WHEN calls.ended_at IS NOT NULL OR answers.at IS NOT NULL THEN coalesce(answers.at, calls.ended_at)
    WHEN begun.joined_at IS NULL AND calls.ringing NOT LIKE '%"' || begun.extension || '"%' THEN begun.at
  END,
  CASE
    WHEN answers.at IS NULL OR begun.rang_again_at IS NOT NULL THEN NULL
    WHEN begun.joined_at IS NULL THEN 'answered_elsewhere'
    ELSE 'transferred'
  END,
  begun.staff_id
FROM begun JOIN calls ON calls.id = begun.call_id
LEFT JOIN answers ON answers.call_id = begun.call_id AND answers.nth = begun.ended_by;
-- end of parts

CREATE INDEX connections_by_device ON connections (device, began_at);
DROP TABLE call_legs;

-- The ID of a call that is gone is not used again.
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'calls') WHERE name = 'calls_next'
  AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'calls');
INSERT INTO sqlite_sequence (name, seq) SELECT 'calls_next', seq FROM sqlite_sequence
WHERE name = 'calls' AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'calls_next');
DROP TABLE calls;
-- References to calls are by name and stay as they are.
PRAGMA legacy_alter_table = ON;
ALTER TABLE calls_next RENAME TO calls;
PRAGMA legacy_alter_table = OFF;

-- one call of an ID at a time, whatever happens
CREATE UNIQUE INDEX calls_live ON calls (line_id, switch_call) WHERE ended_at IS NULL;
CREATE INDEX calls_consulting ON calls (consults_for) WHERE consults_for IS NOT NULL;

-- As they were: SQLite drops them with the table.
CREATE INDEX calls_by_start ON calls (started_at, id);
CREATE INDEX calls_by_normal ON calls (normal, started_at) WHERE normal IS NOT NULL;
CREATE INDEX calls_by_customer ON calls (customer_id, started_at) WHERE customer_id IS NOT NULL;
CREATE TRIGGER calls_search_insert AFTER INSERT ON calls WHEN NEW.customer_id IS NOT NULL BEGIN
  INSERT INTO search_queue (customer_id, contacted) VALUES (NEW.customer_id, 1)
  ON CONFLICT (customer_id) DO UPDATE SET contacted = 1;
END;
CREATE TRIGGER calls_search_update AFTER UPDATE OF customer_id ON calls
WHEN NEW.customer_id IS NOT NULL AND NEW.customer_id IS NOT OLD.customer_id BEGIN
  INSERT INTO search_queue (customer_id, contacted) VALUES (NEW.customer_id, 1)
  ON CONFLICT (customer_id) DO UPDATE SET contacted = 1;
END;
CREATE INDEX calls_by_number_id ON calls (normal, id) WHERE normal IS NOT NULL;
CREATE INDEX calls_by_customer_id ON calls (customer_id, id) WHERE customer_id IS NOT NULL;
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
CREATE TRIGGER missed_callers_link AFTER UPDATE OF customer_id ON calls BEGIN
  UPDATE missed_callers SET customer_id = new.customer_id WHERE last_call_id = new.id;
END;
CREATE TRIGGER call_log_next_call AFTER UPDATE OF normal, started_at ON calls
WHEN old.normal IS NOT new.normal OR old.started_at <> new.started_at BEGIN
  INSERT INTO call_changes VALUES (new.id) ON CONFLICT DO NOTHING;
  INSERT INTO call_changes SELECT id FROM calls
  WHERE normal = old.normal AND id > new.id AND direction = 'in' ORDER BY id LIMIT 1
  ON CONFLICT DO NOTHING;
  INSERT INTO call_changes SELECT id FROM calls
  WHERE normal = new.normal AND id > new.id AND direction = 'in' ORDER BY id LIMIT 1
  ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER call_log_call_gone AFTER DELETE ON calls WHEN old.normal IS NOT NULL BEGIN
  INSERT INTO call_changes SELECT id FROM calls
  WHERE normal = old.normal AND id > old.id AND direction = 'in' ORDER BY id LIMIT 1
  ON CONFLICT DO NOTHING;
END;

-- Marks are made of who took part, too.
CREATE TRIGGER call_log_connection AFTER INSERT ON connections BEGIN
  INSERT INTO call_changes VALUES (new.call_id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER call_log_joined AFTER UPDATE OF joined_at ON connections BEGIN
  INSERT INTO call_changes VALUES (new.call_id) ON CONFLICT DO NOTHING;
END;
