DROP TRIGGER keep_answered ON orders;
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.keep_answered();
-- squawk-ignore ban-drop-table
DROP TABLE order_answers, event_questions;
