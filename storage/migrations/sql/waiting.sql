-- A place in line for seats together, and offers that hold them (rules.md WAIT,
-- docs/decisions/0021-waiting-list.md).

CREATE TYPE waitlist_state AS ENUM ('waiting', 'offered', 'taken', 'passed', 'lapsed', 'left');

-- What a house has decided for the line of a ticket type; without a row the usual holds.
CREATE TABLE waitlists (
    ticket_type_id UUID NOT NULL,
    event_id UUID NOT NULL,
    closed BOOLEAN DEFAULT false NOT NULL,
    smaller_first BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_waitlists PRIMARY KEY (ticket_type_id),
    CONSTRAINT fk_waitlists_ticket_type_id_event_id FOREIGN KEY(ticket_type_id, event_id) REFERENCES ticket_types (id, event_id)
);

CREATE TABLE waitlist_entries (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    event_id UUID NOT NULL,
    ticket_type_id UUID NOT NULL,
    seats INTEGER NOT NULL,
    priority INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_waitlist_entries_priority_positive CHECK ("priority" >= 0),
    state waitlist_state DEFAULT 'waiting' NOT NULL,
    declined INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_waitlist_entries_declined_positive CHECK ("declined" >= 0),
    short_since TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_waitlist_entries PRIMARY KEY (id),
    CONSTRAINT ck_waitlist_entries_seats_in_bounds CHECK (seats BETWEEN 1 AND 100),
    CONSTRAINT ck_waitlist_entries_declined_is_fewer CHECK (declined < seats),
    CONSTRAINT fk_waitlist_entries_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_waitlist_entries_ticket_type_id_event_id FOREIGN KEY(ticket_type_id, event_id) REFERENCES ticket_types (id, event_id)
);
CREATE UNIQUE INDEX uq_waitlist_entries_live ON waitlist_entries (user_id, ticket_type_id) WHERE state IN ('waiting', 'offered');
CREATE INDEX ix_waitlist_entries_user_id ON waitlist_entries (user_id);
CREATE INDEX ix_waitlist_entries_line ON waitlist_entries (ticket_type_id, state, priority DESC, created_at, id);

-- An offer is an order like any other, pending until it is paid, given back or late.
CREATE TABLE waitlist_offers (
    order_id UUID NOT NULL,
    entry_id UUID NOT NULL,
    seats INTEGER NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_waitlist_offers PRIMARY KEY (order_id),
    CONSTRAINT ck_waitlist_offers_seats_positive CHECK (seats > 0),
    CONSTRAINT fk_waitlist_offers_order_id FOREIGN KEY(order_id) REFERENCES orders (id),
    CONSTRAINT fk_waitlist_offers_entry_id FOREIGN KEY(entry_id) REFERENCES waitlist_entries (id)
);
CREATE INDEX ix_waitlist_offers_entry_id ON waitlist_offers (entry_id);

-- Somebody should look at the lines of an event, at once or at `due_at`. Rows are only added and
-- taken away: whoever frees a seat waits for nobody here.
CREATE TABLE waitlist_calls (
    id UUID DEFAULT uuidv7() NOT NULL,
    event_id UUID NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_waitlist_calls PRIMARY KEY (id),
    CONSTRAINT fk_waitlist_calls_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);
CREATE INDEX ix_waitlist_calls_event_id ON waitlist_calls (event_id, due_at);

-- Who sees and changes what.
DO $$
DECLARE
    v_table text;
    v_role text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['waitlists', 'waitlist_entries', 'waitlist_offers']
    LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', v_table);
        FOREACH v_role IN ARRAY ARRAY['owner', 'definer', 'worker']
        LOOP
            EXECUTE format(
                'CREATE POLICY %I ON public.%I TO %I USING (true) WITH CHECK (true)',
                v_role, v_table, 'portal_' || v_role
            );
        END LOOP;
    END LOOP;
