-- People as those see them who look after the portal: masked, until somebody says why they look.

-- What may be asked for, and the sealed value of it with the key of its row.
CREATE FUNCTION sec.sealed_value(p_entity text, p_person uuid, p_field text)
RETURNS TABLE (row_key text, record text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    CASE p_entity || '.' || p_field
        WHEN 'users.full_name', 'users.email', 'users.phone_number', 'users.profile_image_url' THEN
            RETURN QUERY EXECUTE format(
                'SELECT t.id::text, t.%I FROM public.users t WHERE t.id = $1', p_field
            ) USING p_person;
        WHEN 'telegram_accounts.first_name', 'telegram_accounts.username' THEN
            RETURN QUERY EXECUTE format(
                'SELECT t.telegram_id::text, t.%I FROM public.telegram_accounts t'
                ' WHERE t.user_id = $1', p_field
            ) USING p_person;
        WHEN 'user_profiles.bio', 'user_profiles.position', 'user_profiles.location',
            'models.birth_date', 'models.portfolio_url' THEN
            RETURN QUERY EXECUTE format(
                'SELECT t.user_id::text, t.%I FROM public.%I t WHERE t.user_id = $1',
                p_field, p_entity
            ) USING p_person;
        WHEN 'user_profiles.social_links', 'models.measurements', 'models.portfolio' THEN
            RETURN QUERY EXECUTE format(
                'SELECT t.user_id::text, t.%I ->> ''sealed'' FROM public.%I t WHERE t.user_id = $1',
                p_field, p_entity
            ) USING p_person;
        ELSE
            RAISE EXCEPTION 'no such field' USING ERRCODE = '22023';
    END CASE;
END
$$;

-- Look at one sealed field of a person, as who runs the portal or as support: the reason is kept,
-- one line a look, and the ciphertext comes back for whoever has the keys. No row where there is
-- nothing to see. Raises 42501 for others, 22023 for an unknown field or without a reason, FP003
-- after thirty looks within an hour.
CREATE FUNCTION sec.reveal(p_entity text, p_person uuid, p_field text, p_reason text)
RETURNS TABLE (look uuid, row_key text, record text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_who CONSTANT uuid := sec.uid();
    v_role CONSTANT text := coalesce(nullif(current_setting('role'), 'none'), session_user::text);
    v_by CONSTANT text := CASE WHEN sec.is_admin() THEN 'administrator' ELSE session_user::text END;
BEGIN
    IF NOT sec.is_admin() AND v_role <> 'portal_support' THEN
        RAISE EXCEPTION 'not available' USING ERRCODE = '42501';
    END IF;
    IF p_reason IS NULL OR char_length(btrim(p_reason)) NOT BETWEEN 3 AND 500 THEN
        RAISE EXCEPTION 'say why, in 3 to 500 characters' USING ERRCODE = '22023';
    END IF;
    SELECT v.row_key, v.record INTO row_key, record
    FROM sec.sealed_value(p_entity, p_person, p_field) v;
    IF record IS NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('reveal ' || coalesce(v_who::text, v_by), 0));
    IF (
        SELECT count(*) >= 30 FROM public.audit_logs a
        WHERE a.category = 'reveal' AND a.id >= public.uuid_floor(now() - interval '1 hour')
        AND CASE WHEN v_who IS NULL THEN a.user_id IS NULL ELSE a.user_id = v_who END
    ) THEN
        RAISE EXCEPTION 'too many looks within an hour' USING ERRCODE = 'FP003';
    END IF;
    INSERT INTO public.audit_logs (user_id, category, action, entity_type, entity_id, changes)
    VALUES (
        v_who, 'reveal', 'reveal', p_entity, p_person,
        jsonb_build_object('field', p_field, 'reason', btrim(p_reason), 'by', v_by)
    )
    RETURNING id INTO look;
    RETURN NEXT;
END
$$;

-- What a look of the last ten minutes was at, for who looked.
CREATE FUNCTION sec.revealed(p_look uuid)
RETURNS TABLE (entity text, person uuid, field text, row_key text, record text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT a.entity_type, a.entity_id, a.changes ->> 'field', v.row_key, v.record
    FROM public.audit_logs a
    CROSS JOIN LATERAL sec.sealed_value(a.entity_type, a.entity_id, a.changes ->> 'field') v
    WHERE a.id = p_look AND a.category = 'reveal' AND a.user_id = (SELECT sec.uid())
    AND (SELECT sec.is_admin())
    AND a.id >= public.uuid_floor(now() - interval '10 minutes') AND v.record IS NOT NULL
$$;

-- Who looked at somebody lately, for who runs the portal; by whom they are is masked, too.
CREATE FUNCTION sec.looks_at(p_person uuid, p_limit integer)
RETURNS TABLE (
    at timestamptz, by_mask text, is_me boolean, entity text, field text, reason text
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT a.created_at, u.full_name_mask, coalesce(a.user_id = (SELECT sec.uid()), false),
        a.entity_type, a.changes ->> 'field', a.changes ->> 'reason'
    FROM public.audit_logs a LEFT JOIN public.users u ON u.id = a.user_id
    WHERE (SELECT sec.is_admin()) AND a.category = 'reveal' AND a.entity_id = p_person
    AND a.entity_type IN ('users', 'user_profiles', 'telegram_accounts', 'models')
    ORDER BY a.id DESC LIMIT p_limit
$$;

-- Who is meant, for who runs the portal: by our own key, Telegram's number, the number of an
-- order or the code of a ticket. Numbers and codes are of one event: there may be several.
CREATE FUNCTION sec.find_people(p_id uuid, p_telegram bigint, p_code text)
RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT f.id FROM (
        SELECT u.id FROM public.users u WHERE u.id = p_id
        UNION
        SELECT a.user_id FROM public.telegram_accounts a WHERE a.telegram_id = p_telegram
        UNION
        SELECT o.user_id FROM public.orders o WHERE o.number = p_code
        UNION
        SELECT t.user_id FROM public.tickets t WHERE t.short_code = p_code
    ) f
    WHERE (SELECT sec.is_admin()) ORDER BY f.id DESC LIMIT 6
$$;

-- A person with every sealed field masked, for who runs the portal. NULL is what was never told.
CREATE FUNCTION sec.masked_person(p_person uuid)
RETURNS TABLE (
    id uuid, status public.user_status, created_at timestamptz, last_login timestamptz,
    telegram_id bigint, reachable boolean, roles text[], house text, masks jsonb
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT u.id, u.status, u.created_at, u.last_login, a.telegram_id, a.reachable,
        ARRAY(
            SELECT 'admin' FROM public.administrators x
            WHERE x.user_id = u.id AND x.revoked_at IS NULL
            UNION ALL
            SELECT 'organizer' FROM public.organizer_applications x
            WHERE x.user_id = u.id AND x.approval_status = 'approved'
            UNION ALL
            SELECT 'designer' FROM public.designers x
            WHERE x.user_id = u.id AND x.approval_status = 'approved'
            UNION ALL
            SELECT 'model' FROM public.models x
            WHERE x.user_id = u.id AND x.approval_status = 'approved'
            UNION ALL
            SELECT 'staff'
            WHERE EXISTS (SELECT FROM public.event_staff x WHERE x.user_id = u.id)
        ),
        h.name,
        jsonb_strip_nulls(jsonb_build_object(
            'users.full_name', u.full_name_mask, 'users.email', u.email_mask,
            'users.phone_number', u.phone_number_mask,
            'users.profile_image_url', u.profile_image_url_mask,
            'telegram_accounts.first_name', a.first_name_mask,
            'telegram_accounts.username', a.username_mask,
            'user_profiles.bio', p.bio_mask, 'user_profiles.social_links', p.social_links_mask,
            'user_profiles.position', p.position_mask, 'user_profiles.location', p.location_mask,
            'models.birth_date', m.birth_date_mask, 'models.measurements', m.measurements_mask,
            'models.portfolio', m.portfolio_mask, 'models.portfolio_url', m.portfolio_url_mask
        ))
    FROM public.users u
    LEFT JOIN public.telegram_accounts a ON a.user_id = u.id
    LEFT JOIN public.user_profiles p ON p.user_id = u.id
    LEFT JOIN public.models m ON m.user_id = u.id
    LEFT JOIN public.houses h ON h.user_id = u.id
    WHERE u.id = p_person AND (SELECT sec.is_admin())
$$;

-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_orders_number ON orders (number);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_tickets_short_code ON tickets (short_code);

GRANT SELECT ON
    users, user_profiles, telegram_accounts, models, designers, organizer_applications,
    administrators, event_staff, houses, orders, tickets
TO portal_definer;
REVOKE ALL ON FUNCTION
    sec.sealed_value(text, uuid, text), sec.reveal(text, uuid, text, text), sec.revealed(uuid),
    sec.looks_at(uuid, integer), sec.find_people(uuid, bigint, text), sec.masked_person(uuid)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.reveal(text, uuid, text, text), sec.revealed(uuid), sec.looks_at(uuid, integer),
    sec.find_people(uuid, bigint, text), sec.masked_person(uuid)
TO portal_app;
GRANT EXECUTE ON FUNCTION sec.reveal(text, uuid, text, text) TO portal_support;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.sealed_value(text, uuid, text) OWNER TO portal_definer;
ALTER FUNCTION sec.reveal(text, uuid, text, text) OWNER TO portal_definer;
ALTER FUNCTION sec.revealed(uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.looks_at(uuid, integer) OWNER TO portal_definer;
ALTER FUNCTION sec.find_people(uuid, bigint, text) OWNER TO portal_definer;
ALTER FUNCTION sec.masked_person(uuid) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- Support reads masks and never what is behind them.
GRANT USAGE ON SCHEMA sec TO portal_support;
GRANT SELECT (
    id, user_type, status, created_at, last_login, email_mask, full_name_mask, phone_number_mask,
    profile_image_url_mask
) ON users TO portal_support;
GRANT SELECT (id, user_id, bio_mask, social_links_mask, position_mask, location_mask)
ON user_profiles TO portal_support;
GRANT SELECT (
    telegram_id, user_id, reachable, blocked_at, created_at, first_name_mask, username_mask
) ON telegram_accounts TO portal_support;
GRANT SELECT (
    id, user_id, approval_status, created_at, birth_date_mask, measurements_mask, portfolio_mask,
    portfolio_url_mask
) ON models TO portal_support;
CREATE POLICY support ON users FOR SELECT TO portal_support USING (true);
CREATE POLICY support ON user_profiles FOR SELECT TO portal_support USING (true);
CREATE POLICY support ON telegram_accounts FOR SELECT TO portal_support USING (true);
CREATE POLICY support ON models FOR SELECT TO portal_support USING (true);
