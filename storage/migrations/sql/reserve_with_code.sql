-- Holding places with a code: sec.reserve as it was, and what a code changes of it. Without one
-- nothing is asked that was not asked before.

-- squawk-ignore ban-drop-function
DROP FUNCTION sec.reserve(
    text, bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, interval
);
CREATE FUNCTION sec.reserve(
    p_context text,
    p_bot bigint,
    p_update bigint,
    p_order uuid,
    p_user uuid,
    p_event uuid,
    p_types uuid[],
    p_quantities integer[],
    p_shown_total numeric,
    p_hold interval,
    p_clock_offset interval DEFAULT interval '0',
    p_code text DEFAULT NULL,
    OUT outcome text,
    OUT order_id uuid,
    OUT number text,
    OUT status public.order_status,
    OUT total numeric,
    OUT currency text,
    OUT expires_at timestamptz,
    OUT attempt integer,
    OUT reason text,
    OUT short_type uuid,
    OUT "left" integer,
    OUT opens_at timestamptz,
    OUT "limit" integer
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
#variable_conflict use_column
DECLARE
    v_now CONSTANT timestamptz := now() + p_clock_offset;
    v_asked record;
    v_old record;
    v_replaced uuid;
    v_types uuid[] := p_types;
    v_delta integer[] := p_quantities;
    v_limited boolean;
    v_same boolean;
    v_short record;
    v_refused boolean := false;
    v_total numeric;
    v_code uuid;
    v_word text;
    v_unseen boolean := true;
    v_why text;
    v_seats integer;
    v_discount numeric;
    v_old_code uuid;
BEGIN
    PERFORM set_config('app.context', p_context, true);
    IF sec.uid() IS DISTINCT FROM p_user THEN
        RAISE insufficient_privilege USING MESSAGE = 'nobody buys for another';
    END IF;
    -- One choice of one buyer for one event at a time.
    PERFORM pg_advisory_xact_lock(uuid_hash(p_user), uuid_hash(p_event));
    SELECT e.status, e.end_date, e.currency, a.*,
        EXISTS (
            SELECT FROM public.processed_updates u
            WHERE u.bot_id = p_bot AND u.update_id = p_update
        ) AS done,
        EXISTS (
            SELECT FROM public.orders o
            WHERE o.user_id = p_user AND o.event_id = p_event AND o.status = 'pending'
        ) AS replaces
    INTO v_asked
    FROM (
        SELECT
            count(t.id) = cardinality(p_types) AND bool_and(b.quantity BETWEEN 1 AND 100) AS sound,
            sum(t.price * b.quantity) AS total,
            bool_or(t.status = 'inactive') AS inactive,
            bool_or(t.status = 'sold_out') AS sold_out,
            bool_or(t.hidden) AS hidden,
            max(t.sale_start) AS opens_at,
            min(t.sale_end) AS closes_at,
            count(t.max_per_person) > 0 AS limited
        FROM unnest(p_types, p_quantities) AS b (type, quantity)
        LEFT JOIN public.ticket_types t ON t.id = b.type AND t.event_id = p_event
    ) a
    LEFT JOIN public.events e ON e.id = p_event;

    IF v_asked.done THEN
        outcome := 'already_done';
        SELECT o.* INTO order_id, number, status, total, currency, expires_at, attempt
        FROM public.current_order(p_user, p_event) o;
        RETURN;
    END IF;

    v_total := v_asked.total;
    IF p_code IS NOT NULL THEN
        SELECT c.* INTO v_code, v_word, v_why, v_unseen, v_seats, v_total, v_discount
        FROM sec.promo_basket(p_event, p_code, p_types, p_quantities, v_now) c;
    END IF;
    currency := v_asked.currency;
    total := v_total;
    IF v_asked.status IS NULL OR v_asked.status = 'draft' OR v_asked.sound IS NOT true
        OR v_asked.hidden AND v_unseen
        OR cardinality(p_types) > 1
        AND (SELECT count(DISTINCT x) FROM unnest(p_types) x) < cardinality(p_types) THEN
        outcome := 'unknown';
    ELSIF v_asked.status <> 'published' OR v_asked.end_date <= v_now THEN
        outcome := 'sales_closed';
        reason := CASE v_asked.status WHEN 'cancelled' THEN 'cancelled' ELSE 'over' END;
    ELSIF v_asked.inactive OR v_asked.closes_at <= v_now THEN
        outcome := 'sales_closed';
        reason := 'over';
    ELSIF v_asked.opens_at > v_now THEN
        outcome := 'sales_closed';
        reason := 'not_yet';
        opens_at := v_asked.opens_at;
    ELSIF v_why IS NOT NULL THEN
        outcome := 'code_refused';
        reason := v_why;
    ELSIF v_total IS DISTINCT FROM p_shown_total THEN
        outcome := 'price_changed';
    END IF;
    IF outcome IS NOT NULL THEN
        RETURN;
    END IF;

    -- A new choice replaces the lines of the pending order: only the difference is taken.
    v_limited := v_asked.limited;
    IF v_asked.replaces THEN
        SELECT o.id, o.precheckout_until > v_now AS in_payment,
            o.expires_at > v_now AND o.total_amount = p_shown_total AS fresh,
            (SELECT r.code_id FROM public.promo_redemptions r WHERE r.order_id = o.id) AS code
        INTO v_old
        FROM public.orders o
        WHERE o.user_id = p_user AND o.event_id = p_event AND o.status = 'pending'
        FOR NO KEY UPDATE;
        v_replaced := v_old.id;
        v_old_code := v_old.code;
    END IF;
    IF v_replaced IS NOT NULL THEN
        SELECT array_agg(d.type), array_agg(d.delta),
            v_old.fresh AND bool_and(d.delta = 0) AND v_code IS NOT DISTINCT FROM v_old_code,
            bool_or(t.max_per_person IS NOT NULL)
        INTO v_types, v_delta, v_same, v_limited
        FROM (
            SELECT b.type, sum(b.quantity)::integer AS delta
            FROM (
                SELECT a.type, a.quantity FROM unnest(p_types, p_quantities) AS a (type, quantity)
                UNION ALL
                SELECT l.ticket_type_id, -l.quantity FROM public.order_lines l
                WHERE l.order_id = v_replaced
            ) b
            GROUP BY b.type
        ) d
        JOIN public.ticket_types t ON t.id = d.type;
        IF v_old.in_payment OR v_same THEN
            outcome := 'in_payment';
            IF v_old.in_payment IS NOT true THEN
                outcome := 'ok';
                INSERT INTO public.processed_updates (bot_id, update_id, processed_at)
                VALUES (p_bot, p_update, v_now);
            END IF;
            SELECT o.* INTO order_id, number, status, total, currency, expires_at, attempt
            FROM public.current_order(p_user, p_event) o;
            RETURN;
        END IF;
    END IF;

    IF v_limited THEN
        SELECT x.* INTO short_type, "limit" FROM public.over_limit(p_user, v_types, v_delta) x;
        IF short_type IS NOT NULL THEN
            outcome := 'limit_reached';
            RETURN;
        END IF;
    END IF;

    -- What is known to be gone is refused before anything is written.
    IF v_asked.sold_out THEN
        SELECT s.* INTO v_short FROM public.quota_shortage(v_types, v_delta, 'public') s;
        v_refused := v_short.reason IS NOT NULL;
    END IF;
    IF NOT v_refused THEN
        BEGIN
            INSERT INTO public.processed_updates (bot_id, update_id, processed_at)
            VALUES (p_bot, p_update, v_now);
            IF v_old_code IS NOT NULL OR v_code IS NOT NULL THEN
                PERFORM FROM public.promo_codes c
                WHERE c.id IN (v_old_code, v_code) ORDER BY c.id FOR NO KEY UPDATE;
            END IF;
            IF v_old_code IS NOT NULL THEN
                PERFORM sec.promo_shift(ARRAY[v_replaced], false);
                DELETE FROM public.promo_redemptions r WHERE r.order_id = v_replaced;
            END IF;
            IF v_limited THEN
                PERFORM public.limit_shift(p_user, v_types, v_delta);
            END IF;
            IF v_replaced IS NULL THEN
                INSERT INTO public.orders AS o
                    (id, user_id, event_id, total_amount, currency, number, expires_at, created_at)
                VALUES (p_order, p_user, p_event, v_total, v_asked.currency,
                    upper(right(p_order::text, 10)), v_now + p_hold, v_now)
                RETURNING o.id, o.number, o.attempt INTO order_id, number, attempt;
            ELSE
                DELETE FROM public.order_lines l WHERE l.order_id = v_replaced;
                UPDATE public.orders o
                SET total_amount = v_total, expires_at = greatest(o.expires_at, v_now + p_hold),
                    attempt = o.attempt + 1, precheckout_until = NULL, payment_status = 'pending'
                WHERE o.id = v_replaced
                RETURNING o.id, o.number, o.attempt, o.expires_at
                INTO order_id, number, attempt, expires_at;
            END IF;
            IF v_code IS NULL THEN
                INSERT INTO public.order_lines
                    (order_id, ticket_type_id, event_id, quantity, unit_price)
                SELECT order_id, t.id, p_event, b.quantity, t.price
                FROM unnest(p_types, p_quantities) AS b (type, quantity)
                JOIN public.ticket_types t ON t.id = b.type;
            ELSE
                INSERT INTO public.order_lines
                    (order_id, ticket_type_id, event_id, quantity, unit_price, discount)
                SELECT order_id, t.id, p_event, b.quantity,
                    coalesce(x.price, t.price), t.price - coalesce(x.price, t.price)
                FROM unnest(p_types, p_quantities) AS b (type, quantity)
                JOIN public.ticket_types t ON t.id = b.type
                CROSS JOIN LATERAL (SELECT sec.promo_price(p_event, p_code, t.id) AS price) x;
                INSERT INTO public.promo_redemptions
                    (order_id, event_id, code_id, user_id, code, seats, discount)
                VALUES (order_id, p_event, v_code, p_user, v_word, v_seats, v_discount);
                PERFORM sec.promo_shift(ARRAY[order_id], true);
            END IF;
            PERFORM public.quota_shift(v_types, v_delta, NULL, 'public');
            outcome := 'ok';
            status := 'pending';
            expires_at := coalesce(expires_at, v_now + p_hold);
            RETURN;
        EXCEPTION WHEN SQLSTATE 'FP005' THEN
            outcome := 'code_refused';
            order_id := NULL;
            number := NULL;
            attempt := NULL;
            expires_at := NULL;
            SELECT s.reason, s."left" INTO reason, "left"
            FROM sec.promo_shortage(v_code, p_user, v_replaced) s;
            RETURN;
        WHEN SQLSTATE 'FP001' THEN
            order_id := NULL;
            number := NULL;
            attempt := NULL;
            expires_at := NULL;
            SELECT s.* INTO v_short FROM public.quota_shortage(v_types, v_delta, 'public') s;
        END;
    END IF;
    outcome := CASE v_short.reason WHEN 'no_quota' THEN 'sales_closed' ELSE 'sold_out' END;
    reason := coalesce(v_short.reason, 'held');
    short_type := v_short.short_type;
    "left" := coalesce(v_short."left", 0) + (
        SELECT coalesce(sum(l.quantity), 0)::integer FROM public.order_lines l
        JOIN public.quota_ticket_types k ON k.ticket_type_id = l.ticket_type_id
        WHERE l.order_id = v_replaced AND k.quota_id = v_short.quota_id
    );
END
$$;

REVOKE ALL ON FUNCTION
    sec.reserve(
        text, bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, interval, text
    )
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.reserve(
        text, bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, interval, text
    )
TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.reserve(
    text, bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, interval, text
) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
