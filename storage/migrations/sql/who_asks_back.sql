-- The functions believe what they are told.

ALTER POLICY add ON events WITH CHECK (organizer_id = (SELECT sec.uid()));
REVOKE UPDATE (status, meta_data) ON tickets FROM portal_app;
GRANT UPDATE ON tickets TO portal_app;
ALTER POLICY add ON tickets WITH CHECK (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);
GRANT INSERT ON orders, order_lines TO portal_app;
CREATE POLICY add ON orders FOR INSERT TO portal_app WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY add ON order_lines FOR INSERT TO portal_app WITH CHECK (
    EXISTS (SELECT FROM orders o WHERE o.id = order_id AND o.user_id = (SELECT sec.uid()))
);

CREATE OR REPLACE FUNCTION sec.administrators() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT a.user_id FROM public.administrators a WHERE a.revoked_at IS NULL ORDER BY a.user_id
$$;

CREATE OR REPLACE FUNCTION sec.next_version(p_type text, p_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT coalesce(max(v.version), 0) + 1 FROM public.version_control v
    WHERE v.entity_type = p_type AND v.entity_id = p_id
$$;

CREATE OR REPLACE FUNCTION sec.letters_to(p_index bytea, p_since timestamptz) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT count(*) FROM public.email_confirmations c
    WHERE c.address_index = p_index AND c.created_at > p_since
$$;

CREATE OR REPLACE FUNCTION sec.notify(
    p_id uuid, p_user uuid, p_lane smallint, p_template text, p_arguments jsonb,
    p_due_at timestamptz, p_channel public.notification_type
)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    INSERT INTO public.notifications (id, user_id, lane, template, arguments, due_at, type)
    VALUES (p_id, p_user, p_lane, p_template, p_arguments, p_due_at, p_channel)
    ON CONFLICT DO NOTHING
$$;

CREATE OR REPLACE FUNCTION sec.offer_first_administrator(p_digest text, p_lifetime interval)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
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

-- squawk-ignore ban-drop-function
DROP FUNCTION sec.is_signed(), sec.awaits_ticket(uuid, uuid);
