-- Versions are written by hand.

DROP TRIGGER keep ON version_control;
DROP TRIGGER keep_all ON version_control;
ALTER POLICY see ON version_control
USING (created_by = (SELECT sec.uid()) OR (SELECT sec.is_admin()));
DROP FUNCTION sec.forget_versions(uuid), sec.keep_versions(regclass, text, text[], text[]);
DROP FUNCTION sec.keep_version(), sec.keep_history(), sec.snapshot(jsonb, text[]) CASCADE;
ALTER TABLE version_control DROP COLUMN belongs_to;

REVOKE INSERT, UPDATE ON version_control FROM portal_definer;
GRANT INSERT ON version_control TO portal_app;
CREATE POLICY add ON version_control FOR INSERT TO portal_app
WITH CHECK (created_by = (SELECT sec.uid()));
CREATE FUNCTION sec.next_version(p_type text, p_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT coalesce(max(v.version), 0) + 1 FROM public.version_control v
    WHERE v.entity_type = p_type AND v.entity_id = p_id AND (SELECT sec.is_signed())
$$;
REVOKE ALL ON FUNCTION sec.next_version(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.next_version(text, uuid) TO portal_app, portal_worker;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.next_version(text, uuid) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
SELECT sec.audit('version_control', 'id');
