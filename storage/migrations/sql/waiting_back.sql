DROP TRIGGER settle_offer ON orders;
DROP TRIGGER call_waitlist ON quotas;
DROP TRIGGER claim_for_waiting ON quotas;
-- squawk-ignore ban-drop-table
DROP TABLE waitlist_calls, waitlist_offers, waitlist_entries, waitlists;
DROP FUNCTION
    sec.claim_for_waiting(), sec.call_waitlist(), sec.settle_offer(),
    sec.join_waitlist(uuid, uuid, integer, uuid, timestamptz),
    sec.place_in_line(uuid),
    sec.offer_seats(uuid, uuid, integer, timestamptz, timestamptz);
DROP TYPE waitlist_state;
ALTER TABLE quotas DISABLE TRIGGER audit_update;
UPDATE quotas SET waiting_claim = false WHERE waiting_claim;
ALTER TABLE quotas ENABLE TRIGGER audit_update;
REVOKE EXECUTE ON FUNCTION public.bought(uuid, uuid) FROM portal_worker;
ALTER TABLE settings DISABLE TRIGGER audit;
DELETE FROM settings WHERE name IN ('waitlist_offer_minutes', 'waitlist_fewer_minutes');
ALTER TABLE settings ENABLE TRIGGER audit;
