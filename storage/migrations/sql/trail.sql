-- Security events: what was refused, seen, granted. They are written at once, also when what was
-- tried is undone, and nobody changes or removes one.

CREATE TYPE audit_category AS ENUM (
    'data',
    'denial',
    'login',
    'reveal',
    'export',
    'key',
    'integrity',
    'settings',
    'role'
);
ALTER TABLE audit_logs ADD COLUMN category audit_category DEFAULT 'data' NOT NULL;

-- Write an event of who acts down: of the context given, or of the transaction's where that is
-- NULL. False where it is left out: of what somebody is refused, an hour keeps twenty, and of
-- nobody nothing, so that a flood cannot fill the disk.
CREATE FUNCTION sec.record_event(
    p_context text, p_category public.audit_category, p_action text, p_entity_type text,
    p_entity_id uuid, p_changes jsonb
)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_who uuid;
BEGIN
    IF p_context IS NOT NULL THEN
        PERFORM set_config('app.context', p_context, true);
    END IF;
    v_who := sec.uid();
    IF octet_length(p_changes::text) > 2000 THEN
        RAISE EXCEPTION 'an event is told in 2000 bytes' USING ERRCODE = '22023';
    END IF;
    IF p_category = 'denial' AND v_who IS NULL THEN
        RETURN false;
    END IF;
    IF p_category IN ('denial', 'integrity') AND v_who IS NOT NULL AND (
        SELECT count(*) >= 20 FROM (
            SELECT FROM public.audit_logs a
            WHERE a.user_id = v_who AND a.id >= public.uuid_floor(now() - interval '1 hour')
            AND a.category = p_category LIMIT 20
        ) AS lately
    ) THEN
        RETURN false;
    END IF;
    INSERT INTO public.audit_logs (user_id, category, action, entity_type, entity_id, changes)
    VALUES (v_who, p_category, p_action, p_entity_type, p_entity_id, p_changes);
    RETURN true;
END
$$;

GRANT SELECT, INSERT ON audit_logs TO portal_definer;
GRANT EXECUTE ON FUNCTION public.uuid_floor(timestamptz) TO portal_definer;
REVOKE ALL ON FUNCTION sec.record_event(text, audit_category, text, text, uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.record_event(text, audit_category, text, text, uuid, jsonb)
TO portal_app, portal_worker, portal_owner;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.record_event(text, audit_category, text, text, uuid, jsonb)
OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
