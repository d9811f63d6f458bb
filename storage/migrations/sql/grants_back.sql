-- Takes back every grant on what is the owner's, and the functions from the definer.

GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.enter(uuid, bigint, bigint, bigint, text, text) OWNER TO CURRENT_USER;
ALTER FUNCTION sec.offer_first_administrator(text, interval) OWNER TO CURRENT_USER;
ALTER FUNCTION sec.redeem_link(text, uuid, interval) OWNER TO CURRENT_USER;
REVOKE ALL ON SCHEMA sec FROM portal_app, portal_worker, portal_definer;
DO $$
DECLARE
    v_thing text;
BEGIN
    FOR v_thing IN
        SELECT 'TABLE ' || c.oid::regclass FROM pg_class c
        WHERE c.relowner = current_user::regrole AND c.relkind IN ('r', 'p')
            AND c.relnamespace = 'public'::regnamespace
        UNION ALL
        SELECT 'FUNCTION ' || p.oid::regprocedure FROM pg_proc p
        WHERE p.proowner = current_user::regrole
            AND p.pronamespace IN ('public'::regnamespace, 'sec'::regnamespace)
    LOOP
        EXECUTE 'REVOKE ALL ON ' || v_thing || ' FROM portal_app, portal_worker, '
            'portal_support, portal_audit_ro, portal_definer';
    END LOOP;
END
$$;
