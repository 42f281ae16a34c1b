-- What has happened that others are told of, each row written in the transaction of the change itself. Readers go on by
-- `seq`. The newest row is never removed: so no number comes twice, without a counter beside the table, and there is
-- always one by which a reader's place is known to be of this database.
CREATE TABLE events (
  seq      INTEGER PRIMARY KEY,
  -- When it was stored, ms since the epoch, UTC.
  at       INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  -- The record's ID; empty for several of the kind.
  subject  TEXT NOT NULL,
  -- Who of the staff did it; null for nobody of them.
  actor    INTEGER,
  -- The permission of those who may hear of it; null where the kind itself says who.
  audience TEXT,
  -- What the record's row will not say any more when somebody reads this, as JSON. No names, no numbers of callers.
  data     TEXT
) STRICT;
INSERT INTO events (at, kind, subject) VALUES (CAST(unixepoch('subsec') * 1000 AS INTEGER), 'begun', '');
