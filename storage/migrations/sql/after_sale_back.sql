ALTER TABLE settings DISABLE TRIGGER audit;
DELETE FROM settings WHERE name IN ('holders_fixed_hours', 'moved_answer_days');
ALTER TABLE settings ENABLE TRIGGER audit;
-- squawk-ignore ban-drop-table
DROP TABLE event_moves, cancelled_orders, cancellations;
REVOKE EXECUTE ON FUNCTION
    public.quota_unsell(uuid, uuid[], integer[]),
    public.user_quota_return(uuid[], uuid[], integer[])
FROM portal_definer;
REVOKE UPDATE (generation, qr_code, short_code, status, returned) ON tickets FROM portal_definer;
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.renew_code(uuid, smallint, text, text),
    sec.end_tickets(uuid, uuid[], numeric[]);
DROP TRIGGER keep_edges ON tickets;
DROP TRIGGER end_reserved ON orders;
DROP TRIGGER keep_edges ON orders;
DROP TRIGGER keep_refund_policy ON orders;
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.keep_ticket_edges(), sec.keep_order_edges(), sec.keep_refund_policy(),
    sec.end_reserved(), sec.may_revive(uuid);
ALTER TABLE tickets DROP COLUMN returned;
ALTER TABLE orders DROP COLUMN refund_policy;
ALTER TABLE events DROP COLUMN refund_policy;
