-- Holding places: claim, dedupe, rules that only the database can judge, lock, insert, take.
-- One call is a whole unit of work. Everything that refuses is looked at before anything is
-- written; the pools, which everybody wants, are locked last. What turns out not to fit only
-- then, because another took it in between, is undone with its subtransaction.

CREATE FUNCTION public.order_number(p_order uuid) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT string_agg(
        substr(
            '0123456789ABCDEFGHJKMNPQRSTVWXYZ', ((b.bits >> (5 * place)) & 31)::integer + 1, 1
        ), ''
    )
    FROM (SELECT ('x' || right(p_order::text, 12))::bit(48)::bigint) b (bits),
        generate_series(8, 0, -1) place
$$;

-- The order of this buyer for this event that a screen would show.
CREATE FUNCTION public.current_order(p_user uuid, p_event uuid)
RETURNS TABLE (
    order_id uuid, number text, status public.order_status, total numeric, currency text,
    expires_at timestamptz, attempt integer
)
LANGUAGE sql STABLE
AS $$
    SELECT o.id, o.number, o.status, o.total_amount, o.currency, o.expires_at, o.attempt
    FROM public.orders o
    WHERE o.user_id = p_user AND o.event_id = p_event
    ORDER BY o.status = 'pending' DESC, o.id DESC
    LIMIT 1
$$;

-- How many of a type this person holds or has bought and not given back, counted from the rows.
CREATE FUNCTION public.bought(p_user uuid, p_type uuid) RETURNS integer
LANGUAGE sql STABLE
AS $$
    SELECT coalesce(sum(CASE o.status
        WHEN 'completed' THEN (
            SELECT count(*) FROM public.tickets k
            WHERE k.order_id = o.id AND k.ticket_type_id = t.id
                AND k.status NOT IN ('cancelled', 'refunded')
        )
        ELSE l.quantity
    END), 0)::integer
    FROM public.ticket_types t
    JOIN public.orders o ON o.user_id = p_user AND o.event_id = t.event_id
        AND o.status IN ('pending', 'completed', 'awaiting_approval')
    JOIN public.order_lines l ON l.order_id = o.id AND l.ticket_type_id = t.id
    WHERE t.id = p_type
$$;

-- The first of `p_types` of which `p_delta` more would be over the person's limit, if any.
CREATE FUNCTION public.over_limit(p_user uuid, p_types uuid[], p_delta integer[])
RETURNS TABLE (short_type uuid, "limit" integer)
LANGUAGE sql STABLE
AS $$
    SELECT t.id, t.max_per_person
    FROM unnest(p_types, p_delta) WITH ORDINALITY AS b (type, delta, n)
    JOIN public.ticket_types t ON t.id = b.type
    LEFT JOIN public.user_quota u ON u.user_id = p_user AND u.ticket_type_id = t.id
    WHERE b.delta > 0
        AND coalesce(u.taken, public.bought(p_user, t.id)) + b.delta > t.max_per_person
    ORDER BY b.n
    LIMIT 1
$$;

-- Counts `p_delta` more of `p_types` against the person's limits; the CHECK of the table is the
-- last word. A row starts with what the orders say, so a limit may be set while a sale runs.
CREATE FUNCTION public.limit_shift(p_user uuid, p_types uuid[], p_delta integer[]) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO public.user_quota (user_id, ticket_type_id, taken, max)
    SELECT p_user, t.id, c.taken, greatest(t.max_per_person, c.taken)
    FROM public.ticket_types t, LATERAL (SELECT public.bought(p_user, t.id) AS taken) c
    WHERE t.id = ANY (p_types) AND t.max_per_person IS NOT NULL
    ON CONFLICT DO NOTHING;
    UPDATE public.user_quota u
    SET taken = u.taken + b.delta,
        max = CASE
            WHEN b.delta > 0 AND t.max_per_person IS NOT NULL THEN t.max_per_person
            ELSE greatest(u.max, u.taken + b.delta)
        END
    FROM unnest(p_types, p_delta) AS b (type, delta)
    JOIN public.ticket_types t ON t.id = b.type
    WHERE u.user_id = p_user AND u.ticket_type_id = b.type;
END
$$;

