-- Pieces have changed (six digits of a number, the block in which a note is): everything is cut anew, bit by bit.
INSERT INTO customer_words (customer_words) VALUES ('delete-all');
INSERT INTO note_words (note_words) VALUES ('delete-all');
INSERT INTO search_queue (customer_id) SELECT id FROM customers WHERE true
ON CONFLICT (customer_id) DO NOTHING;
INSERT INTO note_queue (consultation_id) SELECT id FROM consultations WHERE true
ON CONFLICT (consultation_id) DO NOTHING;
