-- Paying at the door: places are held until the house lets them go, and a supervisor takes the money.

ALTER TABLE orders ADD COLUMN at_door BOOLEAN DEFAULT false NOT NULL;
ALTER POLICY change ON orders
USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager,supervisor}'))::uuid[])
)
WITH CHECK (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager,supervisor}'))::uuid[])
);
ALTER POLICY add ON payments WITH CHECK (
    event_id = ANY ((SELECT sec.events_as('{manager,supervisor}'))::uuid[])
    AND payment_method = 'door'
    OR EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
ALTER POLICY add ON ledger_lines WITH CHECK (
    event_id = ANY ((SELECT sec.events_as('{manager,supervisor}'))::uuid[])
    OR EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);

-- A reserved ticket is of an order that is to be paid at the door, any other of one that is paid.
CREATE FUNCTION sec.awaits_reserved(p_order uuid, p_type uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
    SELECT EXISTS (
        SELECT FROM public.orders o JOIN public.order_lines l ON l.order_id = o.id
        WHERE o.id = p_order AND o.user_id = (SELECT sec.uid()) AND o.status = 'pending'
        AND o.at_door AND l.ticket_type_id = p_type AND l.quantity > (
            SELECT count(*) FROM public.tickets t
            WHERE t.order_id = p_order AND t.ticket_type_id = p_type
        )
    )
$$;
REVOKE ALL ON FUNCTION sec.awaits_reserved(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.awaits_reserved(uuid, uuid) TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.awaits_reserved(uuid, uuid) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
ALTER POLICY add ON tickets WITH CHECK (
    user_id = (SELECT sec.uid()) AND (
        (SELECT sec.awaits_ticket(order_id, ticket_type_id))
        OR status = 'reserved' AND (SELECT sec.awaits_reserved(order_id, ticket_type_id))
    )
);

-- What was not paid in time is nobody's ticket any more, whoever lets the order go.
CREATE FUNCTION sec.drop_reserved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    UPDATE public.tickets t SET status = 'cancelled'
    WHERE t.order_id = NEW.id AND t.status = 'reserved';
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION sec.drop_reserved() FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.drop_reserved() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
CREATE TRIGGER drop_reserved AFTER UPDATE OF status ON orders
FOR EACH ROW WHEN (NEW.at_door AND OLD.status = 'pending' AND NEW.status IN ('expired', 'cancelled'))
EXECUTE FUNCTION sec.drop_reserved();
