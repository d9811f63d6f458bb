-- What a house does for one order: it lets an unpaid one go, and gives money back while the tickets
-- stay valid.

-- An order that is not paid yet is called off by who makes its event; `p_now` tells whether a payment
-- is under way. Returns `called_off`, `in_payment`, or where the order stands already. The order is
-- locked first, then user_quota and the pools.
CREATE FUNCTION sec.call_off_order(p_order uuid, p_now timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_order public.orders;
BEGIN
    SELECT o.* INTO v_order FROM public.orders o WHERE o.id = p_order FOR UPDATE;
    IF (v_order.event_id = ANY (sec.events_as('{manager}'))) IS NOT true THEN
        RAISE EXCEPTION 'the order of somebody else' USING ERRCODE = '42501';
    END IF;
    IF v_order.status <> 'pending' THEN
        RETURN v_order.status::text;
    END IF;
    IF v_order.precheckout_until > p_now AND NOT v_order.at_door THEN
        RETURN 'in_payment';
    END IF;
    PERFORM public.quota_return(ARRAY[p_order]);
    UPDATE public.orders SET status = 'cancelled' WHERE id = p_order;
    RETURN 'called_off';
END
$$;
REVOKE ALL ON FUNCTION sec.call_off_order(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.call_off_order(uuid, timestamptz) TO portal_app;
GRANT EXECUTE ON FUNCTION public.quota_return(uuid[]) TO portal_definer;
GRANT UPDATE (status) ON orders TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.call_off_order(uuid, timestamptz) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- The books know a fourth kind of line: money given back of a sale that stands.
-- squawk-ignore ban-drop-constraint
ALTER TABLE ledger_lines DROP CONSTRAINT ck_ledger_lines_kind_counts;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE ledger_lines ADD CONSTRAINT ck_ledger_lines_kind_counts CHECK (
    kind = 'sold' AND count > 0 AND ticket_type_id IS NOT NULL
    OR kind = 'taken_back' AND count < 0 AND ticket_type_id IS NOT NULL
    OR kind = 'kept' AND count = 1 AND ticket_type_id IS NULL
    OR kind = 'given' AND count = -1 AND ticket_type_id IS NULL
);
