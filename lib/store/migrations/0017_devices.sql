-- An extension is a number on a line, or, without a line, that number on every line; a person may have several.
ALTER TABLE extensions RENAME TO extensions_before;
ALTER TABLE extension_group_members RENAME TO extension_group_members_before;

CREATE TABLE extensions (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  -- null: on every line that has no extension of this number itself
  line_id  INTEGER REFERENCES lines (id),
  number   TEXT NOT NULL,
  -- what stands there, and what it is in CSTA's terms: lib/domain has the words
  kind     TEXT NOT NULL DEFAULT 'phone',
  device   TEXT NOT NULL DEFAULT 'telephone',
  label    TEXT NOT NULL DEFAULT '',
  staff_id INTEGER REFERENCES staff (id),
  -- the only address from which its agent may sign in; '' is any
  address  TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO extensions (number, kind, label, staff_id, address)
SELECT number, kind, label, staff_id, address FROM extensions_before ORDER BY number;

CREATE TABLE extension_group_members (
  group_id     INTEGER NOT NULL REFERENCES extension_groups (id),
  extension_id INTEGER NOT NULL REFERENCES extensions (id),
  PRIMARY KEY (group_id, extension_id)
) STRICT, WITHOUT ROWID;
INSERT INTO extension_group_members (group_id, extension_id)
SELECT members.group_id, extensions.id FROM extension_group_members_before AS members
JOIN extensions ON extensions.number = members.extension;

DROP TABLE extension_group_members_before;
DROP TABLE extensions_before;

CREATE UNIQUE INDEX extensions_by_number ON extensions (number, coalesce(line_id, 0));
CREATE INDEX extensions_by_staff ON extensions (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX extension_group_members_by_extension ON extension_group_members (extension_id);

-- From which of their extensions somebody has chosen to dial.
ALTER TABLE staff ADD COLUMN dials_from INTEGER REFERENCES extensions (id) ON DELETE SET NULL;
