-- Reports count by the marks of the call log, so that each figure is what the log shows. What marks cannot say is
-- here: when calls began, were answered and ended, 512 calls a row, 16 bytes each (lib/store/call_log/times.ts).
CREATE TABLE call_times (
  -- the ID of a call by 512
  block    INTEGER PRIMARY KEY,
  -- the earliest start and the latest end, ms since the epoch, UTC; a call that goes on ends in a far future
  first_at INTEGER NOT NULL,
  last_at  INTEGER NOT NULL,
  cells    BLOB NOT NULL
) STRICT;

CREATE INDEX missed_callers_by_first ON missed_callers (first_at, state, reached_by, changed_at);

-- The grade of a customer is a mark on the calls.
CREATE TRIGGER call_log_grade AFTER UPDATE OF grade ON customers WHEN old.grade <> new.grade BEGIN
  INSERT INTO call_changes SELECT id FROM calls WHERE customer_id = new.id ON CONFLICT DO NOTHING;
END;
-- Whether a caller calls for the first time, or again within a day, follows from the call before.
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
-- Calls from before the reports.
INSERT INTO call_changes SELECT id FROM calls WHERE true ON CONFLICT DO NOTHING;
