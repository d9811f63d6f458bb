-- Making events in chat: links into the team of one event.

-- Keeps a link that makes the first who opens it one of the team. False where `p_by` may not
-- invite: only the organizer makes managers, a manager invites everybody else.
CREATE FUNCTION sec.invite_staff(
    p_digest text, p_event uuid, p_role public.staff_role, p_by uuid, p_lifetime interval,
    p_clock_offset interval DEFAULT interval '0'
)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.events e WHERE e.id = p_event AND e.organizer_id = p_by
    ) AND (p_role = 'manager' OR NOT EXISTS (
        SELECT FROM public.event_staff s
        WHERE s.event_id = p_event AND s.user_id = p_by AND s.role = 'manager'
    )) THEN
        RETURN false;
    END IF;
    INSERT INTO public.one_time_links
        (digest, purpose, arguments, created_by, created_at, expires_at)
    VALUES (
        p_digest, 'staff', jsonb_build_object('event_id', p_event, 'role', p_role), p_by,
        now() + p_clock_offset, now() + p_clock_offset + p_lifetime
    );
    RETURN true;
END
$$;

REVOKE ALL ON FUNCTION
    sec.invite_staff(text, uuid, staff_role, uuid, interval, interval)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.invite_staff(text, uuid, staff_role, uuid, interval, interval)
TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.invite_staff(text, uuid, staff_role, uuid, interval, interval)
OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- A type that nobody ever saw, of a draft, is deleted with its pool; orders hold all others fast.
GRANT DELETE ON ticket_types, quotas TO portal_app;