CREATE FUNCTION public.reserve(
    p_bot bigint,
    p_update bigint,
    p_order uuid,
    p_user uuid,
    p_event uuid,
    p_types uuid[],
    p_quantities integer[],
    p_shown_total numeric,
    p_hold interval,
    p_clock_offset interval DEFAULT interval '0'
)
RETURNS TABLE (
    outcome text,
    order_id uuid,
    number text,
    status public.order_status,
    total numeric,
    currency text,
    expires_at timestamptz,
    attempt integer,
    reason text,
    short_type uuid,
    "left" integer,
    opens_at timestamptz,
    "limit" integer
)
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
DECLARE
    v_now CONSTANT timestamptz := now() + p_clock_offset;
    v_event record;
    v_asked record;
    v_old record;
    v_short record;
    v_types uuid[] := p_types;
    v_delta integer[] := p_quantities;
    v_none integer[];
    v_limited boolean;
    v_same boolean;
BEGIN
    -- One choice of one buyer for one event at a time.
    PERFORM pg_advisory_xact_lock(uuid_hash(p_user), uuid_hash(p_event));
    IF EXISTS (
        SELECT FROM public.processed_updates u
        WHERE u.bot_id = p_bot AND u.update_id = p_update
    ) THEN
        outcome := 'already_done';
        SELECT o.* INTO order_id, number, status, total, currency, expires_at, attempt
        FROM public.current_order(p_user, p_event) o;
        RETURN NEXT;
        RETURN;
    END IF;

    SELECT e.status, e.end_date, e.currency INTO v_event
    FROM public.events e WHERE e.id = p_event;
    SELECT
        count(*) AS lines,
        count(DISTINCT t.id) AS known,
        bool_and(b.quantity BETWEEN 1 AND 100) AS countable,
        sum(t.price * b.quantity) AS total,
        bool_or(t.status = 'inactive') AS inactive,
        max(t.sale_start) FILTER (WHERE t.sale_start > v_now) AS opens_at,
        bool_or(t.sale_end <= v_now) AS over,
        bool_or(t.max_per_person IS NOT NULL OR u.user_id IS NOT NULL) AS limited
    INTO v_asked
    FROM unnest(p_types, p_quantities) AS b (type, quantity)
    LEFT JOIN public.ticket_types t ON t.id = b.type AND t.event_id = p_event
    LEFT JOIN public.user_quota u ON u.user_id = p_user AND u.ticket_type_id = b.type;

    currency := v_event.currency;
    total := v_asked.total;
    IF v_event.status IS NULL OR v_event.status = 'draft'
        OR v_asked.known <> v_asked.lines OR v_asked.countable IS NOT true THEN
        outcome := 'unknown';
    ELSIF v_event.status <> 'published' OR v_event.end_date <= v_now THEN
        outcome := 'sales_closed';
        reason := CASE v_event.status WHEN 'cancelled' THEN 'cancelled' ELSE 'over' END;
    ELSIF v_asked.inactive OR v_asked.over THEN
        outcome := 'sales_closed';
        reason := 'over';
    ELSIF v_asked.opens_at IS NOT NULL THEN
        outcome := 'sales_closed';
        reason := 'not_yet';
        opens_at := v_asked.opens_at;
    ELSIF v_asked.total IS DISTINCT FROM p_shown_total THEN
        outcome := 'price_changed';
    END IF;
    IF outcome IS NOT NULL THEN
        RETURN NEXT;
        RETURN;
    END IF;

    -- A new choice replaces the lines of the pending order: only the difference is taken.
    SELECT o.id, o.precheckout_until > v_now AS in_payment,
        o.expires_at > v_now AND o.total_amount = p_shown_total AS fresh
    INTO v_old
    FROM public.orders o
    WHERE o.user_id = p_user AND o.event_id = p_event AND o.status = 'pending'
    FOR NO KEY UPDATE;
    IF v_old.id IS NOT NULL THEN
        SELECT array_agg(d.type), array_agg(d.delta), bool_or(d.limited),
            v_old.fresh AND bool_and(d.delta = 0)
        INTO v_types, v_delta, v_limited, v_same
        FROM (
            SELECT b.type, sum(b.quantity)::integer AS delta,
                bool_or(u.user_id IS NOT NULL) AS limited
            FROM (
                SELECT a.type, a.quantity FROM unnest(p_types, p_quantities) AS a (type, quantity)
                UNION ALL
                SELECT l.ticket_type_id, -l.quantity FROM public.order_lines l
                WHERE l.order_id = v_old.id
            ) b
            LEFT JOIN public.user_quota u ON u.user_id = p_user AND u.ticket_type_id = b.type
            GROUP BY b.type
        ) d;
        IF v_old.in_payment OR v_same THEN
            outcome := CASE WHEN v_old.in_payment THEN 'in_payment' ELSE 'ok' END;
            IF NOT v_old.in_payment THEN
                INSERT INTO public.processed_updates (bot_id, update_id, processed_at)
                VALUES (p_bot, p_update, v_now);
            END IF;
            SELECT o.* INTO order_id, number, status, total, currency, expires_at, attempt
            FROM public.current_order(p_user, p_event) o;
            RETURN NEXT;
            RETURN;
        END IF;
    END IF;

    v_limited := v_limited OR v_asked.limited;
    IF v_limited THEN
        SELECT x.* INTO short_type, "limit" FROM public.over_limit(p_user, v_types, v_delta) x;
        IF short_type IS NOT NULL THEN
            outcome := 'limit_reached';
            RETURN NEXT;
            RETURN;
        END IF;
    END IF;

    SELECT s.* INTO v_short FROM public.quota_shortage(v_types, v_delta, 'public') s;
    IF v_short.reason IS NULL THEN
        BEGIN
            INSERT INTO public.processed_updates (bot_id, update_id, processed_at)
            VALUES (p_bot, p_update, v_now);
            IF v_limited THEN
                PERFORM public.limit_shift(p_user, v_types, v_delta);
            END IF;
            IF v_old.id IS NULL THEN
                INSERT INTO public.orders AS o
                    (id, user_id, event_id, total_amount, currency, number, expires_at, created_at)
                VALUES (p_order, p_user, p_event, v_asked.total, v_event.currency,
                    public.order_number(p_order), v_now + p_hold, v_now)
                RETURNING o.id, o.number, o.status, o.expires_at, o.attempt
                INTO order_id, number, status, expires_at, attempt;
            ELSE
                UPDATE public.orders o
                SET total_amount = v_asked.total, expires_at = v_now + p_hold,
                    attempt = o.attempt + 1, precheckout_until = NULL, payment_status = 'pending'
                WHERE o.id = v_old.id
                RETURNING o.id, o.number, o.status, o.expires_at, o.attempt
                INTO order_id, number, status, expires_at, attempt;
                DELETE FROM public.order_lines l WHERE l.order_id = v_old.id;
            END IF;
            INSERT INTO public.order_lines
                (order_id, ticket_type_id, event_id, quantity, unit_price)
            SELECT reserve.order_id, t.id, p_event, b.quantity, t.price
            FROM unnest(p_types, p_quantities) AS b (type, quantity)
            JOIN public.ticket_types t ON t.id = b.type;
            v_none := array_fill(0, ARRAY[cardinality(v_types)]);
            IF NOT public.quota_shift(v_types, v_delta, v_none, 'public') THEN
                RAISE EXCEPTION USING ERRCODE = 'FP001';
            END IF;
            outcome := 'ok';
            RETURN NEXT;
            RETURN;
        EXCEPTION WHEN SQLSTATE 'FP001' THEN
            order_id := NULL; number := NULL; status := NULL; expires_at := NULL; attempt := NULL;
            SELECT s.* INTO v_short FROM public.quota_shortage(v_types, v_delta, 'public') s;
        END;
    END IF;
    outcome := CASE v_short.reason WHEN 'no_quota' THEN 'sales_closed' ELSE 'sold_out' END;
    reason := coalesce(v_short.reason, 'held');
    short_type := v_short.short_type;
    "left" := coalesce(v_short."left", 0) + (
        SELECT coalesce(sum(l.quantity), 0)::integer FROM public.order_lines l
        JOIN public.quota_ticket_types k ON k.ticket_type_id = l.ticket_type_id
        WHERE l.order_id = v_old.id AND k.quota_id = v_short.quota_id
    );
    RETURN NEXT;
END
$$;
