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
    v_back integer[];
BEGIN
    SELECT array_agg(o.user_id), array_agg(l.ticket_type_id), array_agg(l.quantity),
        array_agg(-l.quantity)
    INTO v_users, v_types, v_given, v_back
    FROM public.orders o
    JOIN public.order_lines l ON l.order_id = o.id
    WHERE o.id = ANY (p_orders);
    PERFORM public.user_quota_return(v_users, v_types, v_given);
    PERFORM public.quota_shift(v_types, v_back, NULL, 'granted');
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
-- late payment, staff that extends it. False, and nothing changed, where they are gone.
-- `p_rule` as in quota_shortage.
CREATE FUNCTION public.quota_take(p_order uuid, p_sold boolean, p_rule text) RETURNS boolean
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
    UPDATE public.user_quota u
    SET taken = u.taken + b.quantity, max = greatest(u.max, u.taken + b.quantity)
    FROM unnest(v_types, v_taken) AS b (type, quantity)
    WHERE u.user_id = v_user AND u.ticket_type_id = b.type;
    PERFORM public.quota_shift(
        v_types, CASE WHEN NOT p_sold THEN v_taken END, CASE WHEN p_sold THEN v_taken END, p_rule
    );
    RETURN true;
EXCEPTION WHEN SQLSTATE 'FP001' THEN
    RETURN false;
END
$$;

-- Sold tickets are cancelled: `p_quantities` of `p_types` that `p_user` had bought are free again.
CREATE FUNCTION public.quota_unsell(p_user uuid, p_types uuid[], p_quantities integer[])
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_users uuid[];
    v_back integer[];
BEGIN
    SELECT array_agg(p_user ORDER BY b.n), array_agg(-b.quantity ORDER BY b.n)
    INTO v_users, v_back
    FROM unnest(p_quantities) WITH ORDINALITY AS b (quantity, n);
    PERFORM public.user_quota_return(v_users, p_types, p_quantities);
    PERFORM public.quota_shift(p_types, NULL, v_back, 'granted');
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
