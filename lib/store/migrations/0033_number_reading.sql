-- How far the stored numbers have been read as numbers are read now (reread_numbers.ts): the normal forms in customer_numbers,
-- campaign_entries and calls follow from what was typed or told, and from how the office has its numbers read.
CREATE TABLE number_reading (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  -- the reader and the office's numbering
  read_as  TEXT NOT NULL,
  phase    TEXT NOT NULL,
  -- the last ID that was read in this phase
  after_id INTEGER NOT NULL,
  -- whether a number was found that reads otherwise
  changed  INTEGER NOT NULL
) STRICT;
INSERT INTO number_reading VALUES (1, '', 'done', 0, 0);
