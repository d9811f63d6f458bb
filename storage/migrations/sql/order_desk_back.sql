-- A line of the ledger is never taken away: with one of what was given there is no way back.
ALTER TABLE ledger_lines DROP CONSTRAINT ck_ledger_lines_kind_counts;
ALTER TABLE ledger_lines ADD CONSTRAINT ck_ledger_lines_kind_counts CHECK (
    kind = 'sold' AND count > 0 AND ticket_type_id IS NOT NULL
    OR kind = 'taken_back' AND count < 0 AND ticket_type_id IS NOT NULL
    OR kind = 'kept' AND count = 1 AND ticket_type_id IS NULL
);
DROP FUNCTION sec.call_off_order(uuid, timestamptz);
REVOKE EXECUTE ON FUNCTION public.quota_return(uuid[]) FROM portal_definer;
