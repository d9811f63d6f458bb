-- The audit as people read it: who runs the portal all of it, who makes an event its own. By index
-- and month: each branch ends after `p_limit` rows, the newest month first.

-- What was told before a key, the last first: of what somebody did, of the thing that a row is
-- about, or of all. Names stand masked.
CREATE FUNCTION sec.audit_lines(p_person uuid, p_like uuid, p_before uuid, p_limit integer)
RETURNS TABLE (
    id uuid, at timestamptz, user_id uuid, mask text, capacity text, request text,
    category public.audit_category, action text, entity_type text, entity_id uuid, changes jsonb
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
#variable_conflict use_column
DECLARE
    v_type text;
    v_id uuid;
BEGIN
    IF NOT sec.is_admin() THEN
        RETURN;
    END IF;
    SELECT a.entity_type, a.entity_id INTO v_type, v_id
    FROM public.audit_logs a WHERE a.id = p_like;
    RETURN QUERY
    SELECT a.id, a.created_at, a.user_id, u.full_name_mask, a.capacity, a.request, a.category,
        a.action, a.entity_type, a.entity_id, a.changes
    FROM (
        (
            SELECT l.* FROM public.audit_logs l
            WHERE p_person IS NOT NULL AND l.user_id = p_person AND l.id < p_before
            ORDER BY l.id DESC LIMIT p_limit
        )
        UNION ALL
        (
            SELECT l.* FROM public.audit_logs l
            WHERE p_like IS NOT NULL AND l.entity_type = v_type AND l.entity_id = v_id
            AND l.id < p_before
            ORDER BY l.id DESC LIMIT p_limit
        )
        UNION ALL
        (
            SELECT l.* FROM public.audit_logs l
            WHERE p_person IS NULL AND p_like IS NULL AND l.id < p_before
            ORDER BY l.id DESC LIMIT p_limit
        )
    ) a
    LEFT JOIN public.users u ON u.id = a.user_id
    ORDER BY a.id DESC LIMIT p_limit;
END
$$;

-- What changed about an event before a key, the last first, for its organizer and managers: itself,
-- what is sold, its schedule, line-up and team.
CREATE FUNCTION sec.event_history(p_event uuid, p_before uuid, p_limit integer)
RETURNS TABLE (
    id uuid, at timestamptz, user_id uuid, mask text, capacity text, request text,
    category public.audit_category, action text, entity_type text, entity_id uuid, changes jsonb
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
#variable_conflict use_column
DECLARE
    v_since uuid;
BEGIN
    IF p_event <> ALL (sec.events_as('{manager}')) THEN
        RETURN;
    END IF;
    SELECT public.uuid_floor(least(e.created_at, now()) - interval '1 day') INTO v_since
    FROM public.events e WHERE e.id = p_event;
    RETURN QUERY
    SELECT a.id, a.created_at, a.user_id, u.full_name_mask, a.capacity, a.request, a.category,
        a.action, a.entity_type, a.entity_id, a.changes
    FROM (
        SELECT x.name, p_event AS id
        FROM unnest('{events,event_staff,event_collections,event_models}'::text[]) AS x (name)
        UNION ALL
        SELECT 'ticket_types', t.id FROM public.ticket_types t WHERE t.event_id = p_event
        UNION ALL
        SELECT 'event_schedules', s.id FROM public.event_schedules s WHERE s.event_id = p_event
    ) about
    CROSS JOIN LATERAL (
        SELECT l.* FROM public.audit_logs l
        WHERE l.entity_type = about.name AND l.entity_id = about.id AND l.category = 'data'
        AND l.id >= v_since AND l.id < p_before
        -- That a ticket sells out is nobody's deed, and no buyer's name belongs here.
        AND NOT (
            l.entity_type = 'ticket_types' AND l.action = 'update'
            AND (l.changes -> 'new') - 'status' = '{}'
            AND 'inactive' <> ALL (
                ARRAY[l.changes -> 'old' ->> 'status', l.changes -> 'new' ->> 'status']
            )
        )
        ORDER BY l.id DESC LIMIT p_limit
    ) a
    LEFT JOIN public.users u ON u.id = a.user_id
    ORDER BY a.id DESC LIMIT p_limit;
END
$$;

REVOKE ALL ON FUNCTION
    sec.audit_lines(uuid, uuid, uuid, integer), sec.event_history(uuid, uuid, integer)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.audit_lines(uuid, uuid, uuid, integer), sec.event_history(uuid, uuid, integer)
TO portal_app;
GRANT SELECT ON event_schedules TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.audit_lines(uuid, uuid, uuid, integer) OWNER TO portal_definer;
ALTER FUNCTION sec.event_history(uuid, uuid, integer) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
