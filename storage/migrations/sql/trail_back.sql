-- No security events.

DROP FUNCTION sec.record_event(text, audit_category, text, text, uuid, jsonb);
ALTER TABLE audit_logs DROP COLUMN category;
DROP TYPE audit_category;
