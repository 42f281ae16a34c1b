-- Words that an office chooses itself. Notes, customers and people keep the word, not its number: one that is
-- retired stays where it was written.
CREATE TABLE list_words (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  list     TEXT NOT NULL CHECK (list IN ('type', 'grade', 'break')),
  name     TEXT NOT NULL,
  position INTEGER NOT NULL,
  retired  INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  UNIQUE (list, name)
) STRICT;

INSERT INTO list_words (list, name, position)
SELECT 'type', name, row_number() OVER (ORDER BY position, id) FROM consultation_types ORDER BY position, id;
DROP TABLE consultation_types;

INSERT INTO list_words (list, name, position) VALUES
  ('grade', 'VIP', 1), ('grade', '우수', 2), ('grade', '일반', 3),
  ('break', '점심', 1), ('break', '휴식', 2), ('break', '회의', 3), ('break', '교육', 4), ('break', '외근', 5);
-- Grades that customers have already, as from an import: the most frequent ones.
INSERT OR IGNORE INTO list_words (list, name, position)
SELECT 'grade', grade, 3 + row_number() OVER (ORDER BY count(*) DESC, grade)
FROM customers WHERE grade <> '' GROUP BY grade ORDER BY count(*) DESC, grade LIMIT 20;

-- A renamed word is renamed in old records too, a part of them at a time: `after_id` is how far that is.
CREATE TABLE list_renames (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  list      TEXT NOT NULL,
  from_name TEXT NOT NULL,
  to_name   TEXT NOT NULL,
  after_id  INTEGER NOT NULL DEFAULT 0,
  done      INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;

-- Days on which the office is closed although it is a working day: `2026-09-25`, of the office's calendar.
CREATE TABLE holidays (
  day  TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
