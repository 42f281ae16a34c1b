-- Whatever somebody must do, in one list: a caller to be called back, a promised call, a task; mail and chat later. What the
-- kinds and states are called stands in lib/domain/work.ts.
CREATE TABLE work (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  kind             TEXT NOT NULL,
  state            TEXT NOT NULL,
  -- what a task says; what a promise is about stands in its consultation
  subject          TEXT NOT NULL DEFAULT '',
  text             TEXT NOT NULL DEFAULT '',
  -- what it came of; of a missed caller the last try
  interaction_id   INTEGER REFERENCES interactions (id),
  -- the note in which a call was promised: its state and its time follow this row
  consultation_id  INTEGER REFERENCES consultations (id),
  -- where somebody is reached; null where nobody knows
  contact_point_id INTEGER REFERENCES contact_points (id),
  customer_id      INTEGER REFERENCES customers (id),
  -- who has it, or has done it; null where it waits for anybody, and where it came to its end by itself
  staff_id         INTEGER REFERENCES staff (id),
  wait_from        INTEGER NOT NULL,
  -- nothing can be done before
  not_before       INTEGER,
  -- counted once, when it begins to wait: the order of the list
  due_at           INTEGER NOT NULL,
  -- null while it is open
  done_at          INTEGER,
  -- when whoever has it put its reminder away
  reminder_seen_at INTEGER,
  created_by       INTEGER REFERENCES staff (id),
  -- grows with every change that somebody makes: who has seen an older one is told
  version          INTEGER NOT NULL DEFAULT 1
) STRICT;

-- What more there is to a missed caller.
CREATE TABLE missed_work (
  work_id    INTEGER PRIMARY KEY REFERENCES work (id) ON DELETE CASCADE,
  tries      INTEGER NOT NULL,
  first_at   INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  -- the call by which they were reached
  reached_by INTEGER REFERENCES calls (id)
) STRICT;

-- Everything that happened with somebody outside and belongs to a piece of work: the tries of a missed caller.
CREATE TABLE work_interactions (
  interaction_id INTEGER NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  work_id        INTEGER NOT NULL REFERENCES work (id) ON DELETE CASCADE,
  PRIMARY KEY (interaction_id, work_id)
) STRICT, WITHOUT ROWID;

-- What became of it, step by step. Rows are only added.
CREATE TABLE work_steps (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  work_id     INTEGER NOT NULL REFERENCES work (id) ON DELETE CASCADE,
  at          INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  -- whoever did it; null for the program
  staff_id    INTEGER REFERENCES staff (id),
  -- null with the first one
  from_state  TEXT,
  to_state    TEXT NOT NULL,
  -- who had it afterwards
  holder_id   INTEGER REFERENCES staff (id),
  -- since it began to wait: by the clock, and of it within the office's hours (null from before there were steps)
  waited_ms   INTEGER NOT NULL,
  office_ms   INTEGER
) STRICT;

-- How well somebody can do what: skills are words of a list.
CREATE TABLE staff_skills (
  staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  skill_id INTEGER NOT NULL REFERENCES list_words (id) ON DELETE CASCADE,
  level    INTEGER NOT NULL,
  PRIMARY KEY (staff_id, skill_id)
) STRICT, WITHOUT ROWID;

-- The lists stand in lib/domain/list_word.ts: a new one rebuilds no table any more.
CREATE TABLE list_words_anew (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  list     TEXT NOT NULL,
  name     TEXT NOT NULL,
  position INTEGER NOT NULL,
  retired  INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  UNIQUE (list, name)
) STRICT;
INSERT INTO list_words_anew SELECT id, list, name, position, retired FROM list_words;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'list_words') WHERE name = 'list_words_anew';
DROP TABLE list_words;
ALTER TABLE list_words_anew RENAME TO list_words;

-- Their calls may have learned another number since.
INSERT INTO contact_points (kind, address)
SELECT DISTINCT 'telephone', normal FROM missed_callers WHERE normal IS NOT NULL
ON CONFLICT (kind, address) DO NOTHING;

-- each part of missed_callers: they keep their IDs
INSERT INTO work (id, kind, state, interaction_id, contact_point_id, customer_id, staff_id, wait_from, due_at, done_at)
SELECT missed.id, 'missed', CASE missed.state WHEN 'open' THEN 'waiting' WHEN 'taken' THEN 'held' ELSE 'done' END,
  (SELECT id FROM interactions WHERE call_id = missed.last_call_id),
  (SELECT id FROM contact_points WHERE kind = 'telephone' AND address = missed.normal),
  missed.customer_id, missed.staff_id, missed.first_at, missed.first_at + 1800000,
  CASE missed.state WHEN 'done' THEN missed.changed_at END
