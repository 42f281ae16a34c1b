-- How often the marks of calls were written: what a connection keeps of them in memory is void when another one has written
-- since. (A connection of each line writes calls; marks are written seldom.)
ALTER TABLE call_log_state ADD COLUMN marks_version INTEGER NOT NULL DEFAULT 0;
