-- Whoever left before leaving gave their work back has it still: it is anybody's. The steps that are there say who had it.
INSERT INTO work_steps (work_id, at, kind, from_state, to_state, waited_ms)
SELECT work.id, now.at, 'released', work.state, 'waiting', max(0, now.at - work.wait_from)
FROM (SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS at) AS now
JOIN staff ON staff.active = 0 JOIN work ON work.staff_id = staff.id AND work.done_at IS NULL ORDER BY work.id;

UPDATE work SET state = 'waiting', staff_id = NULL, version = version + 1
WHERE done_at IS NULL AND staff_id IN (SELECT id FROM staff WHERE active = 0);
