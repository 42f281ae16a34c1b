-- Ring and talk times were marked digit by digit; they are stored orders now (call_orders).
DELETE FROM call_bits WHERE EXISTS (
  SELECT 1 FROM call_marks WHERE (name GLOB 'ring.*' OR name GLOB 'talk.*')
    AND place >= id * 1048576 AND place < (id + 1) * 1048576);
DELETE FROM call_marks WHERE name GLOB 'ring.*' OR name GLOB 'talk.*';
-- Orders that are there lack these two: all are made anew.
UPDATE call_log_state SET order_ready = 0, order_making = 0;
DELETE FROM call_orders;
DELETE FROM call_loose;
