-- Orders that a house looks at before they are paid (docs/decisions/0026-approving.md).

ALTER TABLE ticket_types ADD COLUMN needs_approval BOOLEAN DEFAULT false NOT NULL;

-- What a house was asked, and what it said, for one choice of one order. `words` is its sentence to
-- the buyer; `told_at`: those who decide were told of it.
CREATE TABLE order_approvals (
    id UUID DEFAULT uuidv7() NOT NULL,
    order_id UUID NOT NULL,
    event_id UUID NOT NULL,
    user_id UUID NOT NULL,
    attempt INTEGER NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    told_at TIMESTAMP WITH TIME ZONE,
    approved BOOLEAN,
    decided_at TIMESTAMP WITH TIME ZONE,
    decided_by UUID,
    words TEXT CONSTRAINT ck_order_approvals_words_length CHECK (char_length("words") <= 1644),
    CONSTRAINT pk_order_approvals PRIMARY KEY (id),
    CONSTRAINT uq_order_approvals_order_id_attempt UNIQUE (order_id, attempt),
    CONSTRAINT ck_order_approvals_decided_by_somebody CHECK ((approved IS NULL) = (decided_at IS NULL)),
    CONSTRAINT fk_order_approvals_order_id_event_id FOREIGN KEY(order_id, event_id) REFERENCES orders (id, event_id),
    CONSTRAINT fk_order_approvals_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_order_approvals_decided_by FOREIGN KEY(decided_by) REFERENCES users (id)
);
CREATE INDEX ix_order_approvals_user_id ON order_approvals (user_id);
CREATE INDEX ix_order_approvals_decided_by ON order_approvals (decided_by);
CREATE INDEX ix_order_approvals_decided_at ON order_approvals (decided_at) WHERE approved;
CREATE INDEX ix_order_approvals_asked_at ON order_approvals (asked_at);

-- Who asked holds places as who is to pay does: until a moment, and one order of a person and event.
-- squawk-ignore ban-drop-constraint
ALTER TABLE orders DROP CONSTRAINT ck_orders_pending_has_deadline;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE orders ADD CONSTRAINT ck_orders_open_has_deadline
CHECK (status NOT IN ('pending', 'awaiting_approval') OR expires_at IS NOT NULL);
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX ix_orders_expires_at, uq_orders_pending;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_orders_expires_at ON orders (expires_at)
WHERE status IN ('pending', 'awaiting_approval');
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX uq_orders_open ON orders (user_id, event_id)
WHERE status IN ('pending', 'awaiting_approval');
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_orders_awaiting ON orders (event_id, id) WHERE status = 'awaiting_approval';

ALTER TABLE order_approvals ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_approvals FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
    v_role text;
BEGIN
    FOREACH v_role IN ARRAY ARRAY['owner', 'definer', 'worker'] LOOP
        EXECUTE format(
            'CREATE POLICY %I ON public.order_approvals TO %I USING (true) WITH CHECK (true)',
            v_role, 'portal_' || v_role
        );
    END LOOP;
END
$$;
CREATE POLICY see ON order_approvals FOR SELECT TO portal_app USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
);
-- The buyer asks, and nobody answers but through `sec.decide_order`.
CREATE POLICY add ON order_approvals FOR INSERT TO portal_app WITH CHECK (
    user_id = (SELECT sec.uid()) AND approved IS NULL AND EXISTS (
        SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid())
        AND o.attempt = order_approvals.attempt AND o.status = 'awaiting_approval'
    )
);
GRANT SELECT, INSERT (id, order_id, event_id, user_id, attempt, asked_at)
ON order_approvals TO portal_app;
GRANT SELECT, UPDATE (told_at), DELETE ON order_approvals TO portal_worker;
GRANT SELECT, UPDATE (approved, decided_at, decided_by, words) ON order_approvals TO portal_definer;

