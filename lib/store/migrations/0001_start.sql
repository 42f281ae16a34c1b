-- Times are milliseconds since the epoch, UTC. Texts are never null: '' is "nothing".

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lines (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  label   TEXT NOT NULL DEFAULT '',
  device  TEXT NOT NULL UNIQUE,
  -- a built-in dialect's name, or a whole dialect as JSON
  dialect TEXT NOT NULL,
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1))
) STRICT;

CREATE TABLE trunks (
  line_id INTEGER NOT NULL REFERENCES lines (id) ON DELETE CASCADE,
  trunk   TEXT NOT NULL,
  label   TEXT NOT NULL DEFAULT '',
  number  TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (line_id, trunk)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  login         TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name          TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('agent', 'supervisor', 'admin')),
  language      TEXT NOT NULL DEFAULT 'ko' CHECK (language IN ('ko', 'en')),
  password_hash TEXT NOT NULL,
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE extensions (
  number   TEXT PRIMARY KEY,
  kind     TEXT NOT NULL DEFAULT 'phone' CHECK (kind IN ('operator', 'phone', 'phone_fax')),
  label    TEXT NOT NULL DEFAULT '',
  -- at most one agent each, and an agent has at most one
  staff_id INTEGER UNIQUE REFERENCES staff (id)
) STRICT, WITHOUT ROWID;

INSERT INTO extensions (number, kind)
WITH RECURSIVE n (i) AS (SELECT 200 UNION ALL SELECT i + 1 FROM n WHERE i < 215)
SELECT CAST(i AS TEXT), CASE i WHEN 200 THEN 'operator' WHEN 207 THEN 'phone_fax' ELSE 'phone' END FROM n;

CREATE TABLE sessions (
  -- SHA-256 of the cookie's token: the file alone lets nobody in
  token_hash BLOB PRIMARY KEY,
  staff_id   INTEGER NOT NULL REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,
  address    TEXT NOT NULL,
  user_agent TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_staff ON sessions (staff_id);

CREATE TABLE customers (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL,
  company    TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  email      TEXT NOT NULL DEFAULT '',
  address    TEXT NOT NULL DEFAULT '',
  grade      TEXT NOT NULL DEFAULT '',
  memo       TEXT NOT NULL DEFAULT '',
  warning    TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  created_by INTEGER REFERENCES staff (id),
  changed_at INTEGER NOT NULL,
  changed_by INTEGER REFERENCES staff (id),
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX customers_by_name ON customers (name, id);
CREATE INDEX customers_by_change ON customers (changed_at, id);

CREATE TABLE customer_numbers (
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  -- 0 is the main number
  position    INTEGER NOT NULL,
  number      TEXT NOT NULL,
  normal      TEXT NOT NULL,
  label       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (customer_id, position),
  UNIQUE (customer_id, normal)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_numbers_by_normal ON customer_numbers (normal, customer_id);
CREATE INDEX customer_numbers_by_last4 ON customer_numbers (substr(normal, -4), customer_id);

-- Which of several customers an agent chose for a number: offered first next time, never taken for a fact.
CREATE TABLE number_choices (
  normal      TEXT PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  chosen_at   INTEGER NOT NULL,
  chosen_by   INTEGER REFERENCES staff (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE calls (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id     INTEGER NOT NULL REFERENCES lines (id),
  trunk       TEXT NOT NULL,
  direction   TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  state       TEXT NOT NULL CHECK (state IN ('ringing', 'talking', 'dialling', 'ended')),
  number      TEXT,
  -- the number's normal form, null with it
  normal      TEXT,
  reason      TEXT CHECK (reason IN ('withheld', 'unavailable', 'payphone')),
  started_at  INTEGER NOT NULL,
  answered_at INTEGER,
  ended_at    INTEGER,
  heard_at    INTEGER NOT NULL,
  outcome     TEXT CHECK (outcome IN ('answered', 'missed', 'outbound')),
  extension   TEXT,
  -- extensions that ring now, a JSON array
  ringing     TEXT NOT NULL DEFAULT '[]',
  customer_id INTEGER REFERENCES customers (id),
  match       TEXT CHECK (match IN ('number', 'chosen')),
  CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
  CHECK ((state = 'ended') = (outcome IS NOT NULL)),
  CHECK ((customer_id IS NULL) = (match IS NULL)),
  CHECK (answered_at IS NULL OR answered_at >= started_at),
  CHECK (ended_at IS NULL OR ended_at >= coalesce(answered_at, started_at))
) STRICT;
-- one call on a trunk at a time, whatever happens
CREATE UNIQUE INDEX calls_live ON calls (line_id, trunk) WHERE ended_at IS NULL;
CREATE INDEX calls_by_start ON calls (started_at, id);
CREATE INDEX calls_by_normal ON calls (normal, started_at) WHERE normal IS NOT NULL;
CREATE INDEX calls_by_customer ON calls (customer_id, started_at) WHERE customer_id IS NOT NULL;

CREATE TABLE call_legs (
  call_id   INTEGER NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('rang', 'answered', 'dialled')),
  extension TEXT NOT NULL,
  at        INTEGER NOT NULL,
  -- whose extension it was at that moment
  staff_id  INTEGER REFERENCES staff (id),
  PRIMARY KEY (call_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX call_legs_by_extension ON call_legs (extension, at);

CREATE TABLE consultation_types (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;
INSERT INTO consultation_types (name, position) VALUES
  ('주문', 1), ('문의', 2), ('배송', 3), ('교환·반품', 4), ('불만', 5), ('결제', 6), ('기타', 7);

CREATE TABLE consultations (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  call_id     INTEGER REFERENCES calls (id),
  customer_id INTEGER REFERENCES customers (id),
  staff_id    INTEGER NOT NULL REFERENCES staff (id),
  type        TEXT NOT NULL DEFAULT '',
  text        TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL CHECK (state IN ('draft', 'open', 'done', 'callback')),
  callback_at INTEGER,
  created_at  INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  CHECK ((state = 'callback') = (callback_at IS NOT NULL) OR state = 'draft')
) STRICT;
-- one note per agent and call
CREATE UNIQUE INDEX consultations_by_call ON consultations (call_id, staff_id) WHERE call_id IS NOT NULL;
CREATE INDEX consultations_by_customer ON consultations (customer_id, created_at) WHERE customer_id IS NOT NULL;
CREATE INDEX consultations_unfinished ON consultations (staff_id, state) WHERE state <> 'done';

CREATE TABLE raw_frames (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id INTEGER NOT NULL REFERENCES lines (id),
  at      INTEGER NOT NULL,
  bytes   BLOB NOT NULL,
  result  TEXT NOT NULL CHECK (result IN ('accepted', 'ignored', 'rejected')),
  -- why it was ignored or rejected
  remark  TEXT NOT NULL DEFAULT '',
  call_id INTEGER REFERENCES calls (id)
) STRICT;
CREATE INDEX raw_frames_by_time ON raw_frames (at);
CREATE INDEX raw_frames_by_call ON raw_frames (call_id) WHERE call_id IS NOT NULL;
