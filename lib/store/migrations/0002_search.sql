-- Search finds customers by pieces of their words, which the program cuts (lib/domain/search_text.ts) and SQL
-- cannot: triggers only note down whose pieces are stale, and lib/store/search_index.ts works that off.

-- A row's rowid is a place, not an ID: whoever was in contact last has the highest place, so that the first
-- hits in descending order are the right ones, however many there are. Nothing but the pieces is stored.
CREATE VIRTUAL TABLE customer_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- No reference: the place of a deleted customer is needed to take the pieces out.
CREATE TABLE customer_places (
  customer_id INTEGER PRIMARY KEY,
  place       INTEGER NOT NULL UNIQUE,
  -- hashes of what likely duplicates have in common (lib/domain/likeness.ts); 0 where there is nothing to compare
  name_key    INTEGER NOT NULL,
  sound_key   INTEGER NOT NULL,
  email_key   INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_places_by_name ON customer_places (name_key) WHERE name_key <> 0;
CREATE INDEX customer_places_by_sound ON customer_places (sound_key, name_key) WHERE sound_key <> 0;
CREATE INDEX customer_places_by_email ON customer_places (email_key) WHERE email_key <> 0;

-- The texts of consultations; rowid is the consultation's ID.
CREATE VIRTUAL TABLE note_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

CREATE TABLE search_queue (
  customer_id INTEGER PRIMARY KEY,
  -- whether there was a contact, which gives the customer the highest place
  contacted   INTEGER NOT NULL DEFAULT 0 CHECK (contacted IN (0, 1))
) STRICT;
CREATE TABLE note_queue (
  consultation_id INTEGER PRIMARY KEY
) STRICT;

INSERT INTO search_queue (customer_id) SELECT id FROM customers;
INSERT INTO note_queue (consultation_id) SELECT id FROM consultations;

CREATE TRIGGER customers_search_insert AFTER INSERT ON customers BEGIN
  INSERT INTO search_queue (customer_id) VALUES (NEW.id) ON CONFLICT (customer_id) DO NOTHING;
END;
CREATE TRIGGER customers_search_update
AFTER UPDATE OF name, company, department, email, memo, warning ON customers BEGIN
  INSERT INTO search_queue (customer_id) VALUES (NEW.id) ON CONFLICT (customer_id) DO NOTHING;
END;
CREATE TRIGGER customers_search_delete AFTER DELETE ON customers BEGIN
  INSERT INTO search_queue (customer_id) VALUES (OLD.id) ON CONFLICT (customer_id) DO NOTHING;
END;
CREATE TRIGGER customer_numbers_search_insert AFTER INSERT ON customer_numbers BEGIN
  INSERT INTO search_queue (customer_id) VALUES (NEW.customer_id) ON CONFLICT (customer_id) DO NOTHING;
END;
CREATE TRIGGER customer_numbers_search_update
AFTER UPDATE OF customer_id, normal ON customer_numbers BEGIN
  INSERT INTO search_queue (customer_id) VALUES (OLD.customer_id) ON CONFLICT (customer_id) DO NOTHING;
  INSERT INTO search_queue (customer_id) VALUES (NEW.customer_id) ON CONFLICT (customer_id) DO NOTHING;
END;
CREATE TRIGGER customer_numbers_search_delete AFTER DELETE ON customer_numbers BEGIN
  INSERT INTO search_queue (customer_id) VALUES (OLD.customer_id) ON CONFLICT (customer_id) DO NOTHING;
END;

CREATE TRIGGER calls_search_insert AFTER INSERT ON calls WHEN NEW.customer_id IS NOT NULL BEGIN
  INSERT INTO search_queue (customer_id, contacted) VALUES (NEW.customer_id, 1)
  ON CONFLICT (customer_id) DO UPDATE SET contacted = 1;
END;
CREATE TRIGGER calls_search_update AFTER UPDATE OF customer_id ON calls
WHEN NEW.customer_id IS NOT NULL AND NEW.customer_id IS NOT OLD.customer_id BEGIN
  INSERT INTO search_queue (customer_id, contacted) VALUES (NEW.customer_id, 1)
  ON CONFLICT (customer_id) DO UPDATE SET contacted = 1;
END;
CREATE TRIGGER consultations_search_insert AFTER INSERT ON consultations BEGIN
  INSERT INTO note_queue (consultation_id) VALUES (NEW.id) ON CONFLICT (consultation_id) DO NOTHING;
  INSERT INTO search_queue (customer_id, contacted)
  SELECT NEW.customer_id, 1 WHERE NEW.customer_id IS NOT NULL
  ON CONFLICT (customer_id) DO UPDATE SET contacted = 1;
END;
CREATE TRIGGER consultations_search_update AFTER UPDATE OF text ON consultations
WHEN NEW.text IS NOT OLD.text BEGIN
  INSERT INTO note_queue (consultation_id) VALUES (NEW.id) ON CONFLICT (consultation_id) DO NOTHING;
END;
CREATE TRIGGER consultations_search_customer AFTER UPDATE OF customer_id ON consultations
WHEN NEW.customer_id IS NOT NULL AND NEW.customer_id IS NOT OLD.customer_id BEGIN
  INSERT INTO search_queue (customer_id, contacted) VALUES (NEW.customer_id, 1)
  ON CONFLICT (customer_id) DO UPDATE SET contacted = 1;
END;
CREATE TRIGGER consultations_search_delete AFTER DELETE ON consultations BEGIN
  INSERT INTO note_queue (consultation_id) VALUES (OLD.id) ON CONFLICT (consultation_id) DO NOTHING;
END;

-- What several customers have in common: found when one of them is indexed, looked at when the list is shown.
CREATE TABLE duplicate_keys (
  kind      TEXT NOT NULL CHECK (kind IN ('number', 'email', 'name', 'similar')),
  -- the number in normal form, or the hash as text
  key       TEXT NOT NULL,
  -- the customers, as a JSON array of IDs, of whom somebody said that they are different people
  different TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

-- A merge, with all that is needed to take it back. Rows are kept as JSON objects of all their columns.
CREATE TABLE customer_merges (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  -- no reference: the survivor may be merged away itself later on
  survivor_id     INTEGER NOT NULL,
  survivor_before TEXT NOT NULL,
  survivor_after  TEXT NOT NULL,
  merged_at       INTEGER NOT NULL,
  merged_by       INTEGER REFERENCES staff (id),
  undone_at       INTEGER,
  undone_by       INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX customer_merges_by_survivor ON customer_merges (survivor_id, id);

-- Whom a merge took away, and the rows of any table that were the customer's: `moved` ones belong to the
-- survivor since; `dropped` ones had no room beside the survivor's own.
CREATE TABLE merged_customers (
  customer_id INTEGER NOT NULL,
  merge_id    INTEGER NOT NULL REFERENCES customer_merges (id),
  customer    TEXT NOT NULL,
  PRIMARY KEY (customer_id, merge_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_customers_by_merge ON merged_customers (merge_id);

CREATE TABLE merge_rows (
  id          INTEGER PRIMARY KEY,
  merge_id    INTEGER NOT NULL REFERENCES customer_merges (id),
  customer_id INTEGER NOT NULL,
  place       TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('moved', 'dropped')),
  -- the primary key of a moved row, all columns of a dropped one
  row         TEXT NOT NULL
) STRICT;
CREATE INDEX merge_rows_by_merge ON merge_rows (merge_id, customer_id);
