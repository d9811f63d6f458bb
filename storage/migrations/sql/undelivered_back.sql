ALTER TABLE settings DISABLE TRIGGER audit_update;
ALTER TABLE settings DISABLE TRIGGER count;
ALTER TABLE settings DISABLE TRIGGER version_update;
UPDATE settings SET value = least(value, 30), highest = 30 WHERE name = 'bulk_per_second';
ALTER TABLE settings ENABLE TRIGGER version_update;
ALTER TABLE settings ENABLE TRIGGER count;
ALTER TABLE settings ENABLE TRIGGER audit_update;
DROP FUNCTION public.failure_key(text, text);
ALTER POLICY change ON notifications
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
DROP INDEX ix_notifications_dead;
