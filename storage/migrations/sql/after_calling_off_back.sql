-- Holders are who hold a living ticket, as before.
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
        WHERE u.status = 'active' AND u.id > p_after AND a.user_id > p_after AND u.id IN (
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
        AND s.version >= sec.words_version()
        AND s.user_id > p_after AND u.id > p_after AND a.user_id > p_after
        ORDER BY s.user_id LIMIT p_limit;
    ELSIF p_audience = 'followers' THEN
        RETURN QUERY
        SELECT s.user_id FROM public.consent_states s
        JOIN public.users u ON u.id = s.user_id AND u.status = 'active' AND u.restricted_at IS NULL
        JOIN public.telegram_accounts a ON a.user_id = s.user_id AND a.reachable
        WHERE s.purpose = 'marketing' AND s.channel = 'push' AND s.granted
        AND s.version >= sec.words_version()
        AND s.user_id > p_after AND u.id > p_after AND a.user_id > p_after
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
        AND s.version >= sec.words_version()
        AND s.user_id > p_after AND u.id > p_after AND a.user_id > p_after
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
        AND s.version >= sec.words_version()
        AND s.user_id > p_after AND u.id > p_after AND a.user_id > p_after
        AND EXISTS (
            SELECT FROM public.tickets t WHERE t.user_id = s.user_id AND t.event_id = p_event
            AND t.status IN ('valid', 'used', 'reserved', 'blocked')
        )
        ORDER BY s.user_id LIMIT p_limit;
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION sec.letter_audience(
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
        WHERE u.status = 'active' AND u.email IS NOT NULL AND u.email_bounced_at IS NULL
        AND u.id > p_after AND u.id IN (
            SELECT t.user_id FROM public.tickets t WHERE t.event_id = p_event
            AND t.status IN ('valid', 'used', 'reserved', 'blocked') AND t.user_id > p_after
        )
        ORDER BY u.id LIMIT p_limit;
    ELSE
        RETURN QUERY
        SELECT s.user_id FROM public.consent_states s
        JOIN public.users u ON u.id = s.user_id AND u.status = 'active'
            AND u.restricted_at IS NULL AND u.email IS NOT NULL AND u.email_bounced_at IS NULL
        WHERE s.purpose = 'marketing' AND s.channel = 'email' AND s.granted
        AND s.version >= sec.words_version() AND s.user_id > p_after AND u.id > p_after
        AND CASE p_audience
            WHEN 'everyone' THEN true
            WHEN 'followers' THEN EXISTS (
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
            WHEN 'city' THEN EXISTS (
                SELECT FROM public.follows f WHERE f.user_id = s.user_id AND f.city = p_city
            )
            WHEN 'holders' THEN EXISTS (
                SELECT FROM public.tickets t WHERE t.user_id = s.user_id AND t.event_id = p_event
                AND t.status IN ('valid', 'used', 'reserved', 'blocked')
            )
            ELSE false
        END
        ORDER BY s.user_id LIMIT p_limit;
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION sec.part_of_audience(
    p_purpose campaign_purpose, p_audience campaign_audience, p_house uuid, p_event uuid,
    p_part text, p_after uuid, p_limit integer
)
RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_type CONSTANT uuid := CASE WHEN p_part ~ '^[0-9a-f]{32}$' THEN p_part::uuid END;
    v_taste CONSTANT jsonb := jsonb_build_object('types', jsonb_build_array(substr(p_part, 7)));
BEGIN
    RETURN QUERY
    SELECT u.id FROM (
        SELECT d.user_id FROM public.designers d
        WHERE p_part = 'designers' AND d.approval_status = 'approved'
        UNION
        SELECT m.user_id FROM public.models m
        WHERE p_part = 'models' AND m.approval_status = 'approved'
        UNION
        SELECT p.user_id FROM public.user_profiles p
        JOIN public.consent_states g ON g.user_id = p.user_id AND g.purpose = 'suggestions'
            AND g.channel = 'push' AND g.granted AND g.version >= sec.words_version()
        WHERE p_part LIKE 'taste-%' AND p.preferences @> v_taste
        UNION
        SELECT w.user_id FROM public.ticket_types t
        JOIN public.waitlist_entries w ON w.ticket_type_id = t.id
        WHERE p_part = 'waiting' AND t.event_id = p_event AND w.state IN ('waiting', 'offered')
        UNION
        SELECT t.user_id FROM public.tickets t
        WHERE t.event_id = p_event AND t.ticket_type_id = v_type
            AND t.status IN ('valid', 'used', 'reserved', 'blocked')
    ) x (user_id)
    JOIN public.users u ON u.id = x.user_id AND u.status = 'active'
    JOIN public.telegram_accounts a ON a.user_id = u.id AND a.reachable
    WHERE u.id > p_after
    AND (p_purpose = 'service' OR u.restricted_at IS NULL AND EXISTS (
        SELECT FROM public.consent_states s
        WHERE s.user_id = u.id AND s.purpose = 'marketing' AND s.channel = 'push' AND s.granted
        AND s.version >= sec.words_version()
    ))
    AND (p_audience <> 'followers' OR EXISTS (
        SELECT FROM public.follows f
        WHERE f.user_id = u.id AND (
            f.organizer_id = p_house
            OR f.designer_id IN (
                SELECT c.designer_id FROM public.events e
                JOIN public.event_collections ec ON ec.event_id = e.id
                JOIN public.collections c ON c.id = ec.collection_id
                WHERE e.organizer_id = p_house
            )
        )
    ))
    ORDER BY u.id LIMIT p_limit;
END
$$;

CREATE OR REPLACE FUNCTION sec.require_consent() RETURNS trigger
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

CREATE OR REPLACE FUNCTION sec.require_consent_again() RETURNS trigger
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
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.holdings(uuid, uuid);
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.holders(uuid);
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.ended_with_evening(uuid, uuid, uuid, numeric, jsonb);
-- squawk-ignore ban-drop-function
DROP FUNCTION public.led_to(jsonb);
