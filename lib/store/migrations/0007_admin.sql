-- Staff and extensions.

-- A password that an administrator gave is changed by its owner at the next sign-in.
ALTER TABLE staff ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0
  CHECK (must_change_password IN (0, 1));
-- The browser at which this person signed in last; kept when the session is over.
ALTER TABLE staff ADD COLUMN signed_in_at INTEGER;
ALTER TABLE staff ADD COLUMN signed_in_from TEXT NOT NULL DEFAULT '';

-- The only address from which the extension's agent may sign in; '' is any.
ALTER TABLE extensions ADD COLUMN address TEXT NOT NULL DEFAULT '';

-- The line monitor asks for the newest frames of one line.
CREATE INDEX raw_frames_by_line ON raw_frames (line_id, id);