-- Who decides sees the name of who asked, while they ask.
ALTER POLICY see ON users USING (
    id = (SELECT sec.uid())
    OR (SELECT sec.is_house())
    OR id = ANY ((SELECT sec.before_me())::uuid[])
    OR EXISTS (
        SELECT FROM tickets t WHERE t.user_id = users.id
        AND t.event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
    )
    OR EXISTS (
        SELECT FROM event_staff s WHERE s.user_id = users.id
        AND s.event_id = ANY ((SELECT sec.events_as('{manager,marketing,supervisor,steward}'))::uuid[])
    )
    OR EXISTS (
        SELECT FROM events e WHERE e.organizer_id = users.id
        AND e.id = ANY ((SELECT sec.events_as('{manager,marketing,supervisor,steward}'))::uuid[])
    )
    OR EXISTS (
        SELECT FROM notifications n JOIN campaigns c ON c.id = n.campaign_id
        WHERE n.user_id = users.id AND n.status = 'unknown'
        AND c.organizer_id = ANY ((SELECT sec.houses())::uuid[])
    )
    OR EXISTS (
        SELECT FROM orders o WHERE o.user_id = users.id AND o.status = 'awaiting_approval'
        AND o.event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
    )
);

CREATE OR REPLACE FUNCTION sec.keep_order_edges() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF (OLD.status, NEW.status) IN (
        ('awaiting_approval', 'pending'), ('awaiting_approval', 'completed'),
        ('awaiting_approval', 'cancelled'), ('awaiting_approval', 'expired'),
        ('pending', 'awaiting_approval'), ('pending', 'completed'), ('pending', 'expired'),
        ('pending', 'cancelled'),
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

-- Nothing is promised and nothing fulfilled of what a house must look at first, unless it has said yes
-- to this very choice; who asked becomes a buyer by that word alone. What was promised before stands.
CREATE FUNCTION sec.keep_approved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT OLD.at_door AND (
        OLD.status = 'awaiting_approval' OR EXISTS (
            SELECT FROM public.order_lines l
            JOIN public.ticket_types t ON t.id = l.ticket_type_id
            WHERE l.order_id = NEW.id AND t.needs_approval
        )
    ) AND NOT EXISTS (
        SELECT FROM public.order_approvals a
        WHERE a.order_id = NEW.id AND a.attempt = NEW.attempt AND a.approved
    ) THEN
        RAISE EXCEPTION 'the house has not approved %', NEW.number USING ERRCODE = 'FP005';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_approved BEFORE UPDATE OF status, precheckout_until ON orders
FOR EACH ROW WHEN (
    NEW.precheckout_until IS NOT NULL AND OLD.precheckout_until IS DISTINCT FROM NEW.precheckout_until
    OR NEW.status = 'completed' AND OLD.status <> 'completed' AND NEW.precheckout_until IS NULL
    OR OLD.status = 'awaiting_approval' AND NEW.status IN ('pending', 'completed')
) EXECUTE FUNCTION sec.keep_approved();

-- An offer is open as long as its order is, also while the house looks at it.
DROP TRIGGER settle_offer ON orders;
CREATE TRIGGER settle_offer AFTER UPDATE OF status ON orders
FOR EACH ROW WHEN (
    OLD.status IN ('pending', 'awaiting_approval')
    AND NEW.status NOT IN ('pending', 'awaiting_approval')
) EXECUTE FUNCTION sec.settle_offer();

-- The word of who makes an event about an order that waits for it: yes, and it is to be paid until
-- `p_until`; or no, and its places are free. Returns `decided`, `over` where its time is up, or where
-- the order stands already. The order is locked first, then promo codes, user_quota and the pools.
CREATE FUNCTION sec.decide_order(
    p_order uuid, p_approved boolean, p_words text, p_until timestamptz, p_now timestamptz
)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_order public.orders;
BEGIN
    SELECT o.* INTO v_order FROM public.orders o WHERE o.id = p_order FOR UPDATE;
    IF (v_order.event_id = ANY (sec.events_as('{manager}'))) IS NOT true THEN
        RAISE EXCEPTION 'the order of somebody else' USING ERRCODE = '42501';
    END IF;
    IF v_order.status <> 'awaiting_approval' THEN
        RETURN v_order.status::text;
    END IF;
    IF v_order.expires_at <= p_now OR NOT EXISTS (
        SELECT FROM public.events e WHERE e.id = v_order.event_id AND e.status = 'published'
    ) THEN
        RETURN 'over';
    END IF;
    UPDATE public.order_approvals a
    SET approved = p_approved, decided_at = p_now, decided_by = sec.uid(), words = p_words
    WHERE a.order_id = p_order AND a.attempt = v_order.attempt;
    IF p_approved THEN
        UPDATE public.orders SET status = 'pending', expires_at = p_until WHERE id = p_order;
    ELSE
        PERFORM public.quota_return(ARRAY[p_order]);
        UPDATE public.orders SET status = 'cancelled' WHERE id = p_order;
    END IF;
    RETURN 'decided';
END
$$;

REVOKE ALL ON FUNCTION
    sec.keep_approved(),
    sec.decide_order(uuid, boolean, text, timestamptz, timestamptz)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.decide_order(uuid, boolean, text, timestamptz, timestamptz)
TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.keep_approved() OWNER TO portal_definer;
ALTER FUNCTION sec.decide_order(uuid, boolean, text, timestamptz, timestamptz)
OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- Under a rush, whose request waits is answered alone; nobody is offered a second order.
CREATE OR REPLACE FUNCTION sec.reserve_many(
    p_contexts text[],
    p_bot bigint,
    p_event uuid,
    p_type uuid,
    p_updates bigint[],
    p_orders uuid[],
    p_users uuid[],
    p_quantities integer[],
    p_shown_totals numeric[],
    p_hold interval,
    p_clock_offset interval DEFAULT interval '0'
)
RETURNS TABLE (
    n integer, outcome text, order_id uuid, number text, status public.order_status,
    total numeric, currency text, expires_at timestamptz, attempt integer, reason text,
    short_type uuid, "left" integer, opens_at timestamptz, "limit" integer
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
#variable_conflict use_column
DECLARE
    v_now CONSTANT timestamptz := now() + p_clock_offset;
    v_asked record;
    v_row record;
    v_locked boolean[];
    v_wanted integer := 0;
    v_taken integer[] := '{}';
    v_short integer[] := '{}';
    v_at integer;
BEGIN
    -- One choice of one buyer for one event at a time; nobody is waited for.
    v_locked := ARRAY(
        SELECT b.n = b.first AND pg_try_advisory_xact_lock(uuid_hash(b.person), uuid_hash(p_event))
        FROM (
            SELECT u.person, u.n, min(u.n) OVER (PARTITION BY u.person) AS first
            FROM unnest(p_users) WITH ORDINALITY AS u (person, n)
        ) b
        ORDER BY b.n
    );
    SELECT e.currency, t.price, t.max_per_person, q.free, q.closed,
        e.status = 'published' AND e.end_date > v_now AND t.status <> 'inactive'
            AND (t.sale_start IS NULL OR t.sale_start <= v_now)
            AND (t.sale_end IS NULL OR t.sale_end > v_now)
            AND q.pools > 0 AND NOT q.closed AS open
    INTO v_asked
    FROM public.ticket_types t
    JOIN public.events e ON e.id = t.event_id
    CROSS JOIN LATERAL (
        SELECT count(*) AS pools, coalesce(bool_or(q.closed OR q.waiting_claim), false) AS closed,
            coalesce(min(q.size - q.sold - q.held), 2147483647) AS free
        FROM public.quota_ticket_types k JOIN public.quotas q ON q.id = k.quota_id
        WHERE k.ticket_type_id = t.id
    ) q
    WHERE t.id = p_type AND t.event_id = p_event;

    FOR v_row IN
        SELECT b.n::integer AS n, b.context, b.person, b.quantity,
            EXISTS (
                SELECT FROM public.processed_updates u
                WHERE u.bot_id = p_bot AND u.update_id = b.update
            ) AS done,
            v_asked.open IS NOT true OR v_locked[b.n] IS NOT true
                OR b.quantity NOT BETWEEN 1 AND 100
                OR v_asked.price * b.quantity IS DISTINCT FROM b.shown
                OR EXISTS (
                    SELECT FROM public.orders o
                    WHERE o.user_id = b.person AND o.event_id = p_event AND o.status IN ('pending', 'awaiting_approval')
                ) AS alone,
            v_asked.max_per_person IS NOT NULL
                AND public.bought(b.person, p_type) + b.quantity > v_asked.max_per_person AS over
        FROM unnest(p_contexts, p_updates, p_users, p_quantities, p_shown_totals)
            WITH ORDINALITY AS b (context, update, person, quantity, shown, n)
        ORDER BY b.n
    LOOP
        n := v_row.n;
        PERFORM set_config('app.context', v_row.context, true);
        IF v_row.done OR v_row.alone OR sec.uid() IS DISTINCT FROM v_row.person THEN
            outcome := 'alone';
            RETURN NEXT;
        ELSIF v_row.over THEN
            outcome := 'limit_reached';
            short_type := p_type;
            "limit" := v_asked.max_per_person;
            RETURN NEXT;
            short_type := NULL;
            "limit" := NULL;
        ELSIF v_wanted + v_row.quantity > v_asked.free THEN
            v_short := v_short || v_row.n;
        ELSE
            v_wanted := v_wanted + v_row.quantity;
            v_taken := v_taken || v_row.n;
        END IF;
    END LOOP;

    IF v_taken <> '{}' THEN
        BEGIN
            -- By person, so that what two statements write of two persons is written in one order.
            FOR v_at IN SELECT a.n FROM unnest(v_taken) AS a (n) ORDER BY p_users[a.n]
            LOOP
                PERFORM set_config('app.context', p_contexts[v_at], true);
                INSERT INTO public.processed_updates (bot_id, update_id, processed_at)
                VALUES (p_bot, p_updates[v_at], v_now);
                IF v_asked.max_per_person IS NOT NULL THEN
                    PERFORM public.limit_shift(
                        p_users[v_at], ARRAY[p_type], p_quantities[v_at:v_at]
                    );
                END IF;
                INSERT INTO public.orders
                    (id, user_id, event_id, total_amount, currency, number, expires_at, created_at)
                VALUES (p_orders[v_at], p_users[v_at], p_event, p_shown_totals[v_at],
                    v_asked.currency, upper(right(p_orders[v_at]::text, 10)), v_now + p_hold, v_now);
                INSERT INTO public.order_lines
                    (order_id, ticket_type_id, event_id, quantity, unit_price)
                VALUES (p_orders[v_at], p_type, p_event, p_quantities[v_at], v_asked.price);
            END LOOP;
            -- Whoever came last of those who fit is who may have taken the last place.
            PERFORM set_config(
                'app.context', p_contexts[v_taken[cardinality(v_taken)]], true
            );
            PERFORM public.quota_shift(ARRAY[p_type], ARRAY[v_wanted], NULL, 'public');
            FOREACH n IN ARRAY v_taken LOOP
                outcome := 'ok';
                order_id := p_orders[n];
                number := upper(right(p_orders[n]::text, 10));
                status := 'pending';
                total := p_shown_totals[n];
                currency := v_asked.currency;
                expires_at := v_now + p_hold;
                attempt := 1;
                RETURN NEXT;
            END LOOP;
            order_id := NULL;
            number := NULL;
            status := NULL;
            total := NULL;
            currency := NULL;
            expires_at := NULL;
            attempt := NULL;
        EXCEPTION WHEN SQLSTATE 'FP001' THEN
            -- Others were quicker in between: each for itself, it is nearly over.
            outcome := 'alone';
            FOREACH n IN ARRAY v_taken LOOP
                RETURN NEXT;
            END LOOP;
        END;
    END IF;

    FOREACH n IN ARRAY v_short LOOP
        SELECT s.reason, s."left" INTO reason, "left"
        FROM public.quota_shortage(ARRAY[p_type], p_quantities[n:n], 'public') s;
        -- What has just come back is for the single form to take.
        outcome := CASE WHEN reason IS NULL THEN 'alone' ELSE 'sold_out' END;
        short_type := p_type;
        RETURN NEXT;
    END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION sec.offer_seats(
    p_entry uuid, p_order uuid, p_seats integer, p_until timestamptz, p_now timestamptz
)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_entry record;
BEGIN
    SELECT w.user_id, w.event_id INTO v_entry
    FROM public.waitlist_entries w WHERE w.id = p_entry;
    IF NOT FOUND THEN
        RETURN 'gone';
    END IF;
    PERFORM pg_advisory_xact_lock(uuid_hash(v_entry.user_id), uuid_hash(v_entry.event_id));
    SELECT w.user_id, w.event_id, t.id AS type, t.price, t.max_per_person, e.currency INTO v_entry
    FROM public.waitlist_entries w
    JOIN public.ticket_types t ON t.id = w.ticket_type_id
    JOIN public.events e ON e.id = w.event_id
    WHERE w.id = p_entry AND w.state = 'waiting' AND w.seats >= p_seats
    FOR NO KEY UPDATE OF w;
    IF NOT FOUND THEN
        RETURN 'gone';
    END IF;
    IF EXISTS (
        SELECT FROM public.orders o WHERE o.user_id = v_entry.user_id
            AND o.event_id = v_entry.event_id AND o.status IN ('pending', 'awaiting_approval')
    ) THEN
        RETURN 'busy';
    END IF;
    IF EXISTS (
        SELECT FROM public.over_limit(v_entry.user_id, ARRAY[v_entry.type], ARRAY[p_seats])
    ) THEN
        RETURN 'limit';
    END IF;
    IF v_entry.max_per_person IS NOT NULL THEN
        PERFORM public.limit_shift(v_entry.user_id, ARRAY[v_entry.type], ARRAY[p_seats]);
    END IF;
    INSERT INTO public.orders
        (id, user_id, event_id, total_amount, currency, number, expires_at, created_at)
    VALUES (p_order, v_entry.user_id, v_entry.event_id, v_entry.price * p_seats,
        v_entry.currency, upper(right(p_order::text, 10)), p_until, p_now);
    INSERT INTO public.order_lines (order_id, ticket_type_id, event_id, quantity, unit_price)
    VALUES (p_order, v_entry.type, v_entry.event_id, p_seats, v_entry.price);
    INSERT INTO public.waitlist_offers (order_id, entry_id, seats, created_at)
    VALUES (p_order, p_entry, p_seats, p_now);
    UPDATE public.waitlist_entries w SET state = 'offered', short_since = NULL
    WHERE w.id = p_entry;
    PERFORM public.quota_shift(ARRAY[v_entry.type], ARRAY[p_seats], NULL, 'granted');
    RETURN 'offered';
EXCEPTION WHEN SQLSTATE 'FP001' THEN
    RETURN 'full';
END
$$;

-- How long a house may take to answer. A migration comes before there is a month to tell it in.
ALTER TABLE settings DISABLE TRIGGER audit;
INSERT INTO settings (name, value, lowest, highest) VALUES ('approval_hours', 48, 1, 336);
ALTER TABLE settings ENABLE TRIGGER audit;
SELECT sec.audit('order_approvals', 'order_id', '{id}', p_counters => '{told_at}', p_sealed => '{words}');
