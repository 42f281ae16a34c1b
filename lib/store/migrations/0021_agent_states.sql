-- What agents said of themselves, and whether they were at a browser: a row from each change to the next, of which the last
-- one of each person goes on. Who has no row is available, and has never been here.
CREATE TABLE agent_states (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id    INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  state       TEXT NOT NULL,
  reason      TEXT NOT NULL DEFAULT '',
  present     INTEGER NOT NULL CHECK (present IN (0, 1)),
  -- the state goes on while the person comes and goes
  state_since INTEGER NOT NULL,
  since       INTEGER NOT NULL,
  until       INTEGER CHECK (until >= since)
) STRICT;
CREATE UNIQUE INDEX agent_states_now ON agent_states (staff_id) WHERE until IS NULL;
CREATE INDEX agent_states_by_end ON agent_states (until);

INSERT INTO agent_states (staff_id, state, reason, present, state_since, since)
SELECT staff_id, CASE state WHEN 'after_call' THEN 'wrap_up' ELSE state END, reason, 0, since, since FROM presence;
DROP TABLE presence;
