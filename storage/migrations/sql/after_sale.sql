-- Giving tickets back: what a house promises, what an order was promised, and the one way in which
-- tickets end.

-- What comes back of a price: steps of hours before the start and percent, the earliest first. An
-- event has what its house chose; an order keeps what its buyer saw (docs/decisions/0019).
ALTER TABLE events ADD COLUMN refund_policy JSONB
    DEFAULT '[{"hours": 168, "percent": 100}, {"hours": 48, "percent": 50}]' NOT NULL
    CONSTRAINT ck_events_refund_policy_is_steps
    CHECK (jsonb_typeof(refund_policy) = 'array' AND jsonb_array_length(refund_policy) <= 5);
ALTER TABLE orders ADD COLUMN refund_policy JSONB
    DEFAULT '[{"hours": 168, "percent": 100}, {"hours": 48, "percent": 50}]' NOT NULL
    CONSTRAINT ck_orders_refund_policy_is_steps
    CHECK (jsonb_typeof(refund_policy) = 'array' AND jsonb_array_length(refund_policy) <= 5);
-- What went back for a ticket that was given up; NULL while it lives.
ALTER TABLE tickets ADD COLUMN returned NUMERIC(12, 2)
    CONSTRAINT ck_tickets_returned_positive CHECK (returned >= 0);

-- A choice of places is made under the terms of its moment, whoever writes the order.
CREATE FUNCTION sec.keep_refund_policy() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NEW.attempt > OLD.attempt THEN
        SELECT e.refund_policy INTO NEW.refund_policy FROM public.events e WHERE e.id = NEW.event_id;
    ELSE
        NEW.refund_policy := OLD.refund_policy;
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION sec.keep_refund_policy() FROM PUBLIC;
CREATE TRIGGER keep_refund_policy BEFORE INSERT OR UPDATE OF attempt, refund_policy ON orders
FOR EACH ROW EXECUTE FUNCTION sec.keep_refund_policy();

