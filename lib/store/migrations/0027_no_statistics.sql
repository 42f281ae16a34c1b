-- Statements are planned as for large tables, in every office alike. Until now SQLite counted the tables when the program
-- was stopped, as a rule in an office that was still empty, and planned by that for months: it read all interactions for
-- each row of the list of work, and all customers for each row of a list. (The third statement has this connection forget
-- what it had read of the statistics.)
DROP TABLE IF EXISTS sqlite_stat1;
DROP TABLE IF EXISTS sqlite_stat4;
ANALYZE sqlite_schema;
DROP TABLE IF EXISTS sqlite_stat1;
DROP TABLE IF EXISTS sqlite_stat4;
