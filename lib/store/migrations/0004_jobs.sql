-- One import of a file, from its upload to its end. Its customers are seen in every state but 'writing' and
-- 'removing': one flag shows or hides all of them at once.
CREATE TABLE imports (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  -- as the person's computer names it
  file_name  TEXT NOT NULL,
  state      TEXT NOT NULL
    CHECK (state IN ('draft', 'writing', 'publishing', 'done', 'removing', 'removed', 'failed')),
  created_at INTEGER NOT NULL,
  created_by INTEGER REFERENCES staff (id),
  ended_at   INTEGER,
  -- what the file has: headings, kinds of columns, first rows (JSON); '' until it is read
  contents   TEXT NOT NULL DEFAULT '',
  -- which column is which field, and what is done with duplicates (JSON)
  choices    TEXT NOT NULL DEFAULT '',
  -- what would happen, or did (JSON)
  outcome    TEXT NOT NULL DEFAULT '',
  -- why it failed or was taken away (JSON)
  failure    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX imports_hidden ON imports (id) WHERE state IN ('writing', 'removing');
CREATE INDEX imports_unfinished ON imports (state) WHERE state IN ('writing', 'publishing', 'removing');

-- The import that made a customer; 0 is a person.
ALTER TABLE customers ADD COLUMN batch_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX customers_by_batch ON customers (batch_id, id) WHERE batch_id > 0;
-- Taking away customers asks for what refers to them.
CREATE INDEX number_choices_by_customer ON number_choices (customer_id);

-- Customers who were there and whom an import changes, after its new ones are seen.
CREATE TABLE import_changes (
  import_id     INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  customer_id   INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  -- what the file says (JSON)
  wanted        TEXT NOT NULL,
  -- what was there before, null until it is applied (JSON)
  before        TEXT,
  version_after INTEGER,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_changes_to_make ON import_changes (import_id, position) WHERE before IS NULL;
CREATE INDEX import_changes_made ON import_changes (import_id, position) WHERE before IS NOT NULL;
CREATE INDEX import_changes_by_customer ON import_changes (customer_id);