END
$$;
CREATE POLICY see ON waitlists FOR SELECT TO portal_app USING (true);
CREATE POLICY add ON waitlists FOR INSERT TO portal_app
WITH CHECK (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY change ON waitlists FOR UPDATE TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]))
WITH CHECK (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY see ON waitlist_entries FOR SELECT TO portal_app USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
);
CREATE POLICY change ON waitlist_entries FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid()) AND state = 'waiting')
WITH CHECK (user_id = (SELECT sec.uid()) AND state = 'left');
CREATE POLICY see ON waitlist_offers FOR SELECT TO portal_app
USING (EXISTS (SELECT FROM waitlist_entries w WHERE w.id = entry_id));
GRANT SELECT, INSERT, UPDATE (closed, smaller_first) ON waitlists TO portal_app;
GRANT SELECT, UPDATE (state) ON waitlist_entries TO portal_app;
GRANT SELECT ON waitlist_offers TO portal_app;
GRANT SELECT ON waitlists TO portal_worker, portal_definer;
GRANT SELECT, UPDATE, DELETE ON waitlist_entries TO portal_worker;
GRANT SELECT, DELETE ON waitlist_offers TO portal_worker;
GRANT SELECT, INSERT, DELETE ON waitlist_calls TO portal_worker;
GRANT SELECT, INSERT, UPDATE ON waitlist_entries TO portal_definer;
GRANT SELECT, INSERT ON waitlist_offers TO portal_definer;
GRANT INSERT ON waitlist_calls TO portal_definer;

-- A pool has nothing left and somebody waits for it: what comes back is due to them. So is what comes
-- to the seats that a group has declined, for they may be enough for it now.
CREATE FUNCTION sec.claim_for_waiting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    NEW.waiting_claim := EXISTS (
        SELECT FROM public.quota_ticket_types l
        JOIN public.waitlist_entries w
            ON w.ticket_type_id = l.ticket_type_id AND w.state = 'waiting'
        WHERE l.quota_id = NEW.id AND (NEW.sold + NEW.held >= NEW.size OR w.declined > 0)
    );
    RETURN NEW;
END
$$;
CREATE TRIGGER claim_for_waiting BEFORE UPDATE OF held, sold, size ON quotas
FOR EACH ROW WHEN (
    NOT NEW.waiting_claim AND (
        NEW.sold + NEW.held >= NEW.size
        OR NEW.sold + NEW.held < OLD.sold + OLD.held
        OR NEW.size > OLD.size
    )
) EXECUTE FUNCTION sec.claim_for_waiting();

-- There is more in a pool that people wait for: their line is served.
CREATE FUNCTION sec.call_waitlist() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    INSERT INTO public.waitlist_calls (event_id) VALUES (coalesce(NEW.event_id, OLD.event_id));
    RETURN NULL;
END
$$;
CREATE TRIGGER call_waitlist AFTER UPDATE OF held, sold, size, closed ON quotas
FOR EACH ROW WHEN (
    NEW.waiting_claim AND (
        NEW.sold + NEW.held < OLD.sold + OLD.held
        OR NEW.size > OLD.size
        OR NEW.size IS NULL AND OLD.size IS NOT NULL
        OR OLD.closed AND NOT NEW.closed
    )
) EXECUTE FUNCTION sec.call_waitlist();
CREATE TRIGGER call_waitlist AFTER UPDATE OF state ON waitlist_entries
FOR EACH ROW WHEN (NEW.state IN ('waiting', 'left')) EXECUTE FUNCTION sec.call_waitlist();
CREATE TRIGGER call_waitlist_again AFTER DELETE ON waitlist_entries
FOR EACH ROW WHEN (OLD.state = 'waiting') EXECUTE FUNCTION sec.call_waitlist();
CREATE TRIGGER call_waitlist AFTER INSERT OR UPDATE ON waitlists
FOR EACH ROW WHEN (NEW.smaller_first) EXECUTE FUNCTION sec.call_waitlist();

