-- Extensions that belong together, as the phones of one counter. A call keeps its extensions, and asks no group.
CREATE TABLE extension_groups (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE extension_group_members (
  group_id  INTEGER NOT NULL REFERENCES extension_groups (id),
  extension TEXT NOT NULL REFERENCES extensions (number),
  PRIMARY KEY (group_id, extension)
) STRICT, WITHOUT ROWID;
CREATE INDEX extension_group_members_extension ON extension_group_members (extension);
