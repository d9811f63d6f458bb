-- No money is taken at the door.

DROP TRIGGER drop_reserved ON orders;
DROP FUNCTION sec.drop_reserved();
ALTER POLICY add ON tickets WITH CHECK (
    user_id = (SELECT sec.uid()) AND (SELECT sec.awaits_ticket(order_id, ticket_type_id))
);
DROP FUNCTION sec.awaits_reserved(uuid, uuid);
ALTER POLICY add ON ledger_lines WITH CHECK (
    event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
    OR EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
ALTER POLICY add ON payments WITH CHECK (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
ALTER POLICY change ON orders
USING (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
)
WITH CHECK (
    user_id = (SELECT sec.uid())
    OR event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
);
ALTER TABLE orders DROP COLUMN at_door;
