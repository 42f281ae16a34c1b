-- Where somebody outside is reached: a telephone, a mail address, a browser that comes back, a name that a site signed.
-- The words stand in lib/domain/contact_point.ts.
CREATE TABLE contact_points (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  kind        TEXT NOT NULL,
  -- as addresses of the kind are compared; a telephone's is calls.normal
  address     TEXT NOT NULL,
  -- who is behind it; null with telephones, which several may share: customer_numbers says whose they are
  customer_id INTEGER REFERENCES customers (id),
  UNIQUE (kind, address),
  CHECK (kind <> 'telephone' OR customer_id IS NULL)
) STRICT;
CREATE INDEX contact_points_by_customer ON contact_points (customer_id) WHERE customer_id IS NOT NULL;

-- What happened with somebody outside, by whatever means, and on which something hangs. A call has its row here from the
-- first thing on that is hung on it: a note, a missed caller. The means stand in lib/domain/interaction.ts.
CREATE TABLE interactions (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  channel          TEXT NOT NULL,
  contact_point_id INTEGER REFERENCES contact_points (id),
  customer_id      INTEGER REFERENCES customers (id),
  call_id          INTEGER REFERENCES calls (id) ON DELETE CASCADE,
  began_at         INTEGER NOT NULL,
  ended_at         INTEGER,
  CHECK ((channel = 'call') = (call_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX interactions_of_calls ON interactions (call_id) WHERE call_id IS NOT NULL;

-- A note hangs on an interaction; its customer and its call are those of the interaction, kept here to be found by.
-- No interaction has the ID 0: a note that names none is refused.
ALTER TABLE consultations ADD COLUMN interaction_id INTEGER NOT NULL DEFAULT 0 REFERENCES interactions (id);

-- In the place of missed_calls: what a missed caller is made of.
CREATE TABLE missed_interactions (
  -- one is missed once, however often its end is told
  interaction_id INTEGER PRIMARY KEY REFERENCES interactions (id) ON DELETE CASCADE,
  missed_id      INTEGER NOT NULL REFERENCES missed_callers (id) ON DELETE CASCADE
) STRICT;

-- each part of calls: only what hangs on one is read, not the calls themselves
INSERT INTO contact_points (kind, address)
SELECT DISTINCT 'telephone', calls.normal
FROM (
  SELECT call_id FROM consultations WHERE call_id >= :from AND call_id < :to
  UNION SELECT call_id FROM missed_calls WHERE call_id >= :from AND call_id < :to
  UNION SELECT last_call_id FROM missed_callers WHERE last_call_id >= :from AND last_call_id < :to
) AS hung CROSS JOIN calls ON calls.id = hung.call_id
WHERE calls.normal IS NOT NULL
ON CONFLICT (kind, address) DO NOTHING;

INSERT INTO interactions (channel, contact_point_id, customer_id, call_id, began_at, ended_at)
SELECT 'call', (SELECT id FROM contact_points WHERE kind = 'telephone' AND address = calls.normal),
  calls.customer_id, calls.id, calls.started_at, calls.ended_at
FROM (
  SELECT call_id FROM consultations WHERE call_id >= :from AND call_id < :to
  UNION SELECT call_id FROM missed_calls WHERE call_id >= :from AND call_id < :to
  UNION SELECT last_call_id FROM missed_callers WHERE last_call_id >= :from AND last_call_id < :to
) AS hung CROSS JOIN calls ON calls.id = hung.call_id
ORDER BY calls.id;

UPDATE consultations SET interaction_id = (SELECT id FROM interactions WHERE call_id = consultations.call_id)
WHERE call_id >= :from AND call_id < :to;

INSERT INTO missed_interactions (interaction_id, missed_id)
SELECT interactions.id, missed_calls.missed_id
FROM missed_calls CROSS JOIN interactions ON interactions.call_id = missed_calls.call_id
WHERE missed_calls.call_id >= :from AND missed_calls.call_id < :to;
-- end of parts

-- Notes without a call: their interactions follow those of the calls, in the order of the notes.
INSERT INTO interactions (id, channel, customer_id, began_at, ended_at)
SELECT (SELECT coalesce(max(id), 0) FROM interactions) + id, 'other', customer_id, created_at, created_at
FROM consultations WHERE call_id IS NULL;
UPDATE consultations
SET interaction_id = id + (SELECT coalesce(max(id), 0) FROM interactions WHERE channel = 'call')
WHERE call_id IS NULL;
-- A merge from before that is undone takes them back with their notes; those of calls follow their calls.
INSERT INTO merge_rows (merge_id, customer_id, place, kind, row)
SELECT moved.merge_id, moved.customer_id, 'interactions.customer_id', 'moved', json_object('id', note.interaction_id)
FROM merge_rows AS moved JOIN consultations AS note ON note.id = moved.row ->> '$.id'
WHERE moved.place = 'consultations.customer_id' AND moved.kind = 'moved' AND note.call_id IS NULL;

CREATE INDEX interactions_by_customer ON interactions (customer_id, call_id, began_at) WHERE customer_id IS NOT NULL;
CREATE INDEX interactions_by_contact ON interactions (contact_point_id, began_at) WHERE contact_point_id IS NOT NULL;
CREATE INDEX consultations_by_interaction ON consultations (interaction_id);
CREATE INDEX missed_interactions_by_caller ON missed_interactions (missed_id, interaction_id);
DROP TABLE missed_calls;

-- What a call learns goes on to its interaction, whoever writes it (an agent who says whose it is, a merge, its undo, the
-- wire); and from there to what hangs on it.
DROP TRIGGER missed_callers_link;
CREATE TRIGGER interactions_call_customer AFTER UPDATE OF customer_id ON calls BEGIN
  UPDATE interactions SET customer_id = new.customer_id WHERE call_id = new.id;
END;
CREATE TRIGGER interactions_call_course AFTER UPDATE OF normal, started_at, ended_at ON calls
WHEN old.normal IS NOT new.normal OR old.started_at <> new.started_at OR old.ended_at IS NOT new.ended_at BEGIN
  INSERT INTO contact_points (kind, address)
  SELECT 'telephone', new.normal FROM interactions WHERE call_id = new.id AND new.normal IS NOT NULL
  ON CONFLICT (kind, address) DO NOTHING;
  UPDATE interactions SET began_at = new.started_at, ended_at = new.ended_at,
    contact_point_id = (SELECT id FROM contact_points WHERE kind = 'telephone' AND address = new.normal)
  WHERE call_id = new.id;
END;
CREATE TRIGGER interactions_customer AFTER UPDATE OF customer_id ON interactions BEGIN
  UPDATE consultations SET customer_id = new.customer_id WHERE interaction_id = new.id;
  UPDATE missed_callers SET customer_id = new.customer_id WHERE last_call_id = new.call_id;
END;
