-- Consent by purpose and channel. Nobody is written to for marketing without one that counts; the
-- database says so to every role, by INSERT, COPY or UPDATE, of the whole or of a month.

ALTER TYPE consent_purpose ADD VALUE 'suggestions' AFTER 'marketing';

-- A consent counts that was given to these words or later ones (`domain.consents.VERSION`).
CREATE FUNCTION sec.words_version() RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT 1::smallint $$;

-- squawk-ignore ban-drop-trigger
DROP TRIGGER require_consent ON notifications;
-- squawk-ignore ban-drop-function
DROP FUNCTION public.require_consent();

-- Of a campaign, a marketing message wants the consent of its receiver for its channel, and that
-- their data may be used; a service notice a ticket of its event. One look for a whole statement.
CREATE FUNCTION sec.require_consent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added n
        JOIN public.campaigns c ON c.id = n.campaign_id
        WHERE CASE c.purpose
            WHEN 'marketing' THEN NOT EXISTS (
                SELECT FROM public.consent_states s
                JOIN public.users u ON u.id = s.user_id AND u.restricted_at IS NULL
                WHERE s.user_id = n.user_id AND s.purpose = 'marketing' AND s.channel = n.type
                  AND s.granted AND s.version >= sec.words_version()
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

-- The same for a row that is made another's, another campaign's or another channel's, or is opened
-- again.
CREATE FUNCTION sec.require_consent_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.campaigns c
        WHERE c.id = NEW.campaign_id AND CASE c.purpose
            WHEN 'marketing' THEN EXISTS (
                SELECT FROM public.consent_states s
                JOIN public.users u ON u.id = s.user_id AND u.restricted_at IS NULL
                WHERE s.user_id = NEW.user_id AND s.purpose = 'marketing' AND s.channel = NEW.type
                  AND s.granted AND s.version >= sec.words_version()
            )
            ELSE EXISTS (
                SELECT FROM public.tickets t
                WHERE t.user_id = NEW.user_id AND t.event_id = c.event_id
                  AND t.status IN ('valid', 'used', 'reserved', 'blocked')
            )
        END
    ) THEN
        RAISE EXCEPTION 'a campaign writes to somebody without consent' USING ERRCODE = 'FP002';
    END IF;
    RETURN NEW;
END
$$;

-- What a campaign is for stays as it is once somebody has a message of it. The lock waits for who
-- writes one at this moment.
CREATE FUNCTION sec.keep_purpose() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    PERFORM FROM public.campaigns c WHERE c.id = NEW.id FOR UPDATE;
    IF EXISTS (SELECT FROM public.notifications n WHERE n.campaign_id = NEW.id) THEN
        RAISE EXCEPTION 'a campaign that was sent keeps its purpose' USING ERRCODE = 'FP002';
    END IF;
    RETURN NEW;
END
$$;

-- Who takes their word back, or lets their data rest, gets nothing that still waits. What a worker
-- holds at this very moment is passed over: the worker asks again before the call.
CREATE FUNCTION sec.close_unwanted(
    p_user uuid, p_channels public.notification_type[], p_why text
)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    UPDATE public.notifications n
    SET status = 'skipped', due_at = NULL, last_error = p_why,
        leased_until = NULL, lease_token = NULL
    WHERE n.id IN (
        SELECT q.id FROM public.notifications q
        JOIN public.campaigns c ON c.id = q.campaign_id AND c.purpose = 'marketing'
        WHERE q.user_id = p_user AND q.type = ANY (p_channels) AND q.status = 'pending'
        FOR UPDATE OF q SKIP LOCKED
    )
$$;
CREATE FUNCTION sec.take_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NEW.purpose = 'marketing' THEN
        PERFORM sec.close_unwanted(NEW.user_id, ARRAY[NEW.channel], 'withdrawn');
    END IF;
    RETURN NULL;
END
$$;

-- While somebody's data rest, so do their brand and their name as a model: as if they had paused.
CREATE FUNCTION sec.restrict() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NEW.restricted_at IS NOT NULL THEN
        PERFORM sec.close_unwanted(
            NEW.id, enum_range(NULL::public.notification_type), 'restricted'
        );
        UPDATE public.designers SET paused_at = NEW.restricted_at
        WHERE user_id = NEW.id AND paused_at IS NULL;
        UPDATE public.models SET paused_at = NEW.restricted_at
        WHERE user_id = NEW.id AND paused_at IS NULL;
    ELSE
        UPDATE public.designers SET paused_at = NULL
        WHERE user_id = NEW.id AND paused_at = OLD.restricted_at;
        UPDATE public.models SET paused_at = NULL
        WHERE user_id = NEW.id AND paused_at = OLD.restricted_at;
    END IF;
    RETURN NULL;
END
$$;

-- Let a month of the outbox be asked, too, when it is named itself. For whoever makes months.
CREATE FUNCTION sec.guard_month(p_month regclass) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER require_consent AFTER INSERT ON %s REFERENCING NEW TABLE AS added'
        ' FOR EACH STATEMENT EXECUTE FUNCTION sec.require_consent()', p_month
    );
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER require_consent', p_month);
END
$$;

GRANT EXECUTE ON FUNCTION sec.words_version() TO portal_definer, portal_worker, portal_app;
REVOKE ALL ON FUNCTION
    sec.words_version(), sec.require_consent(), sec.require_consent_again(), sec.keep_purpose(),
    sec.close_unwanted(uuid, notification_type[], text), sec.take_back(), sec.restrict(),
    sec.guard_month(regclass)
