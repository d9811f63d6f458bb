-- Giving a ticket to a friend: a card with a link that can be taken back, the first who opens it
-- claims, and the ticket passes when its holder says yes (docs/decisions/0020).

CREATE TABLE ticket_gifts (
    id UUID DEFAULT uuidv7() NOT NULL,
    ticket_id UUID NOT NULL,
    event_id UUID NOT NULL,
    giver_id UUID NOT NULL,
    generation SMALLINT NOT NULL,
    digest TEXT NOT NULL CONSTRAINT ck_ticket_gifts_digest_length CHECK (char_length("digest") <= 64),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    claimed_by UUID,
    claimed_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    outcome TEXT CONSTRAINT ck_ticket_gifts_outcome_length CHECK (char_length("outcome") <= 16),
    CONSTRAINT pk_ticket_gifts PRIMARY KEY (id),
    CONSTRAINT uq_ticket_gifts_digest UNIQUE (digest),
    CONSTRAINT fk_ticket_gifts_ticket_id FOREIGN KEY(ticket_id) REFERENCES tickets (id),
    CONSTRAINT fk_ticket_gifts_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_ticket_gifts_giver_id FOREIGN KEY(giver_id) REFERENCES users (id),
    CONSTRAINT fk_ticket_gifts_claimed_by FOREIGN KEY(claimed_by) REFERENCES users (id),
    CONSTRAINT ck_ticket_gifts_not_to_oneself CHECK (claimed_by <> giver_id),
    CONSTRAINT ck_ticket_gifts_outcome_known CHECK (outcome IN ('given', 'withdrawn', 'expired')),
    CONSTRAINT ck_ticket_gifts_ended_with_outcome CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    CONSTRAINT ck_ticket_gifts_given_to_somebody CHECK (outcome <> 'given' OR claimed_by IS NOT NULL)
);
CREATE UNIQUE INDEX uq_ticket_gifts_open ON ticket_gifts (ticket_id) WHERE ended_at IS NULL;
CREATE INDEX ix_ticket_gifts_ticket_id ON ticket_gifts (ticket_id, id);
CREATE INDEX ix_ticket_gifts_event_id ON ticket_gifts (event_id);
CREATE INDEX ix_ticket_gifts_giver_id ON ticket_gifts (giver_id);
CREATE INDEX ix_ticket_gifts_claimed_by ON ticket_gifts (claimed_by);
CREATE INDEX ix_ticket_gifts_expires_at ON ticket_gifts (expires_at) WHERE ended_at IS NULL;

ALTER TABLE ticket_gifts ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_gifts FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON ticket_gifts TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON ticket_gifts TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON ticket_gifts TO portal_worker USING (true) WITH CHECK (true);
CREATE POLICY see ON ticket_gifts FOR SELECT TO portal_app USING (
    giver_id = (SELECT sec.uid())
    OR claimed_by = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
);
CREATE POLICY add ON ticket_gifts FOR INSERT TO portal_app WITH CHECK (
    giver_id = (SELECT sec.uid()) AND claimed_by IS NULL
    AND EXISTS (SELECT FROM tickets t WHERE t.id = ticket_id AND t.user_id = (SELECT sec.uid()))
);
CREATE POLICY change ON ticket_gifts FOR UPDATE TO portal_app
USING (giver_id = (SELECT sec.uid()) AND ended_at IS NULL)
WITH CHECK (giver_id = (SELECT sec.uid()) AND outcome <> 'given');
GRANT SELECT, INSERT ON ticket_gifts TO portal_app;
GRANT UPDATE (ended_at, outcome) ON ticket_gifts TO portal_app;
GRANT SELECT, UPDATE, DELETE ON ticket_gifts TO portal_worker;
GRANT SELECT, UPDATE ON ticket_gifts, tickets TO portal_definer;
GRANT SELECT ON events, orders, refunds TO portal_definer;

