-- A question to the house may be about an order of one's own, and about none of anybody else.
ALTER POLICY add ON enquiries WITH CHECK (
    user_id = (SELECT sec.uid())
    AND (
        order_id IS NULL
        OR EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
    )
);
