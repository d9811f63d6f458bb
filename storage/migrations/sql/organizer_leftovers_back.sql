CREATE FUNCTION pg_temp.reword(p_function regprocedure, p_was text, p_is text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    v_text CONSTANT text := pg_get_functiondef(p_function);
BEGIN
    IF position(p_was IN v_text) = 0 THEN
        RAISE EXCEPTION '% does not say %', p_function, p_was;
    END IF;
    EXECUTE replace(v_text, p_was, p_is);
END
$$;
GRANT CREATE ON SCHEMA sec TO portal_definer;
SELECT pg_temp.reword(
    'sec.reserve_many(text[], bigint, uuid, uuid, bigint[], uuid[], uuid[], integer[], numeric[], '
    'interval, interval)',
    'AND (t.sale_end IS NULL OR t.sale_end > v_now)
            AND (NOT t.needs_approval OR e.start_date > v_now)',
    'AND (t.sale_end IS NULL OR t.sale_end > v_now)'
);
SELECT pg_temp.reword(
    'sec.reserve(text, bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, '
    'interval, text)',
    'OR v_asked.closes_at <= v_now
        OR v_asked.looks_first AND v_asked.start_date <= v_now THEN',
    'OR v_asked.closes_at <= v_now THEN'
);
SELECT pg_temp.reword(
    'sec.reserve(text, bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, '
    'interval, text)',
    'bool_or(t.hidden) AS hidden, bool_or(t.needs_approval) AS looks_first,',
    'bool_or(t.hidden) AS hidden,'
);
SELECT pg_temp.reword(
    'sec.reserve(text, bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, '
    'interval, text)',
    'e.status, e.start_date, e.end_date, e.currency, a.*',
    'e.status, e.end_date, e.currency, a.*'
);
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
DROP FUNCTION pg_temp.reword(regprocedure, text, text);

DROP TABLE attendee_files;
REVOKE UPDATE (reminded_at) ON reminder_rounds FROM portal_worker;
ALTER TABLE event_moves DROP COLUMN starts_at;