FROM PUBLIC;
GRANT UPDATE (status, due_at, last_error, leased_until, lease_token) ON notifications
TO portal_definer;
GRANT UPDATE (end_date) ON campaigns TO portal_definer;
GRANT UPDATE (paused_at) ON designers, models TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.require_consent() OWNER TO portal_definer;
ALTER FUNCTION sec.require_consent_again() OWNER TO portal_definer;
ALTER FUNCTION sec.keep_purpose() OWNER TO portal_definer;
ALTER FUNCTION sec.close_unwanted(uuid, notification_type[], text) OWNER TO portal_definer;
ALTER FUNCTION sec.take_back() OWNER TO portal_definer;
ALTER FUNCTION sec.restrict() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

CREATE TRIGGER require_consent AFTER INSERT ON notifications
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION sec.require_consent();
ALTER TABLE notifications ENABLE ALWAYS TRIGGER require_consent;
CREATE TRIGGER require_consent_again BEFORE UPDATE ON notifications
FOR EACH ROW WHEN (
    NEW.campaign_id IS NOT NULL AND (
        (OLD.user_id, OLD.campaign_id, OLD.type)
        IS DISTINCT FROM (NEW.user_id, NEW.campaign_id, NEW.type)
        OR OLD.due_at IS NULL AND NEW.due_at IS NOT NULL
    )
) EXECUTE FUNCTION sec.require_consent_again();
ALTER TABLE notifications ENABLE ALWAYS TRIGGER require_consent_again;
DO $$
DECLARE
    v_month regclass;
BEGIN
    FOR v_month IN
        SELECT inhrelid FROM pg_inherits WHERE inhparent = 'public.notifications'::regclass
    LOOP
        PERFORM sec.guard_month(v_month);
    END LOOP;
END
$$;
-- The consent is the person's whom the row names: it goes to their chat and to no other.
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE notifications ADD CONSTRAINT ck_notifications_broadcast_to_person
CHECK (campaign_id IS NULL OR chat_id IS NULL);
CREATE TRIGGER keep_purpose BEFORE UPDATE OF purpose ON campaigns
FOR EACH ROW WHEN (OLD.purpose <> NEW.purpose) EXECUTE FUNCTION sec.keep_purpose();
ALTER TABLE campaigns ENABLE ALWAYS TRIGGER keep_purpose;
CREATE TRIGGER take_back AFTER INSERT OR UPDATE ON consent_states
FOR EACH ROW WHEN (NOT NEW.granted) EXECUTE FUNCTION sec.take_back();
CREATE TRIGGER restrict AFTER UPDATE OF restricted_at ON users
FOR EACH ROW WHEN ((OLD.restricted_at IS NULL) <> (NEW.restricted_at IS NULL))
EXECUTE FUNCTION sec.restrict();

-- Whom a campaign reaches.
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
        JOIN public.users u ON u.id = s.user_id AND u.status = 'active' AND u.restricted_at IS NULL
        JOIN public.telegram_accounts a ON a.user_id = s.user_id AND a.reachable
        WHERE s.purpose = 'marketing' AND s.channel = 'push' AND s.granted
        AND s.version >= sec.words_version() AND s.user_id > p_after
        ORDER BY s.user_id LIMIT p_limit;
    ELSIF p_audience = 'followers' THEN
        RETURN QUERY
        SELECT s.user_id FROM public.consent_states s
        JOIN public.users u ON u.id = s.user_id AND u.status = 'active' AND u.restricted_at IS NULL
        JOIN public.telegram_accounts a ON a.user_id = s.user_id AND a.reachable
        WHERE s.purpose = 'marketing' AND s.channel = 'push' AND s.granted
        AND s.version >= sec.words_version() AND s.user_id > p_after
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
        JOIN public.users u ON u.id = s.user_id AND u.status = 'active' AND u.restricted_at IS NULL
        JOIN public.telegram_accounts a ON a.user_id = s.user_id AND a.reachable
        WHERE s.purpose = 'marketing' AND s.channel = 'push' AND s.granted
        AND s.version >= sec.words_version() AND s.user_id > p_after
        AND EXISTS (
            SELECT FROM public.follows f WHERE f.user_id = s.user_id AND f.city = p_city
        )
        ORDER BY s.user_id LIMIT p_limit;
    ELSE
        RETURN QUERY
        SELECT s.user_id FROM public.consent_states s
        JOIN public.users u ON u.id = s.user_id AND u.status = 'active' AND u.restricted_at IS NULL
        JOIN public.telegram_accounts a ON a.user_id = s.user_id AND a.reachable
        WHERE s.purpose = 'marketing' AND s.channel = 'push' AND s.granted
        AND s.version >= sec.words_version() AND s.user_id > p_after
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
        AND s.channel = 'push' AND s.granted AND s.version >= sec.words_version()
    JOIN public.users u ON u.id = f.user_id AND u.restricted_at IS NULL
    WHERE f.city IS NOT NULL
        AND (p_anywhere AND (SELECT sec.is_admin()) OR f.city IN (
            SELECT v.city FROM public.events e JOIN public.venues v ON v.id = e.venue_id
            WHERE e.organizer_id = p_house
        ))
        AND ((SELECT sec.is_admin()) OR (SELECT p_house = ANY (sec.houses())))
    GROUP BY f.city ORDER BY followers DESC, f.city LIMIT 12
$$;

-- Nobody looks behind the mask of somebody whose data rest.
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
    IF EXISTS (
        SELECT FROM public.users u WHERE u.id = p_person AND u.restricted_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'their data rest' USING ERRCODE = 'FP004';
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
