-- How a person says that the file is to be read: sheet, delimiter, encoding, headings (JSON); '' as it is found.
ALTER TABLE imports ADD COLUMN reading TEXT NOT NULL DEFAULT '';
-- What was found in files before has not all that is shown now, and their rows were kept otherwise.
UPDATE imports SET state = 'failed', failure = '{"code":"interrupted","limit":0}' WHERE state = 'draft';
UPDATE imports SET contents = '', choices = '';
