-- The definer's functions believe the signed context and not what they are told: what somebody asks
-- for in a name is asked by whose it is.

-- Whether somebody acts whom the portal has signed. What is no bot needs no signature: its policies
-- do not ask for one either.
CREATE FUNCTION sec.is_signed() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
    SELECT sec.context() IS NOT NULL
    OR coalesce(nullif(current_setting('role'), 'none'), session_user::text) <> 'portal_app'
$$;

CREATE OR REPLACE FUNCTION sec.administrators() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT a.user_id FROM public.administrators a
    WHERE a.revoked_at IS NULL AND (SELECT sec.is_signed()) ORDER BY a.user_id
$$;

CREATE OR REPLACE FUNCTION sec.next_version(p_type text, p_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT coalesce(max(v.version), 0) + 1 FROM public.version_control v
    WHERE v.entity_type = p_type AND v.entity_id = p_id AND (SELECT sec.is_signed())
$$;

CREATE OR REPLACE FUNCTION sec.letters_to(p_index bytea, p_since timestamptz) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT count(*) FROM public.email_confirmations c
    WHERE c.address_index = p_index AND c.created_at > p_since AND (SELECT sec.is_signed())
$$;

CREATE OR REPLACE FUNCTION sec.notify(
    p_id uuid, p_user uuid, p_lane smallint, p_template text, p_arguments jsonb,
    p_due_at timestamptz, p_channel public.notification_type
)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    INSERT INTO public.notifications (id, user_id, lane, template, arguments, due_at, type)
    SELECT p_id, p_user, p_lane, p_template, p_arguments, p_due_at, p_channel
    WHERE (SELECT sec.is_signed())
    ON CONFLICT DO NOTHING
$$;

CREATE OR REPLACE FUNCTION sec.offer_first_administrator(p_digest text, p_lifetime interval)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF (sec.context())[1] IS DISTINCT FROM 'operator' THEN
        RAISE EXCEPTION 'not available' USING ERRCODE = '42501';
    END IF;
    IF EXISTS (SELECT FROM public.administrators WHERE revoked_at IS NULL) THEN
        RETURN false;
    END IF;
    DELETE FROM public.one_time_links
    WHERE purpose = 'administrator' AND used_at IS NULL AND created_by IS NULL;
    INSERT INTO public.one_time_links (digest, purpose, expires_at)
    VALUES (p_digest, 'administrator', now() + p_lifetime);
    RETURN true;
END
$$;

CREATE OR REPLACE FUNCTION sec.redeem_link(
    p_digest text, p_user uuid, p_clock_offset interval DEFAULT interval '0'
)
RETURNS TABLE (outcome text, purpose public.link_purpose, arguments jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_link public.one_time_links;
BEGIN
    IF p_user IS DISTINCT FROM sec.uid() THEN
        RAISE EXCEPTION 'not available' USING ERRCODE = '42501';
    END IF;
    SELECT l.* INTO v_link FROM public.one_time_links l WHERE l.digest = p_digest FOR UPDATE;
    IF NOT FOUND THEN
        outcome := 'unknown';
        RETURN NEXT;
        RETURN;
    END IF;
    purpose := v_link.purpose;
    arguments := v_link.arguments;
    outcome := CASE
        WHEN v_link.used_by = p_user THEN 'ok'
        WHEN v_link.used_at IS NOT NULL THEN 'used'
        WHEN v_link.expires_at <= now() + p_clock_offset THEN 'expired'
        ELSE 'ok'
    END;
    IF outcome = 'ok' AND v_link.used_at IS NULL THEN
        UPDATE public.one_time_links l SET used_at = now() + p_clock_offset, used_by = p_user
        WHERE l.digest = p_digest;
        IF v_link.purpose = 'administrator' THEN
            INSERT INTO public.administrators (user_id, granted_by)
            VALUES (p_user, v_link.created_by)
            ON CONFLICT (user_id) DO UPDATE SET revoked_at = NULL;
        ELSE
            INSERT INTO public.event_staff (event_id, user_id, role)
            VALUES (
                (v_link.arguments ->> 'event_id')::uuid, p_user,
                (v_link.arguments ->> 'role')::public.staff_role
            )
            ON CONFLICT DO NOTHING;
        END IF;
    END IF;
    RETURN NEXT;
END
$$;

CREATE OR REPLACE FUNCTION sec.invite_staff(
    p_digest text, p_event uuid, p_role public.staff_role, p_by uuid, p_lifetime interval,
    p_clock_offset interval DEFAULT interval '0'
)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF p_by IS DISTINCT FROM sec.uid() THEN
        RAISE EXCEPTION 'not available' USING ERRCODE = '42501';
    END IF;
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

-- Whether an order of who acts is paid and has fewer tickets of a type than it is for.
CREATE FUNCTION sec.awaits_ticket(p_order uuid, p_type uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
    SELECT EXISTS (
        SELECT FROM public.orders o JOIN public.order_lines l ON l.order_id = o.id
        WHERE o.id = p_order AND o.user_id = (SELECT sec.uid()) AND o.status = 'completed'
        AND l.ticket_type_id = p_type AND l.quantity > (
            SELECT count(*) FROM public.tickets t
            WHERE t.order_id = p_order AND t.ticket_type_id = p_type
        )
    )
$$;

-- A ticket is its buyer's when it is made, and of an order that awaits it: nobody tries codes by
-- making tickets. Nobody writes another holder onto it: who makes an event sees whoever holds its
-- tickets.
ALTER POLICY add ON tickets WITH CHECK (
    user_id = (SELECT sec.uid()) AND (SELECT sec.awaits_ticket(order_id, ticket_type_id))
);
-- Orders are made by `sec.reserve` alone.
DROP POLICY add ON orders;
DROP POLICY add ON order_lines;
REVOKE INSERT ON orders, order_lines FROM portal_app;
REVOKE UPDATE ON tickets FROM portal_app;
GRANT UPDATE (status, meta_data) ON tickets TO portal_app;
-- An event begins as a draft.
ALTER POLICY add ON events WITH CHECK (organizer_id = (SELECT sec.uid()) AND status = 'draft');

REVOKE ALL ON FUNCTION sec.is_signed(), sec.awaits_ticket(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.is_signed() TO portal_app, portal_worker, portal_support;
GRANT EXECUTE ON FUNCTION sec.awaits_ticket(uuid, uuid) TO portal_app;
GRANT SELECT ON order_lines TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.awaits_ticket(uuid, uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.is_signed() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