FROM missed_callers AS missed WHERE missed.id >= :from AND missed.id < :to;

INSERT INTO missed_work (work_id, tries, first_at, last_at, reached_by)
SELECT id, tries, first_at, last_at, reached_by FROM missed_callers WHERE id >= :from AND id < :to;

INSERT INTO work_interactions (interaction_id, work_id)
SELECT interaction_id, missed_id FROM missed_interactions WHERE missed_id >= :from AND missed_id < :to;

INSERT INTO work_steps (work_id, at, kind, from_state, to_state, waited_ms)
SELECT id, first_at, 'created', NULL, 'waiting', 0 FROM missed_callers WHERE id >= :from AND id < :to;

INSERT INTO work_steps (work_id, at, kind, staff_id, from_state, to_state, holder_id, waited_ms)
SELECT id, changed_at, CASE WHEN state = 'taken' THEN 'taken' WHEN reached_by IS NULL THEN 'finished' ELSE 'reached' END,
  staff_id, 'waiting', CASE state WHEN 'taken' THEN 'held' ELSE 'done' END, staff_id, max(0, changed_at - first_at)
FROM missed_callers WHERE id >= :from AND id < :to AND state <> 'open';
-- end of parts

DROP TRIGGER interactions_customer;
DROP TABLE missed_interactions;
DROP TABLE missed_callers;

-- Calls that were promised and are open.
INSERT INTO work (kind, state, interaction_id, consultation_id, contact_point_id, customer_id, staff_id, wait_from,
  not_before, due_at, reminder_seen_at, created_by)
SELECT 'callback', 'held', note.interaction_id, note.id, made.contact_point_id, note.customer_id, note.staff_id,
  note.changed_at, note.callback_at, note.callback_at, note.reminder_seen_at, coalesce(note.changed_by, note.staff_id)
FROM consultations AS note JOIN interactions AS made ON made.id = note.interaction_id
WHERE note.state = 'callback' ORDER BY note.id;
INSERT INTO work_interactions (interaction_id, work_id)
SELECT interaction_id, id FROM work WHERE kind = 'callback';
INSERT INTO work_steps (work_id, at, kind, staff_id, to_state, holder_id, waited_ms)
SELECT id, wait_from, 'created', created_by, 'held', staff_id, 0 FROM work WHERE kind = 'callback';
DROP INDEX consultations_to_remind;
ALTER TABLE consultations DROP COLUMN reminder_seen_at;

-- A merge from before that is undone takes its missed callers back.
UPDATE merge_rows SET place = 'work.customer_id' WHERE place = 'missed_callers.customer_id';
UPDATE events SET kind = 'work' WHERE kind = 'missed';

CREATE INDEX work_by_due ON work (due_at, id) WHERE done_at IS NULL;
CREATE INDEX work_of_staff ON work (staff_id, not_before) WHERE done_at IS NULL;
CREATE INDEX work_by_done ON work (done_at, id) WHERE done_at IS NOT NULL;
CREATE INDEX work_by_customer ON work (customer_id, due_at) WHERE customer_id IS NOT NULL;
CREATE INDEX work_by_interaction ON work (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX work_by_consultation ON work (consultation_id) WHERE consultation_id IS NOT NULL;
CREATE INDEX work_to_remind ON work (due_at, staff_id)
WHERE done_at IS NULL AND reminder_seen_at IS NULL AND kind <> 'missed';
-- one row a caller, and one a promise, at a time
CREATE UNIQUE INDEX work_missed ON work (coalesce(contact_point_id, 0)) WHERE kind = 'missed' AND done_at IS NULL;
CREATE UNIQUE INDEX work_promised ON work (consultation_id) WHERE kind = 'callback' AND done_at IS NULL;
CREATE INDEX missed_work_by_first ON missed_work (first_at, reached_by);
CREATE INDEX work_interactions_by_work ON work_interactions (work_id, interaction_id);
CREATE INDEX work_steps_by_work ON work_steps (work_id, at);
CREATE INDEX work_steps_by_time ON work_steps (at, kind);

CREATE TRIGGER work_steps_stay BEFORE UPDATE ON work_steps BEGIN
  SELECT RAISE(ABORT, 'a step of work stays as it is');
END;
CREATE TRIGGER interactions_customer AFTER UPDATE OF customer_id ON interactions BEGIN
  UPDATE consultations SET customer_id = new.customer_id WHERE interaction_id = new.id;
  UPDATE work SET customer_id = new.customer_id WHERE interaction_id = new.id;
END;
