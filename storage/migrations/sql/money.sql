-- Money on its way back: why it is owed, how often it was sent and what came of that. The database
-- itself refuses to give more back than came.

ALTER TABLE refunds
    ADD COLUMN cause UUID,
    ADD COLUMN attempts INTEGER DEFAULT 0 NOT NULL
        CONSTRAINT ck_refunds_attempts_positive CHECK ("attempts" >= 0),
    ADD COLUMN tried_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN failure TEXT CONSTRAINT ck_refunds_failure_length CHECK (char_length("failure") <= 255),
    ADD COLUMN by_hand BOOLEAN DEFAULT FALSE NOT NULL,
    ADD COLUMN retries INTEGER DEFAULT 0 NOT NULL
        CONSTRAINT ck_refunds_retries_positive CHECK ("retries" >= 0),
    ADD COLUMN provider_refund_id TEXT
        CONSTRAINT ck_refunds_provider_refund_id_length CHECK (char_length("provider_refund_id") <= 255);
UPDATE refunds SET cause = id;
-- squawk-ignore adding-not-nullable-field
ALTER TABLE refunds ALTER COLUMN cause SET NOT NULL;
-- squawk-ignore ban-drop-constraint
ALTER TABLE refunds DROP CONSTRAINT uq_refunds_payment_id_reason;
CREATE UNIQUE INDEX uq_refunds_payment_id_cause ON refunds (payment_id, cause);
ALTER TABLE refunds
ADD CONSTRAINT uq_refunds_payment_id_cause UNIQUE USING INDEX uq_refunds_payment_id_cause;
CREATE UNIQUE INDEX uq_refunds_provider_refund_id ON refunds (provider_refund_id);
ALTER TABLE refunds ADD CONSTRAINT uq_refunds_provider_refund_id
UNIQUE USING INDEX uq_refunds_provider_refund_id;

-- What goes back of a payment is never more than what came: whoever writes a refund holds the row
-- of its payment until the end. Only what was called off gives its share free again. What a refund
-- is about stays as it was written. It is asked last, so that an error tells a stranger nothing.
CREATE FUNCTION sec.keep_refund() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_payment public.payments;
    v_back numeric;
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.payment_id, NEW.order_id, NEW.amount, NEW.currency, NEW.cause)
        IS DISTINCT FROM (OLD.payment_id, OLD.order_id, OLD.amount, OLD.currency, OLD.cause) THEN
        RAISE EXCEPTION 'a refund stays what it is about' USING ERRCODE = '23514';
    END IF;
    SELECT p.* INTO v_payment FROM public.payments p
    WHERE p.id = NEW.payment_id FOR NO KEY UPDATE;
    IF (v_payment.order_id, v_payment.currency, v_payment.status)
        IS DISTINCT FROM (NEW.order_id, NEW.currency, 'successful'::public.payment_state) THEN
        RAISE EXCEPTION 'a refund is of money that came' USING ERRCODE = '23514';
    END IF;
    SELECT coalesce(sum(r.amount), 0) INTO v_back FROM public.refunds r
    WHERE r.payment_id = NEW.payment_id AND r.status <> 'cancelled';
    IF v_back > v_payment.amount THEN
        RAISE EXCEPTION 'more would go back than came'
        USING ERRCODE = '23514', CONSTRAINT = 'refunds_within_payment';
    END IF;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION sec.keep_refund() FROM PUBLIC;
GRANT SELECT, UPDATE ON payments TO portal_definer;
GRANT SELECT ON refunds TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.keep_refund() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
CREATE TRIGGER keep_refund AFTER INSERT OR UPDATE ON refunds
FOR EACH ROW EXECUTE FUNCTION sec.keep_refund();

-- Who makes an event looks after the money of its orders: owes it back, tries again, closes it.
ALTER POLICY change ON orders
USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
)
WITH CHECK (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
);
ALTER POLICY add ON refunds WITH CHECK (
    event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
    OR EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
CREATE POLICY change ON refunds FOR UPDATE TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]))
WITH CHECK (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));

-- Money that nobody knows the whereabouts of is an incident, too.
-- What a rule is before anybody set it is told to no audit, which may have no month yet.
ALTER TABLE settings DISABLE TRIGGER USER;
INSERT INTO settings (name, value, lowest, highest) VALUES ('money_stuck_hours', 24, 1, 168);
ALTER TABLE settings ENABLE TRIGGER USER;
ALTER TYPE incident_kind ADD VALUE IF NOT EXISTS 'money' AFTER 'audit';
