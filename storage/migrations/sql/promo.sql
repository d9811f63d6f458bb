-- Codes that make tickets cheaper or open types that are hidden, and who used them for what
-- (rules.md ORD15, docs/decisions/0023-promo-codes.md).

CREATE TYPE promo_effect AS ENUM ('percent', 'amount', 'access');

-- `handle` is how buttons name a code: who knows the word knows it, and nobody else. `used` are the
-- tickets that count against `budget`, changed by sec.promo_shift alone.
CREATE TABLE promo_codes (
    id UUID DEFAULT uuidv7() NOT NULL,
    event_id UUID NOT NULL,
    code TEXT NOT NULL CONSTRAINT ck_promo_codes_code_length CHECK (char_length("code") <= 24),
    handle TEXT NOT NULL CONSTRAINT ck_promo_codes_handle_length CHECK (char_length("handle") <= 8),
    effect promo_effect NOT NULL,
    percent INTEGER,
    amount NUMERIC(12, 2),
    every_type BOOLEAN DEFAULT true NOT NULL,
    budget INTEGER,
    per_person INTEGER,
    valid_until TIMESTAMP WITH TIME ZONE,
    paused BOOLEAN DEFAULT false NOT NULL,
    used INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_promo_codes_used_positive CHECK ("used" >= 0),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_promo_codes PRIMARY KEY (id),
    CONSTRAINT ck_promo_codes_code_is_plain CHECK (code ~ '^[A-Z0-9][A-Z0-9-]+$'),
    CONSTRAINT ck_promo_codes_effect_has_its_number CHECK (
        CASE effect
            WHEN 'percent' THEN percent BETWEEN 1 AND 100 AND amount IS NULL
            WHEN 'amount' THEN amount > 0 AND percent IS NULL
            ELSE amount IS NULL AND percent IS NULL
        END IS TRUE
    ),
    CONSTRAINT ck_promo_codes_access_is_to_some CHECK (effect <> 'access' OR NOT every_type),
    CONSTRAINT ck_promo_codes_bounds_positive CHECK (budget > 0 AND per_person > 0),
    CONSTRAINT ck_promo_codes_within_budget CHECK (used <= budget),
    CONSTRAINT uq_promo_codes_id_event_id UNIQUE (id, event_id),
    CONSTRAINT uq_promo_codes_event_id_code UNIQUE (event_id, code),
    CONSTRAINT uq_promo_codes_event_id_handle UNIQUE (event_id, handle),
    CONSTRAINT fk_promo_codes_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);

-- The types that a code is for by name; one that is hidden is seen with the code.
CREATE TABLE promo_code_ticket_types (
    code_id UUID NOT NULL,
    ticket_type_id UUID NOT NULL,
    event_id UUID NOT NULL,
    CONSTRAINT pk_promo_code_ticket_types PRIMARY KEY (code_id, ticket_type_id),
    CONSTRAINT fk_promo_code_ticket_types_code_id_event_id FOREIGN KEY(code_id, event_id) REFERENCES promo_codes (id, event_id),
    CONSTRAINT fk_promo_code_ticket_types_ticket_type_id_event_id FOREIGN KEY(ticket_type_id, event_id) REFERENCES ticket_types (id, event_id)
);
CREATE INDEX ix_promo_code_ticket_types_ticket_type_id ON promo_code_ticket_types (ticket_type_id);

