-- What agents say of themselves. Who has no row is available.
CREATE TABLE presence (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  state    TEXT NOT NULL CHECK (state IN ('available', 'break', 'after_call')),
  reason   TEXT NOT NULL DEFAULT '',
  since    INTEGER NOT NULL
) STRICT;

-- Screens on the wall: each opens by a link of its own, which can be ended.
CREATE TABLE wall_screens (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  -- SHA-256 of the token in the link: the file alone opens nothing
  token_hash BLOB NOT NULL UNIQUE,
  label      TEXT NOT NULL,
  language   TEXT NOT NULL CHECK (language IN ('ko', 'en')),
  created_at INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  -- null while nobody has opened it
  seen_at    INTEGER
) STRICT;

-- Lists of numbers that agents call one after the other.
CREATE TABLE campaigns (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL,
  -- what agents are to say
  script      TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL CHECK (state IN ('running', 'paused', 'ended')),
  -- a number that is busy or does not answer is tried so often, with so much time in between
  most_tries  INTEGER NOT NULL CHECK (most_tries BETWEEN 1 AND 9),
  retry_after INTEGER NOT NULL CHECK (retry_after > 0),
  created_at  INTEGER NOT NULL,
  created_by  INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE TABLE campaign_entries (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
  -- null for a number of a file that is nobody's known
  customer_id INTEGER REFERENCES customers (id) ON DELETE SET NULL,
  number      TEXT NOT NULL,
  normal      TEXT NOT NULL,
  -- as the file names them
  name        TEXT NOT NULL DEFAULT '',
  company     TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'claimed', 'done')),
  -- not to be called before; 0 is at any time
  due_at      INTEGER NOT NULL DEFAULT 0,
  claimed_by  INTEGER REFERENCES staff (id),
  claimed_at  INTEGER,
  -- when the page of the one who has it was heard of last
  kept_at     INTEGER,
  tries       INTEGER NOT NULL DEFAULT 0,
  -- the last one
  result      TEXT CHECK (result IN ('reached', 'no_answer', 'busy', 'later', 'refused', 'do_not_call')),
  result_at   INTEGER,
  result_by   INTEGER REFERENCES staff (id),
  call_id     INTEGER REFERENCES calls (id),
  remark      TEXT NOT NULL DEFAULT '',
  UNIQUE (campaign_id, normal),
  CHECK ((state = 'claimed') = (claimed_by IS NOT NULL)),
  CHECK ((state = 'claimed') = (claimed_at IS NOT NULL)),
  CHECK ((state = 'claimed') = (kept_at IS NOT NULL)),
  CHECK (state <> 'done' OR result IS NOT NULL)
) STRICT;
CREATE INDEX campaign_entries_next ON campaign_entries (campaign_id, due_at, id) WHERE state = 'waiting';
CREATE INDEX campaign_entries_by_result ON campaign_entries (campaign_id, state, result);
CREATE INDEX campaign_entries_by_customer ON campaign_entries (customer_id) WHERE customer_id IS NOT NULL;
-- An agent has one at most, and no number is two agents' at a time, in whichever campaigns.
CREATE UNIQUE INDEX campaign_entries_by_agent ON campaign_entries (claimed_by) WHERE state = 'claimed';
CREATE UNIQUE INDEX campaign_entries_by_number ON campaign_entries (normal) WHERE state = 'claimed';
