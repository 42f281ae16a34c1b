-- Rows of a finished import that somebody should look at: those that were refused, and those that were stored in doubt.
-- The first ones of each import; all of them stand in its files.
CREATE TABLE import_rows (
  import_id   INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  -- as the spreadsheet counts
  row         INTEGER NOT NULL,
  -- as they stand in the file (JSON)
  cells       TEXT NOT NULL,
  -- why it was refused, and why it is doubtful (JSON); one of them has something in it
  problems    TEXT NOT NULL,
  doubts      TEXT NOT NULL,
  -- as whom it was stored, and who it may be about besides
  customer_id INTEGER REFERENCES customers (id) ON DELETE SET NULL,
  other_id    INTEGER REFERENCES customers (id) ON DELETE SET NULL,
  -- what somebody made of it: fine as it is, mended and stored, left out; '' nothing yet
  settled     TEXT NOT NULL DEFAULT '' CHECK (settled IN ('', 'fine', 'mended', 'left')),
  settled_at  INTEGER,
  settled_by  INTEGER REFERENCES staff (id),
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_by_customer ON import_rows (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX import_rows_by_other ON import_rows (other_id) WHERE other_id IS NOT NULL;
