DROP FUNCTION public.failure_key(text, text);
ALTER POLICY change ON notifications
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
DROP INDEX ix_notifications_dead;
