DROP FUNCTION sec.requests_waiting(integer);
DROP FUNCTION sec.own_rows(uuid, text, text[]);
ALTER TABLE users DROP COLUMN restricted_at;
DROP TABLE data_requests;
DROP TYPE data_request_state;
DROP TYPE data_request_kind;
