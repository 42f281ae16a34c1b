-- How often that changed which says who is signed in, where, and what they may: what is kept in memory of it is void when
-- this has risen. Triggers raise it, so that nobody who writes can forget to, in whichever process. That a browser or a
-- screen was seen, and a sign-in, take nothing from anybody; they are many, and do not count.
CREATE TABLE rights_state (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO rights_state VALUES (1, 0);

CREATE TRIGGER rights_staff_insert AFTER INSERT ON staff BEGIN
  UPDATE rights_state SET version = version + 1;
END;
CREATE TRIGGER rights_staff_update
AFTER UPDATE OF id, login, name, role, language, password_hash, active, created_at, must_change_password, dials_from
ON staff BEGIN
  UPDATE rights_state SET version = version + 1;
END;
CREATE TRIGGER rights_staff_delete AFTER DELETE ON staff BEGIN
  UPDATE rights_state SET version = version + 1;
END;

CREATE TRIGGER rights_extensions_insert AFTER INSERT ON extensions BEGIN
  UPDATE rights_state SET version = version + 1;
END;
CREATE TRIGGER rights_extensions_update AFTER UPDATE ON extensions BEGIN
  UPDATE rights_state SET version = version + 1;
END;
CREATE TRIGGER rights_extensions_delete AFTER DELETE ON extensions BEGIN
  UPDATE rights_state SET version = version + 1;
END;

CREATE TRIGGER rights_sessions_update
AFTER UPDATE OF token_hash, staff_id, created_at, address, user_agent ON sessions BEGIN
  UPDATE rights_state SET version = version + 1;
END;
-- It would end sooner.
CREATE TRIGGER rights_sessions_seen AFTER UPDATE OF seen_at ON sessions WHEN NEW.seen_at < OLD.seen_at BEGIN
  UPDATE rights_state SET version = version + 1;
END;
CREATE TRIGGER rights_sessions_delete AFTER DELETE ON sessions BEGIN
  UPDATE rights_state SET version = version + 1;
END;

CREATE TRIGGER rights_wall_screens_update
AFTER UPDATE OF id, token_hash, label, language, created_at, created_by ON wall_screens BEGIN
  UPDATE rights_state SET version = version + 1;
END;
CREATE TRIGGER rights_wall_screens_delete AFTER DELETE ON wall_screens BEGIN
  UPDATE rights_state SET version = version + 1;
END;
