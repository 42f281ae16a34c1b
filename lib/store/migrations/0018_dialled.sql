-- What a person dialled last is found without their other calls, from whichever extension it was.
CREATE INDEX connections_dialled ON connections (staff_id, dialled_at) WHERE dialled_at IS NOT NULL;
