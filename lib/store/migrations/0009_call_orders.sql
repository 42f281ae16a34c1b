-- The call log's order by customer, company, number, code and note: the IDs of all calls that have such a key, in
-- its order, 1,024 a row, 32 bits each. Whatever a filter leaves is found by running through them, however few
-- calls that are and wherever they stand. Made again in the background (lib/store/call_log/order_build.ts): each
-- making is a generation, and is used when all of it has come.
CREATE TABLE call_orders (
  -- (generation * 8 + which order) * 2^20 + block
  place INTEGER PRIMARY KEY,
  ids   BLOB NOT NULL
) STRICT;
-- Calls that have changed since: their places in that generation say nothing, and they are sorted by themselves.
CREATE TABLE call_loose (
  call_id    INTEGER PRIMARY KEY,
  -- the generation that was being made, or was in use, when the change was seen
  generation INTEGER NOT NULL
) STRICT;
-- The generation in use, and the one that is being made; 0: none.
ALTER TABLE call_log_state ADD COLUMN order_ready INTEGER NOT NULL DEFAULT 0;
ALTER TABLE call_log_state ADD COLUMN order_making INTEGER NOT NULL DEFAULT 0;

-- A customer's name and company are keys of the calls.
DROP TRIGGER call_log_company;
CREATE TRIGGER call_log_names AFTER UPDATE OF name, company ON customers
WHEN old.name <> new.name OR old.company <> new.company BEGIN
  INSERT INTO call_changes SELECT id FROM calls WHERE customer_id = new.id ON CONFLICT DO NOTHING;
END;
