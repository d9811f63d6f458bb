-- squawk-ignore ban-drop-column
ALTER TABLE order_lines DROP COLUMN discount;
-- squawk-ignore ban-drop-function
DROP FUNCTION
    sec.takes_codes(uuid, timestamptz),
    sec.promo_terms(uuid, text, timestamptz),
    sec.promo_shift(uuid[], boolean),
    sec.promo_shortage(uuid, uuid, uuid),
    sec.promo_basket(uuid, text, uuid[], integer[], timestamptz),
    sec.promo_price(uuid, text, uuid);
-- squawk-ignore ban-drop-table
DROP TABLE promo_redemptions, promo_code_ticket_types, promo_codes;
DROP TYPE promo_effect;

-- The holds of `p_orders` are over: expired or cancelled before they were paid.
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
    PERFORM public.user_quota_return(v_users, v_types, v_given);
    PERFORM public.quota_shift(v_types, v_back, NULL, 'granted');
END
$$;

-- The order had lost its units and wants them again, held (`p_sold` false) or sold at once: a
-- late payment, staff that extends it. False, and nothing changed, where they are gone.
-- `p_rule` as in quota_shortage.
CREATE OR REPLACE FUNCTION public.quota_take(p_order uuid, p_sold boolean, p_rule text) RETURNS boolean
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
