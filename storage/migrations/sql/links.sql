-- One-time links: how the first administrator and the team of an event get in.

CREATE FUNCTION sec.offer_first_administrator(p_digest text, p_lifetime interval)
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

CREATE FUNCTION sec.redeem_link(
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
