DROP TRIGGER restrict ON users;
DROP TRIGGER take_back ON consent_states;
DROP TRIGGER keep_purpose ON campaigns;
ALTER TABLE notifications DROP CONSTRAINT ck_notifications_broadcast_to_person;
DROP TRIGGER require_consent_again ON notifications;
DROP TRIGGER require_consent ON notifications;
DO $$
DECLARE
    v_month regclass;
BEGIN
    FOR v_month IN
        SELECT inhrelid FROM pg_inherits WHERE inhparent = 'public.notifications'::regclass
    LOOP
        EXECUTE format('DROP TRIGGER require_consent ON %s', v_month);
    END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION sec.audience(
    p_purpose campaign_purpose, p_audience campaign_audience, p_house uuid, p_city text,
    p_event uuid, p_after uuid, p_limit integer
)
RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF p_purpose = 'service' THEN
        RETURN QUERY
        SELECT u.id FROM public.users u
        JOIN public.telegram_accounts a ON a.user_id = u.id AND a.reachable
        WHERE u.status = 'active' AND u.id > p_after AND u.id IN (
            SELECT t.user_id FROM public.tickets t WHERE t.event_id = p_event
            AND t.status IN ('valid', 'used', 'reserved', 'blocked') AND t.user_id > p_after
        )
        ORDER BY u.id LIMIT p_limit;
    ELSIF p_audience = 'everyone' THEN
        RETURN QUERY
        SELECT s.user_id FROM public.consent_states s
        JOIN public.users u ON u.id = s.user_id AND u.status = 'active'
        JOIN public.telegram_accounts a ON a.user_id = s.user_id AND a.reachable
        WHERE s.purpose = 'marketing' AND s.channel = 'push' AND s.granted AND s.user_id > p_after
        ORDER BY s.user_id LIMIT p_limit;
    ELSIF p_audience = 'followers' THEN
        RETURN QUERY
        SELECT s.user_id FROM public.consent_states s
        JOIN public.users u ON u.id = s.user_id AND u.status = 'active'
        JOIN public.telegram_accounts a ON a.user_id = s.user_id AND a.reachable
        WHERE s.purpose = 'marketing' AND s.channel = 'push' AND s.granted AND s.user_id > p_after
        AND EXISTS (
            SELECT FROM public.follows f
            WHERE f.user_id = s.user_id AND (
                f.organizer_id = p_house
                OR f.designer_id IN (
                    SELECT c.designer_id FROM public.events e
                    JOIN public.event_collections x ON x.event_id = e.id
                    JOIN public.collections c ON c.id = x.collection_id
                    WHERE e.organizer_id = p_house
                )
            )
        )
        ORDER BY s.user_id LIMIT p_limit;
    ELSIF p_audience = 'city' THEN
        RETURN QUERY
        SELECT s.user_id FROM public.consent_states s
        JOIN public.users u ON u.id = s.user_id AND u.status = 'active'
        JOIN public.telegram_accounts a ON a.user_id = s.user_id AND a.reachable
        WHERE s.purpose = 'marketing' AND s.channel = 'push' AND s.granted AND s.user_id > p_after
        AND EXISTS (
            SELECT FROM public.follows f WHERE f.user_id = s.user_id AND f.city = p_city
        )
        ORDER BY s.user_id LIMIT p_limit;
    ELSE
        RETURN QUERY
        SELECT s.user_id FROM public.consent_states s
        JOIN public.users u ON u.id = s.user_id AND u.status = 'active'
        JOIN public.telegram_accounts a ON a.user_id = s.user_id AND a.reachable
        WHERE s.purpose = 'marketing' AND s.channel = 'push' AND s.granted AND s.user_id > p_after
        AND EXISTS (
            SELECT FROM public.tickets t WHERE t.user_id = s.user_id AND t.event_id = p_event
            AND t.status IN ('valid', 'used', 'reserved', 'blocked')
        )
        ORDER BY s.user_id LIMIT p_limit;
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION sec.followed_cities(p_house uuid, p_anywhere boolean)
RETURNS TABLE (city text, followers bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT f.city, count(*) AS followers FROM public.follows f
    JOIN public.consent_states s ON s.user_id = f.user_id AND s.purpose = 'marketing'
        AND s.channel = 'push' AND s.granted
    WHERE f.city IS NOT NULL
        AND (p_anywhere AND (SELECT sec.is_admin()) OR f.city IN (
            SELECT v.city FROM public.events e JOIN public.venues v ON v.id = e.venue_id
            WHERE e.organizer_id = p_house
        ))
        AND ((SELECT sec.is_admin()) OR (SELECT p_house = ANY (sec.houses())))
    GROUP BY f.city ORDER BY followers DESC, f.city LIMIT 12
$$;

CREATE OR REPLACE FUNCTION sec.reveal(p_entity text, p_person uuid, p_field text, p_reason text)
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
        SELECT count(*) >= (SELECT s.value FROM public.settings s WHERE s.name = 'looks_per_hour')
        FROM public.audit_logs a
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

DROP FUNCTION sec.guard_month(regclass);
DROP FUNCTION sec.restrict();
DROP FUNCTION sec.take_back();
DROP FUNCTION sec.close_unwanted(uuid, notification_type[], text);
DROP FUNCTION sec.keep_purpose();
DROP FUNCTION sec.require_consent_again();
DROP FUNCTION sec.require_consent();
DROP FUNCTION sec.words_version();
REVOKE UPDATE (status, due_at, last_error, leased_until, lease_token) ON notifications
FROM portal_definer;
REVOKE UPDATE (end_date) ON campaigns FROM portal_definer;
REVOKE UPDATE (paused_at) ON designers, models FROM portal_definer;

CREATE FUNCTION public.require_consent() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added n
        JOIN public.campaigns c ON c.id = n.campaign_id
        WHERE CASE c.purpose
            WHEN 'marketing' THEN NOT EXISTS (
                SELECT FROM public.consent_states s
                WHERE s.user_id = n.user_id AND s.purpose = 'marketing' AND s.channel = n.type
                  AND s.granted
            )
            ELSE NOT EXISTS (
                SELECT FROM public.tickets t
                WHERE t.user_id = n.user_id AND t.event_id = c.event_id
                  AND t.status IN ('valid', 'used', 'reserved', 'blocked')
            )
        END
    ) THEN
        RAISE EXCEPTION 'a campaign writes to somebody without consent' USING ERRCODE = 'FP002';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER require_consent AFTER INSERT ON notifications
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.require_consent();

DELETE FROM consents WHERE purpose = 'suggestions';
DELETE FROM consent_states WHERE purpose = 'suggestions';
ALTER TYPE consent_purpose RENAME TO consent_purpose_wide;
CREATE TYPE consent_purpose AS ENUM ('marketing');
DROP INDEX ix_consent_states_granted;
ALTER TABLE consents ALTER COLUMN purpose TYPE consent_purpose USING purpose::text::consent_purpose;
ALTER TABLE consent_states
    ALTER COLUMN purpose TYPE consent_purpose USING purpose::text::consent_purpose;
CREATE INDEX ix_consent_states_granted ON consent_states (purpose, channel, user_id) WHERE granted;
DROP TYPE consent_purpose_wide;