-- The first who opens the link claims. Two at once: the second waits for the row, and is told.
CREATE FUNCTION sec.claim_gift(
    p_digest text, p_now timestamptz,
    OUT outcome text, OUT gift_id uuid, OUT event_id uuid, OUT ticket_id uuid, OUT giver_id uuid,
    OUT created_at timestamptz
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_me CONSTANT uuid := sec.uid();
    v_gift public.ticket_gifts;
BEGIN
    SELECT g.* INTO v_gift FROM public.ticket_gifts g WHERE g.digest = p_digest FOR UPDATE;
    gift_id := v_gift.id;
    event_id := v_gift.event_id;
    ticket_id := v_gift.ticket_id;
    giver_id := v_gift.giver_id;
    created_at := v_gift.created_at;
    IF v_me IS NULL OR v_gift.id IS NULL THEN
        outcome := 'unknown';
    ELSIF v_gift.giver_id = v_me THEN
        outcome := 'own';
    ELSIF v_gift.outcome = 'given' THEN
        outcome := CASE WHEN v_gift.claimed_by = v_me THEN 'given' ELSE 'taken' END;
    ELSIF v_gift.ended_at IS NOT NULL OR v_gift.expires_at <= p_now OR NOT EXISTS (
        SELECT FROM public.tickets t WHERE t.id = v_gift.ticket_id AND t.status = 'valid'
        AND t.user_id = v_gift.giver_id AND t.generation = v_gift.generation
    ) THEN
        outcome := 'over';
    ELSIF v_gift.claimed_by = v_me THEN
        outcome := 'waiting';
    ELSIF v_gift.claimed_by IS NOT NULL THEN
        outcome := 'taken';
    ELSE
        UPDATE public.ticket_gifts g SET claimed_by = v_me, claimed_at = p_now
        WHERE g.id = v_gift.id;
        outcome := 'claimed';
    END IF;
END
$$;

-- The ticket passes: its next code is the friend's, those before open no door any more. The order
-- stays the buyer's, and so does what it took of their limits. Locks: gift, order, ticket.
CREATE FUNCTION sec.give_ticket(
    p_gift uuid, p_generation smallint, p_digest text, p_short_code text, p_now timestamptz
)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_gift public.ticket_gifts;
    v_ticket public.tickets;
    v_order uuid;
BEGIN
    SELECT g.* INTO v_gift FROM public.ticket_gifts g WHERE g.id = p_gift FOR UPDATE;
    IF v_gift.giver_id IS DISTINCT FROM sec.uid() THEN
        RETURN 'unknown';
    ELSIF v_gift.outcome = 'given' THEN
        RETURN 'given-before';
    ELSIF v_gift.ended_at IS NOT NULL OR v_gift.expires_at <= p_now THEN
        RETURN 'over';
    ELSIF v_gift.claimed_by IS NULL THEN
        RETURN 'unclaimed';
    END IF;
    SELECT t.order_id INTO v_order FROM public.tickets t WHERE t.id = v_gift.ticket_id;
    PERFORM FROM public.orders o WHERE o.id = v_order FOR NO KEY UPDATE;
    SELECT t.* INTO v_ticket FROM public.tickets t WHERE t.id = v_gift.ticket_id FOR UPDATE;
    IF v_ticket.status <> 'valid' THEN
        RETURN v_ticket.status::text;
    ELSIF v_ticket.user_id <> v_gift.giver_id OR v_ticket.generation <> v_gift.generation
        OR p_generation <> v_gift.generation + 1 THEN
        RETURN 'over';
    ELSIF EXISTS (
        SELECT FROM public.refunds r
        WHERE r.order_id = v_order AND r.status IN ('created', 'in_transit')
    ) THEN
        RETURN 'refund';
    END IF;
    UPDATE public.tickets t
    SET user_id = v_gift.claimed_by, generation = p_generation, qr_code = p_digest,
        short_code = p_short_code
    WHERE t.id = v_ticket.id;
    UPDATE public.ticket_gifts g SET ended_at = p_now, outcome = 'given' WHERE g.id = p_gift;
    RETURN 'given';
END
$$;
REVOKE ALL ON FUNCTION
    sec.claim_gift(text, timestamptz), sec.give_ticket(uuid, smallint, text, text, timestamptz)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.claim_gift(text, timestamptz), sec.give_ticket(uuid, smallint, text, text, timestamptz)
TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.claim_gift(text, timestamptz) OWNER TO portal_definer;
ALTER FUNCTION sec.give_ticket(uuid, smallint, text, text, timestamptz) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

SELECT sec.audit('ticket_gifts', 'id', '{}', '{digest}');
