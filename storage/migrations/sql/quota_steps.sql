-- What happens to the units of an order, in the words of the order's life. The caller holds the
-- rows of the orders and has checked their status; each step is for once.

-- The holds of `p_orders` are over: expired or cancelled before they were paid.
CREATE FUNCTION public.quota_return(p_orders uuid[]) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_users uuid[];
    v_types uuid[];
    v_given integer[];
BEGIN
    SELECT array_agg(o.user_id), array_agg(l.ticket_type_id), array_agg(-l.quantity)
    INTO v_users, v_types, v_given
    FROM public.orders o
    JOIN public.order_lines l ON l.order_id = o.id
    WHERE o.id = ANY (p_orders);
    PERFORM public.user_quota_shift(v_users, v_types, v_given);
    PERFORM public.quota_shift(
        v_types, v_given, array_fill(0, ARRAY[coalesce(cardinality(v_types), 0)]), 'granted'
    );
END
$$;

-- The order is paid in time: what it held is sold.
CREATE FUNCTION public.quota_sell(p_order uuid) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_types uuid[];
    v_held integer[];
    v_sold integer[];
BEGIN
    SELECT array_agg(l.ticket_type_id), array_agg(-l.quantity), array_agg(l.quantity)
    INTO v_types, v_held, v_sold
    FROM public.order_lines l
    WHERE l.order_id = p_order;
    PERFORM public.quota_shift(v_types, v_held, v_sold, 'granted');
END
$$;

-- The order had lost its units and wants them again, held (`p_sold` false) or sold at once: a
-- late payment, staff that extends it. False where they are gone. `p_rule` as in quota_shift.
CREATE FUNCTION public.quota_take(p_order uuid, p_sold boolean, p_rule text) RETURNS boolean
LANGUAGE plpgsql
AS $$
DECLARE
    v_users uuid[];
    v_types uuid[];
    v_taken integer[];
    v_none integer[];
BEGIN
    SELECT array_agg(o.user_id), array_agg(l.ticket_type_id), array_agg(l.quantity),
        array_agg(0)
    INTO v_users, v_types, v_taken, v_none
    FROM public.orders o
    JOIN public.order_lines l ON l.order_id = o.id
    WHERE o.id = p_order;
    IF EXISTS (SELECT FROM public.quota_shortage(v_types, v_taken, p_rule)) THEN
        RETURN false;
    END IF;
    PERFORM public.user_quota_shift(v_users, v_types, v_taken);
    IF NOT public.quota_shift(
        v_types,
        CASE WHEN p_sold THEN v_none ELSE v_taken END,
        CASE WHEN p_sold THEN v_taken ELSE v_none END,
        p_rule
    ) THEN
        PERFORM public.user_quota_shift(
            v_users, v_types, ARRAY(SELECT -q FROM unnest(v_taken) WITH ORDINALITY AS b (q, n) ORDER BY b.n)
        );
        RETURN false;
    END IF;
    RETURN true;
END
$$;

-- Sold tickets are cancelled: `p_quantities` of `p_types` that `p_user` had bought are free again.
CREATE FUNCTION public.quota_unsell(p_user uuid, p_types uuid[], p_quantities integer[])
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_users uuid[] := ARRAY(SELECT p_user FROM unnest(p_types));
    v_given integer[] := ARRAY(
        SELECT -b.quantity FROM unnest(p_quantities) WITH ORDINALITY AS b (quantity, n)
        ORDER BY b.n
    );
BEGIN
    PERFORM public.user_quota_shift(v_users, p_types, v_given);
    PERFORM public.quota_shift(
        p_types, array_fill(0, ARRAY[cardinality(p_types)]), v_given, 'granted'
    );
END
$$;

-- A pool gets another size (NULL: unlimited). Below what is taken is allowed: nothing more is
-- sold until enough has come back, and `size_floor` keeps the CHECK content.
CREATE FUNCTION public.quota_resize(p_quota uuid, p_size integer) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE public.quotas q
    SET size = p_size,
        size_floor = CASE WHEN q.sold + q.held > p_size THEN q.sold + q.held ELSE 0 END
    WHERE q.id = p_quota;
    PERFORM public.quota_refresh_sold_out(ARRAY[p_quota]);
END
$$;