-- What an order used a code for. `counts`: it is of `used`, from when its places are held until they
-- are free again unpaid.
CREATE TABLE promo_redemptions (
    order_id UUID NOT NULL,
    event_id UUID NOT NULL,
    code_id UUID NOT NULL,
    user_id UUID NOT NULL,
    code TEXT NOT NULL CONSTRAINT ck_promo_redemptions_code_length CHECK (char_length("code") <= 24),
    seats INTEGER NOT NULL,
    discount NUMERIC(12, 2) NOT NULL,
    counts BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_promo_redemptions PRIMARY KEY (order_id),
    CONSTRAINT ck_promo_redemptions_seats_positive CHECK (seats > 0),
    CONSTRAINT ck_promo_redemptions_discount_positive CHECK (discount >= 0),
    CONSTRAINT fk_promo_redemptions_order_id_event_id FOREIGN KEY(order_id, event_id) REFERENCES orders (id, event_id),
    CONSTRAINT fk_promo_redemptions_code_id_event_id FOREIGN KEY(code_id, event_id) REFERENCES promo_codes (id, event_id),
    CONSTRAINT fk_promo_redemptions_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE INDEX ix_promo_redemptions_code_id_user_id ON promo_redemptions (code_id, user_id);
CREATE INDEX ix_promo_redemptions_user_id ON promo_redemptions (user_id);

-- What a code took off the price of each ticket: `unit_price` is what is paid, both together what
-- the ticket cost at that moment.
ALTER TABLE order_lines ADD COLUMN discount NUMERIC(12, 2) DEFAULT 0 NOT NULL
CONSTRAINT ck_order_lines_discount_positive CHECK (discount >= 0);

-- Who sees and changes what: a code is of those who make the event, what it was used for of the
-- buyer, too.
DO $$
DECLARE
    v_table text;
    v_role text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['promo_codes', 'promo_code_ticket_types', 'promo_redemptions']
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
CREATE POLICY see ON promo_codes FOR SELECT TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY add ON promo_codes FOR INSERT TO portal_app
WITH CHECK (used = 0 AND event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY change ON promo_codes FOR UPDATE TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]))
WITH CHECK (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY see ON promo_code_ticket_types FOR SELECT TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY add ON promo_code_ticket_types FOR INSERT TO portal_app
WITH CHECK (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY see ON promo_redemptions FOR SELECT TO portal_app USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
);
GRANT SELECT ON promo_codes, promo_code_ticket_types, promo_redemptions
TO portal_app, portal_worker, portal_definer;
GRANT INSERT ON promo_codes, promo_code_ticket_types TO portal_app;
GRANT UPDATE (paused) ON promo_codes TO portal_app;
GRANT UPDATE (used) ON promo_codes TO portal_definer;
GRANT INSERT, DELETE, UPDATE (counts) ON promo_redemptions TO portal_definer;

-- What a ticket of a type costs with a code; NULL where the code is not for that type.
CREATE FUNCTION sec.promo_price(p_event uuid, p_handle text, p_type uuid) RETURNS numeric
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT CASE c.effect
        WHEN 'percent' THEN round(t.price * (100 - c.percent) / 100, 2)
        WHEN 'amount' THEN greatest(t.price - c.amount, 0)
        ELSE t.price
    END
    FROM public.promo_codes c
    JOIN public.ticket_types t ON t.event_id = c.event_id AND t.id = p_type
    WHERE c.event_id = p_event AND c.handle = p_handle AND (
        c.every_type AND NOT t.hidden
        OR EXISTS (
            SELECT FROM public.promo_code_ticket_types k
            WHERE k.code_id = c.id AND k.ticket_type_id = t.id
        )
    )
$$;

-- What a code makes of a basket. `reason`: unknown, paused, over, other (for none of these types);
-- `unseen`: a type of the basket is hidden and the code does not open it. `seats` are the tickets
-- that it is for, `discount` what it takes off them together.
CREATE FUNCTION sec.promo_basket(
    p_event uuid, p_handle text, p_types uuid[], p_quantities integer[], p_now timestamptz
)
RETURNS TABLE (
    code_id uuid, code text, reason text, unseen boolean, seats integer, total numeric,
    discount numeric
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT c.id, c.code,
        CASE
            WHEN c.id IS NULL THEN 'unknown'
            WHEN c.paused THEN 'paused'
            WHEN c.valid_until <= p_now THEN 'over'
            WHEN s.seats IS NULL THEN 'other'
        END,
        s.unseen, s.seats, s.total, s.discount
    FROM (
        SELECT bool_or(t.hidden AND x.price IS NULL) AS unseen,
            (sum(b.quantity) FILTER (WHERE x.price IS NOT NULL))::integer AS seats,
            sum(coalesce(x.price, t.price) * b.quantity) AS total,
            coalesce(sum((t.price - x.price) * b.quantity), 0) AS discount
        FROM unnest(p_types, p_quantities) AS b (type, quantity)
        JOIN public.ticket_types t ON t.id = b.type AND t.event_id = p_event
        CROSS JOIN LATERAL (SELECT sec.promo_price(p_event, p_handle, t.id) AS price) x
    ) s
    LEFT JOIN public.promo_codes c ON c.event_id = p_event AND c.handle = p_handle
$$;

-- How many more tickets a person may have with a code, NULL without a bound, and whose bound that
-- is: used_up (for all), yours (for each person). What their own order `p_order` has of it, they
-- may have again.
CREATE FUNCTION sec.promo_shortage(p_code uuid, p_user uuid, p_order uuid)
RETURNS TABLE (reason text, "left" integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT CASE WHEN f.mine < f.all_of_it THEN 'yours' ELSE 'used_up' END,
        CASE WHEN f.mine < 0 OR f.all_of_it < 0 THEN 0 ELSE least(f.mine, f.all_of_it) END
    FROM (
        SELECT c.per_person - m.mine AS mine, coalesce(
                c.budget - c.used + m.again, CASE WHEN c.per_person > 0 THEN 2147483647 END
            ) AS all_of_it
        FROM public.promo_codes c
        CROSS JOIN LATERAL (
            SELECT coalesce(
                    sum(r.seats) FILTER (WHERE r.order_id IS DISTINCT FROM p_order), 0
                )::integer AS mine,
                coalesce(sum(r.seats) FILTER (WHERE r.order_id = p_order), 0)::integer AS again
            FROM public.promo_redemptions r
            WHERE r.code_id = c.id AND r.user_id = p_user AND r.counts
        ) m
        WHERE c.id = p_code
    ) f
$$;

-- The one place where `used` changes: what orders used a code for counts from now on, or no longer.
-- Raises FP005 where it is more than the code allows, for all or for one person. Who calls has the
-- orders locked; the codes are locked here, by id, before user_quota and the pools.
CREATE FUNCTION sec.promo_shift(p_orders uuid[], p_counts boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_of record;
BEGIN
    FOR v_of IN
        SELECT r.code_id, sum(r.seats)::integer AS seats, array_agg(DISTINCT r.user_id) AS people,
            array_agg(r.order_id) AS orders, bool_and(
                sec.acting_role() <> 'portal_app' OR sec.is_house() OR r.user_id = sec.uid()
                OR r.event_id = ANY (sec.events_as('{manager,supervisor}'))
            ) AS allowed
        FROM public.promo_redemptions r
        WHERE r.order_id = ANY (p_orders) AND r.counts <> p_counts
        GROUP BY r.code_id ORDER BY r.code_id
    LOOP
        IF v_of.allowed IS NOT true THEN
            RAISE EXCEPTION 'the order of somebody else' USING ERRCODE = '42501';
        END IF;
        UPDATE public.promo_codes c
        SET used = c.used + CASE WHEN p_counts THEN v_of.seats ELSE -v_of.seats END
        WHERE c.id = v_of.code_id
            AND (NOT p_counts OR c.budget IS NULL OR c.used + v_of.seats <= c.budget);
        IF NOT FOUND THEN
            RAISE EXCEPTION 'code % is used up', v_of.code_id USING ERRCODE = 'FP005';
        END IF;
        UPDATE public.promo_redemptions r SET counts = p_counts WHERE r.order_id = ANY (v_of.orders);
        IF p_counts AND EXISTS (
            SELECT FROM public.promo_redemptions r
            JOIN public.promo_codes c ON c.id = r.code_id
            WHERE r.code_id = v_of.code_id AND r.user_id = ANY (v_of.people) AND r.counts
            GROUP BY r.user_id, c.per_person HAVING sum(r.seats) > c.per_person
        ) THEN
            RAISE EXCEPTION 'code % is used up for one person', v_of.code_id
                USING ERRCODE = 'FP005';
        END IF;
    END LOOP;
END
$$;

-- A code as who typed it may see it, and what is left of it for them. For who knows its handle.
CREATE FUNCTION sec.promo_terms(p_event uuid, p_handle text, p_now timestamptz)
RETURNS TABLE (code text, reason text, effect public.promo_effect, percent integer, amount numeric,
    "left" integer, valid_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT c.code,
        CASE
            WHEN c.paused THEN 'paused'
            WHEN c.valid_until <= p_now THEN 'over'
            WHEN s."left" = 0 THEN s.reason
        END,
        c.effect, c.percent, c.amount, s."left", c.valid_until
    FROM public.promo_codes c
    CROSS JOIN LATERAL sec.promo_shortage(c.id, sec.uid(), (
        SELECT o.id FROM public.orders o
        WHERE o.user_id = sec.uid() AND o.event_id = p_event AND o.status = 'pending'
    )) s
    WHERE c.event_id = p_event AND c.handle = p_handle AND (SELECT sec.uid()) IS NOT NULL
$$;

-- Whether somebody who has a code could use it for an event now: whoever looks may know that.
CREATE FUNCTION sec.takes_codes(p_event uuid, p_now timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT EXISTS (
        SELECT FROM public.promo_codes c
        WHERE c.event_id = p_event AND NOT c.paused
            AND (c.valid_until IS NULL OR c.valid_until > p_now)
            AND (c.budget IS NULL OR c.used < c.budget)
    )
$$;

REVOKE ALL ON FUNCTION
    sec.takes_codes(uuid, timestamptz),
    sec.promo_price(uuid, text, uuid),
    sec.promo_basket(uuid, text, uuid[], integer[], timestamptz),
    sec.promo_shortage(uuid, uuid, uuid),
    sec.promo_shift(uuid[], boolean),
    sec.promo_terms(uuid, text, timestamptz)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.promo_price(uuid, text, uuid), sec.promo_terms(uuid, text, timestamptz)
TO portal_app;
GRANT EXECUTE ON FUNCTION sec.takes_codes(uuid, timestamptz) TO portal_app, portal_worker;
GRANT EXECUTE ON FUNCTION sec.promo_shift(uuid[], boolean) TO portal_app, portal_worker;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.takes_codes(uuid, timestamptz) OWNER TO portal_definer;
ALTER FUNCTION sec.promo_price(uuid, text, uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.promo_basket(uuid, text, uuid[], integer[], timestamptz) OWNER TO portal_definer;
ALTER FUNCTION sec.promo_shortage(uuid, uuid, uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.promo_shift(uuid[], boolean) OWNER TO portal_definer;
ALTER FUNCTION sec.promo_terms(uuid, text, timestamptz) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- The holds of `p_orders` are over: expired or cancelled before they were paid. A code that they
-- used may be used again.
CREATE OR REPLACE FUNCTION public.quota_return(p_orders uuid[]) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_users uuid[];
    v_types uuid[];
    v_given integer[];
    v_back integer[];
BEGIN
    SELECT array_agg(o.user_id), array_agg(l.ticket_type_id), array_agg(l.quantity),
        array_agg(-l.quantity)
    INTO v_users, v_types, v_given, v_back
    FROM public.orders o
    JOIN public.order_lines l ON l.order_id = o.id
    WHERE o.id = ANY (p_orders);
    PERFORM sec.promo_shift(p_orders, false);
    PERFORM public.user_quota_return(v_users, v_types, v_given);
    PERFORM public.quota_shift(v_types, v_back, NULL, 'granted');
END
$$;

-- The order had lost its units and wants them again, held (`p_sold` false) or sold at once: a
-- late payment, staff that extends it. False, and nothing changed, where they are gone, or the code
-- that made them cheaper is used up. `p_rule` as in quota_shortage.
CREATE OR REPLACE FUNCTION public.quota_take(p_order uuid, p_sold boolean, p_rule text)
RETURNS boolean
LANGUAGE plpgsql
AS $$
DECLARE
    v_user uuid;
    v_types uuid[];
    v_taken integer[];
BEGIN
    SELECT o.user_id, array_agg(l.ticket_type_id), array_agg(l.quantity)
    INTO v_user, v_types, v_taken
    FROM public.orders o
    JOIN public.order_lines l ON l.order_id = o.id
    WHERE o.id = p_order
    GROUP BY o.user_id;
    PERFORM sec.promo_shift(ARRAY[p_order], true);
    UPDATE public.user_quota u
    SET taken = u.taken + b.quantity, max = greatest(u.max, u.taken + b.quantity)
    FROM unnest(v_types, v_taken) AS b (type, quantity)
    WHERE u.user_id = v_user AND u.ticket_type_id = b.type;
    PERFORM public.quota_shift(
        v_types, CASE WHEN NOT p_sold THEN v_taken END, CASE WHEN p_sold THEN v_taken END, p_rule
    );
    RETURN true;
EXCEPTION WHEN SQLSTATE 'FP001' OR SQLSTATE 'FP005' THEN
    RETURN false;
END
$$;

SELECT
    sec.audit('promo_codes', 'id', p_counters => '{used}'),
    sec.audit('promo_code_ticket_types', 'code_id', '{code_id,ticket_type_id}'),
    sec.audit('promo_redemptions', 'order_id');