-- Whether who acts may undo what is over for everybody else: the team of an event, the house
-- itself, and what happens by itself.
CREATE FUNCTION sec.may_revive(p_event uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT sec.acting_role() <> 'portal_app' OR sec.is_house()
    OR p_event = ANY (sec.events_as('{manager,supervisor,steward}'))
$$;
REVOKE ALL ON FUNCTION sec.may_revive(uuid) FROM PUBLIC;

-- The edges of rules.md ORD2: an order takes no other, whatever the code says.
CREATE FUNCTION sec.keep_order_edges() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF (OLD.status, NEW.status) IN (
        ('awaiting_approval', 'pending'), ('awaiting_approval', 'completed'),
        ('awaiting_approval', 'cancelled'),
        ('pending', 'completed'), ('pending', 'expired'), ('pending', 'cancelled'),
        ('expired', 'pending'), ('expired', 'completed'),
        ('completed', 'cancelled'), ('completed', 'refunded'), ('cancelled', 'refunded')
    ) OR (OLD.status, NEW.status) IN (('cancelled', 'pending'), ('cancelled', 'completed'))
        AND sec.may_revive(NEW.event_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an order that is % does not become %', OLD.status, NEW.status
        USING ERRCODE = 'FP002';
END
$$;
REVOKE ALL ON FUNCTION sec.keep_order_edges() FROM PUBLIC;
CREATE TRIGGER keep_edges BEFORE UPDATE OF status ON orders
FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION sec.keep_order_edges();

-- What was to be paid at the door ends with the order that held it, however that ends.
CREATE FUNCTION sec.end_reserved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    UPDATE public.tickets t SET status = 'cancelled'
    WHERE t.order_id = NEW.id AND t.status = 'reserved';
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION sec.end_reserved() FROM PUBLIC;
CREATE TRIGGER end_reserved AFTER UPDATE OF status ON orders
FOR EACH ROW WHEN (OLD.status = 'pending' AND NEW.status IN ('expired', 'cancelled'))
EXECUTE FUNCTION sec.end_reserved();

-- The same for tickets: what is cancelled or used lives again by the hand of staff alone.
CREATE FUNCTION sec.keep_ticket_edges() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF OLD.status IN ('valid', 'reserved', 'blocked')
        OR (OLD.status, NEW.status) IN (('cancelled', 'refunded'))
        OR OLD.status <> 'refunded' AND sec.may_revive(NEW.event_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a ticket that is % does not become %', OLD.status, NEW.status
        USING ERRCODE = 'FP002';
END
$$;
REVOKE ALL ON FUNCTION sec.keep_ticket_edges() FROM PUBLIC;
CREATE TRIGGER keep_edges BEFORE UPDATE OF status ON tickets
FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION sec.keep_ticket_edges();

-- Tickets of one order end: those of `p_tickets` that live are refunded where something of
-- `p_returned` goes back, else cancelled, and their places are free. Returns which they were: a
-- second call finds none, so that no place is given back twice (ORD10). For the buyer, who makes
-- the event, and what happens by itself, which alone ends a used one: its evening was called off.
-- The order is locked first, then tickets by id, then user_quota and the pools.
CREATE FUNCTION sec.end_tickets(p_order uuid, p_tickets uuid[], p_returned numeric[])
RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_order public.orders;
    v_ended uuid[];
    v_types uuid[];
    v_counts integer[];
BEGIN
    SELECT o.* INTO v_order FROM public.orders o WHERE o.id = p_order FOR UPDATE;
    IF sec.acting_role() = 'portal_app' AND v_order.user_id IS DISTINCT FROM sec.uid()
        AND (v_order.event_id = ANY (sec.events_as('{manager}'))) IS NOT true THEN
        RAISE EXCEPTION 'the order of somebody else' USING ERRCODE = '42501';
    END IF;
    PERFORM FROM public.tickets t
    WHERE t.order_id = p_order AND t.id = ANY (p_tickets) ORDER BY t.id FOR NO KEY UPDATE;
    WITH ended AS (
        UPDATE public.tickets t
        SET returned = b.returned, status = CASE
            WHEN b.returned > 0 THEN 'refunded'::public.ticket_status ELSE 'cancelled'
        END
        FROM unnest(p_tickets, p_returned) AS b (id, returned)
        WHERE t.id = b.id AND t.order_id = p_order
        AND (
            t.status IN ('valid', 'blocked')
            OR t.status = 'used' AND sec.acting_role() <> 'portal_app'
        )
        RETURNING t.id, t.ticket_type_id
    )
    SELECT array_agg(e.id ORDER BY e.id), array_agg(e.ticket_type_id), array_agg(1)
    INTO v_ended, v_types, v_counts
    FROM ended e;
    IF v_ended IS NOT NULL THEN
        PERFORM public.quota_unsell(v_order.user_id, v_types, v_counts);
    END IF;
    RETURN coalesce(v_ended, '{}');
END
$$;
REVOKE ALL ON FUNCTION sec.end_tickets(uuid, uuid[], numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.end_tickets(uuid, uuid[], numeric[]) TO portal_app, portal_worker;
GRANT EXECUTE ON FUNCTION
    public.quota_unsell(uuid, uuid[], integer[]),
    public.user_quota_return(uuid[], uuid[], integer[])
TO portal_definer;

-- A ticket gets its next code, and another to read out, for who holds it: those before open no door
-- any more (SEC6).
CREATE FUNCTION sec.renew_code(
    p_ticket uuid, p_generation smallint, p_digest text, p_short_code text
)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    -- Whoever ends tickets takes the order first, too.
    PERFORM FROM public.orders o JOIN public.tickets t ON t.order_id = o.id
    WHERE t.id = p_ticket FOR NO KEY UPDATE OF o;
    UPDATE public.tickets t
    SET generation = p_generation, qr_code = p_digest, short_code = p_short_code
    WHERE t.id = p_ticket AND t.user_id = sec.uid() AND t.generation = p_generation - 1
    AND t.status IN ('valid', 'reserved');
    RETURN FOUND;
END
$$;
REVOKE ALL ON FUNCTION sec.renew_code(uuid, smallint, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.renew_code(uuid, smallint, text, text) TO portal_app;
GRANT UPDATE (generation, qr_code, short_code, status, returned) ON tickets TO portal_definer;

GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.keep_refund_policy() OWNER TO portal_definer;
ALTER FUNCTION sec.may_revive(uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.keep_order_edges() OWNER TO portal_definer;
ALTER FUNCTION sec.end_reserved() OWNER TO portal_definer;
ALTER FUNCTION sec.keep_ticket_edges() OWNER TO portal_definer;
ALTER FUNCTION sec.end_tickets(uuid, uuid[], numeric[]) OWNER TO portal_definer;
ALTER FUNCTION sec.renew_code(uuid, smallint, text, text) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- An evening that is called off: who did it, and where they see how far its orders are.
CREATE TABLE cancellations (
    event_id UUID NOT NULL,
    called_off_by UUID NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    bar_message_id BIGINT,
    bar_shown TEXT CONSTRAINT ck_cancellations_bar_shown_length CHECK (char_length("bar_shown") <= 64),
    CONSTRAINT pk_cancellations PRIMARY KEY (event_id),
    CONSTRAINT fk_cancellations_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_cancellations_called_off_by FOREIGN KEY(called_off_by) REFERENCES users (id)
);
CREATE INDEX ix_cancellations_called_off_by ON cancellations (called_off_by);
-- What became of each of its orders. That a row is there says that the order was worked off, so
-- that nobody works it off again (ORD17).
CREATE TABLE cancelled_orders (
    order_id UUID NOT NULL,
    event_id UUID NOT NULL,
    result TEXT NOT NULL CONSTRAINT ck_cancelled_orders_result_length CHECK (char_length("result") <= 16)
        CONSTRAINT ck_cancelled_orders_result_known
        CHECK (result IN ('refunded', 'released', 'nothing', 'failed')),
    returned NUMERIC(12, 2) DEFAULT 0 NOT NULL
        CONSTRAINT ck_cancelled_orders_returned_positive CHECK (returned >= 0),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_cancelled_orders PRIMARY KEY (order_id),
    CONSTRAINT fk_cancelled_orders_order_id_event_id
        FOREIGN KEY(order_id, event_id) REFERENCES orders (id, event_id)
);
CREATE INDEX ix_cancelled_orders_event_id ON cancelled_orders (event_id);
-- An evening that has another time or place than when tickets were sold: until when their holders
-- may want all of their money back, and up to whom of them it was told.
CREATE TABLE event_moves (
    id UUID DEFAULT uuidv7() NOT NULL,
    event_id UUID NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    answer_until TIMESTAMP WITH TIME ZONE NOT NULL,
    told_to UUID,
    told_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_event_moves PRIMARY KEY (id),
    CONSTRAINT fk_event_moves_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);
CREATE INDEX ix_event_moves_event_id ON event_moves (event_id, created_at);

DO $$
DECLARE
    v_table text;
    v_role text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['cancellations', 'cancelled_orders', 'event_moves'] LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', v_table);
        FOREACH v_role IN ARRAY ARRAY['owner', 'definer', 'worker'] LOOP
            EXECUTE format(
                'CREATE POLICY %I ON public.%I TO %I USING (true) WITH CHECK (true)',
                v_role, v_table, 'portal_' || v_role
            );
        END LOOP;
    END LOOP;
END
$$;
CREATE POLICY see ON cancellations FOR SELECT TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]) OR (SELECT sec.is_admin()));
CREATE POLICY add ON cancellations FOR INSERT TO portal_app WITH CHECK (
    called_off_by = (SELECT sec.uid())
    AND event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
);
CREATE POLICY change ON cancellations FOR UPDATE TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]))
WITH CHECK (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY see ON cancelled_orders FOR SELECT TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]) OR (SELECT sec.is_admin()));
CREATE POLICY see ON event_moves FOR SELECT TO portal_app USING (true);
CREATE POLICY add ON event_moves FOR INSERT TO portal_app
WITH CHECK (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
GRANT SELECT, INSERT ON cancellations, event_moves TO portal_app;
GRANT SELECT ON cancelled_orders TO portal_app;
GRANT UPDATE (called_off_by, bar_message_id, bar_shown) ON cancellations TO portal_app;
GRANT SELECT, INSERT, UPDATE ON cancelled_orders TO portal_worker;
GRANT SELECT, UPDATE ON cancellations, event_moves TO portal_worker;
-- A person takes along what is told of them.
GRANT SELECT ON cancellations, cancelled_orders, event_moves TO portal_definer;
SELECT sec.audit('cancellations', 'event_id', '{event_id}', '{bar_message_id,bar_shown}');
SELECT sec.audit('cancelled_orders', 'order_id', '{order_id}');
SELECT sec.audit('event_moves', 'id');

-- Until when a ticket changes hands, and how long a moved show may be answered. A migration comes
-- before there is a month to tell it in.
ALTER TABLE settings DISABLE TRIGGER audit;
INSERT INTO settings (name, value, lowest, highest) VALUES
('holders_fixed_hours', 1, 0, 168),
('moved_answer_days', 7, 1, 60);
ALTER TABLE settings ENABLE TRIGGER audit;
