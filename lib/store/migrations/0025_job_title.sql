-- What somebody is in their company: 과장, head of purchasing.
ALTER TABLE customers ADD COLUMN job_title TEXT NOT NULL DEFAULT '';

DROP TRIGGER customers_search_update;
CREATE TRIGGER customers_search_update
AFTER UPDATE OF name, company, department, job_title, email, memo, warning ON customers BEGIN
  INSERT INTO search_queue (customer_id) VALUES (NEW.id) ON CONFLICT (customer_id) DO NOTHING;
END;
