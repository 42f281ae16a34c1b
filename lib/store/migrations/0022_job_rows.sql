-- What takes long and is done beside the pages: written with the page that starts it, so that nothing wanted is forgotten by
-- a power cut. Kinds, lanes and states are words of TypeScript.
CREATE TABLE jobs (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL,
  lane       TEXT NOT NULL,
  -- what it is about, as `import:17`
  subject    TEXT NOT NULL,
  -- JSON: what the job needs to know; no secrets
  input      TEXT NOT NULL,
  -- JSON: who wants it, as the audit will say
  actor      TEXT NOT NULL,
  state      TEXT NOT NULL DEFAULT 'waiting',
  attempts   INTEGER NOT NULL DEFAULT 0,
  -- it does not begin before
  next_at    INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at   INTEGER,
  -- as far as the last attempt came
  done       INTEGER NOT NULL DEFAULT 0,
  total      INTEGER,
  -- JSON: a code and a number; empty where nothing failed
  failure    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX jobs_unfinished ON jobs (lane, state, next_at) WHERE ended_at IS NULL;
CREATE INDEX jobs_by_subject ON jobs (subject, id);
CREATE INDEX jobs_by_end ON jobs (ended_at);