-- An order that was an offer has come to its end: so has the offer. Who was asked about fewer seats
-- than wanted, and did not take them, waits on where they stood.
CREATE FUNCTION sec.settle_offer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    UPDATE public.waitlist_entries w
    SET state = CASE
            WHEN NEW.status = 'completed' THEN 'taken'
            WHEN o.seats < w.seats THEN 'waiting'
            WHEN NEW.status = 'expired' THEN 'lapsed'
            ELSE 'passed'
        END::public.waitlist_state,
        declined = CASE
            WHEN NEW.status <> 'completed' AND o.seats < w.seats THEN greatest(w.declined, o.seats)
            ELSE w.declined
        END
    FROM public.waitlist_offers o
    WHERE o.order_id = NEW.id AND w.id = o.entry_id AND w.state = 'offered';
    RETURN NULL;
END
$$;
CREATE TRIGGER settle_offer AFTER UPDATE OF status ON orders
FOR EACH ROW WHEN (OLD.status = 'pending' AND NEW.status <> 'pending')
EXECUTE FUNCTION sec.settle_offer();

-- The person of the context waits for `p_seats` of a type that cannot be had now. `outcome`: ok,
-- already (`entry_id` is the place they have), available (`left` can be had at once), closed (the
-- line), over (the sale), limit (`left` is what one person may have), unknown. A payment of theirs for this type
-- that came too late, for the order `p_order`, puts them ahead, once.
CREATE FUNCTION sec.join_waitlist(
    p_entry uuid, p_type uuid, p_seats integer, p_order uuid, p_now timestamptz,
    OUT outcome text, OUT entry_id uuid, OUT "left" integer
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
#variable_conflict use_column
DECLARE
    v_user CONSTANT uuid := sec.uid();
    v_type record;
    v_pools record;
    v_priority integer;
BEGIN
    IF v_user IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'nobody waits for another';
    END IF;
    SELECT t.event_id, t.status, t.hidden, t.sale_start, t.sale_end, t.max_per_person,
        e.status AS event_status, e.end_date, coalesce(l.closed, false) AS closed
    INTO v_type
    FROM public.ticket_types t
    JOIN public.events e ON e.id = t.event_id
    LEFT JOIN public.waitlists l ON l.ticket_type_id = t.id
    WHERE t.id = p_type;
    IF NOT FOUND OR v_type.event_status = 'draft' OR v_type.hidden
        OR p_seats NOT BETWEEN 1 AND 100 THEN
        outcome := 'unknown';
        RETURN;
    END IF;
    -- As `sec.reserve` does: what a person wants of an event comes one after the other.
    PERFORM pg_advisory_xact_lock(uuid_hash(v_user), uuid_hash(v_type.event_id));
    v_priority := (
        SELECT count(*) FROM public.orders o
        JOIN public.order_lines l ON l.order_id = o.id AND l.ticket_type_id = p_type
        JOIN public.refunds r ON r.order_id = o.id AND r.reason = 'late'
        WHERE o.id = p_order AND o.user_id = v_user AND NOT EXISTS (
            SELECT FROM public.waitlist_entries w
            WHERE w.user_id = v_user AND w.ticket_type_id = p_type AND w.priority > 0
                AND w.created_at >= r.created_at
        )
    );
    SELECT w.id INTO entry_id FROM public.waitlist_entries w
    WHERE w.user_id = v_user AND w.ticket_type_id = p_type AND w.state IN ('waiting', 'offered');
    IF FOUND THEN
        outcome := 'already';
        UPDATE public.waitlist_entries w SET priority = v_priority
        WHERE w.id = entry_id AND w.state = 'waiting' AND w.priority < v_priority;
        RETURN;
    END IF;
    IF v_type.event_status <> 'published' OR v_type.status = 'inactive'
        OR v_type.sale_start > p_now OR coalesce(v_type.sale_end, v_type.end_date) <= p_now THEN
        outcome := 'over';
    ELSIF v_type.closed THEN
        outcome := 'closed';
    ELSIF public.bought(v_user, p_type) + p_seats > v_type.max_per_person THEN
        outcome := 'limit';
        "left" := v_type.max_per_person;
    END IF;
    IF outcome IS NOT NULL THEN
        RETURN;
    END IF;
    PERFORM FROM public.quotas q
    JOIN public.quota_ticket_types l ON l.quota_id = q.id
    WHERE l.ticket_type_id = p_type ORDER BY q.id FOR NO KEY UPDATE OF q;
    SELECT min(greatest(coalesce(q.size, 2147483647) - q.sold - q.held, 0)) AS free, count(*) AS pools,
        bool_or(q.closed) AS closed, bool_or(q.waiting_claim) AS claimed
    INTO v_pools
    FROM public.quotas q
    JOIN public.quota_ticket_types l ON l.quota_id = q.id
    WHERE l.ticket_type_id = p_type;
    IF v_pools.pools = 0 OR v_pools.closed THEN
        outcome := 'over';
        RETURN;
    END IF;
    IF NOT v_pools.claimed AND v_pools.free > 0 THEN
        outcome := 'available';
        "left" := v_pools.free;
        RETURN;
    END IF;
    INSERT INTO public.waitlist_entries
        (id, user_id, event_id, ticket_type_id, seats, priority, created_at)
    VALUES (p_entry, v_user, v_type.event_id, p_type, p_seats, v_priority, p_now);
    -- What has nothing left is claimed from now on (claim_for_waiting).
    UPDATE public.quotas q SET held = q.held
    FROM public.quota_ticket_types l
    WHERE l.ticket_type_id = p_type AND q.id = l.quota_id
        AND NOT q.waiting_claim AND q.sold + q.held >= q.size;
    INSERT INTO public.waitlist_calls (event_id) VALUES (v_type.event_id);
    outcome := 'ok';
    entry_id := p_entry;
END
$$;

-- How many of the same line come before somebody's own entry, and one.
CREATE FUNCTION sec.place_in_line(p_entry uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT count(w.id)::integer + 1
    FROM public.waitlist_entries mine
    LEFT JOIN public.waitlist_entries w
        ON w.ticket_type_id = mine.ticket_type_id AND w.state = 'waiting'
        AND (-w.priority, w.created_at, w.id) < (-mine.priority, mine.created_at, mine.id)
    WHERE mine.id = p_entry AND mine.user_id = sec.uid()
    GROUP BY mine.id
$$;

-- Holds `p_seats` for who waits, as their own pending order, until `p_until`. The outcome: offered,
-- gone (they no longer wait), busy (an order of theirs for the evening is under way), limit, full.
CREATE FUNCTION sec.offer_seats(
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
            AND o.event_id = v_entry.event_id AND o.status = 'pending'
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

REVOKE ALL ON FUNCTION
    sec.claim_for_waiting(), sec.call_waitlist(), sec.settle_offer(),
    sec.join_waitlist(uuid, uuid, integer, uuid, timestamptz),
    sec.place_in_line(uuid),
    sec.offer_seats(uuid, uuid, integer, timestamptz, timestamptz)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.join_waitlist(uuid, uuid, integer, uuid, timestamptz), sec.place_in_line(uuid)
TO portal_app;
GRANT EXECUTE ON FUNCTION sec.offer_seats(uuid, uuid, integer, timestamptz, timestamptz)
TO portal_worker;
GRANT EXECUTE ON FUNCTION public.bought(uuid, uuid) TO portal_worker;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.claim_for_waiting() OWNER TO portal_definer;
ALTER FUNCTION sec.call_waitlist() OWNER TO portal_definer;
ALTER FUNCTION sec.settle_offer() OWNER TO portal_definer;
ALTER FUNCTION sec.join_waitlist(uuid, uuid, integer, uuid, timestamptz) OWNER TO portal_definer;
ALTER FUNCTION sec.place_in_line(uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.offer_seats(uuid, uuid, integer, timestamptz, timestamptz) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- A new database has no month yet to tell it in.
ALTER TABLE settings DISABLE TRIGGER audit;
INSERT INTO settings (name, value, lowest, highest) VALUES
('waitlist_offer_minutes', 120, 5, 2880),
('waitlist_fewer_minutes', 30, 1, 1440);
ALTER TABLE settings ENABLE TRIGGER audit;
SELECT
    sec.audit('waitlists', 'ticket_type_id'),
    sec.audit('waitlist_entries', 'id', p_counters => '{short_since}'),
    sec.audit('waitlist_offers', 'order_id');
