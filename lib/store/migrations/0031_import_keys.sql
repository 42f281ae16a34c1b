-- Customers are looked up by the value of a field: an office's own number of them.
DROP INDEX customer_field_values_by_field;
CREATE INDEX customer_field_values_by_value ON customer_field_values (field_id, value);

-- What the columns of a file were when it was stored, for the next one with the same headings.
CREATE TABLE import_mappings (
  -- in order of the letters, a line break in between
  headings TEXT PRIMARY KEY,
  -- columns, rule and key (JSON); each column with its heading
  choices  TEXT NOT NULL,
  used_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
