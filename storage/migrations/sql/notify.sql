-- The outbox takes a message to anybody from whoever acts: what they cannot do is read it.
CREATE FUNCTION sec.notify(
    p_id uuid, p_user uuid, p_lane smallint, p_template text, p_arguments jsonb,
    p_due_at timestamptz
)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    INSERT INTO public.notifications (id, user_id, lane, template, arguments, due_at)
    VALUES (p_id, p_user, p_lane, p_template, p_arguments, p_due_at)
    ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz)
TO portal_app, portal_worker;
-- The number of the next snapshot of something, also where others took those before.
CREATE FUNCTION sec.next_version(p_type text, p_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT coalesce(max(v.version), 0) + 1 FROM public.version_control v
    WHERE v.entity_type = p_type AND v.entity_id = p_id
$$;
REVOKE ALL ON FUNCTION sec.next_version(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.next_version(text, uuid) TO portal_app, portal_worker;
GRANT SELECT ON version_control TO portal_definer;
REVOKE INSERT ON notifications FROM portal_app;
GRANT SELECT, INSERT ON notifications TO portal_definer;
GRANT SELECT ON campaigns, tickets, consent_states TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.next_version(text, uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
