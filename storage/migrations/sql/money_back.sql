ALTER TABLE settings DISABLE TRIGGER USER;
DELETE FROM settings WHERE name = 'money_stuck_hours';
ALTER TABLE settings ENABLE TRIGGER USER;
DELETE FROM incidents WHERE kind = 'money';
-- The word itself stays: an enum gives none back, and nobody writes it any more.
DROP POLICY change ON refunds;
ALTER POLICY add ON refunds WITH CHECK (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
ALTER POLICY change ON orders
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
DROP TRIGGER keep_refund ON refunds;
DROP FUNCTION sec.keep_refund();
REVOKE SELECT, UPDATE ON payments FROM portal_definer;
REVOKE SELECT ON refunds FROM portal_definer;
ALTER TABLE refunds DROP CONSTRAINT uq_refunds_provider_refund_id;
ALTER TABLE refunds DROP COLUMN provider_refund_id;
ALTER TABLE refunds DROP COLUMN retries;
ALTER TABLE refunds DROP COLUMN by_hand;
ALTER TABLE refunds DROP COLUMN failure;
ALTER TABLE refunds DROP COLUMN tried_at;
ALTER TABLE refunds DROP COLUMN attempts;
ALTER TABLE refunds DROP CONSTRAINT uq_refunds_payment_id_cause;
UPDATE refunds r SET reason = left(r.reason, 24) || ' ' || r.id
WHERE EXISTS (
    SELECT FROM refunds o WHERE o.payment_id = r.payment_id AND o.reason = r.reason AND o.id < r.id
);
ALTER TABLE refunds DROP COLUMN cause;
CREATE UNIQUE INDEX uq_refunds_payment_id_reason ON refunds (payment_id, reason);
ALTER TABLE refunds
ADD CONSTRAINT uq_refunds_payment_id_reason UNIQUE USING INDEX uq_refunds_payment_id_reason;
