-- Consultations that a file brought; null for those that were written here.
ALTER TABLE consultations ADD COLUMN import_id INTEGER REFERENCES imports (id);
CREATE INDEX consultations_by_import ON consultations (import_id) WHERE import_id IS NOT NULL;

-- Those of an import that is being stored: they are made when it is published, and gone from here then.
CREATE TABLE import_notes (
  import_id   INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  -- the row of the file
  position    INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  staff_id    INTEGER NOT NULL REFERENCES staff (id),
  at          INTEGER NOT NULL,
  type        TEXT NOT NULL,
  text        TEXT NOT NULL,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_notes_by_customer ON import_notes (customer_id);
