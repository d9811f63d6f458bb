-- Whom a campaign reaches: one definition for who counts them and for who writes to them. Their
-- keys are the worker's; the bot learns how many they are.

CREATE FUNCTION sec.audience(
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

-- How many they are, for who may speak for the house; everybody, for who runs the portal.
CREATE FUNCTION sec.audience_size(
    p_purpose campaign_purpose, p_audience campaign_audience, p_house uuid, p_city text,
    p_event uuid
)
RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT count(*)
    FROM sec.audience(
        p_purpose, p_audience, p_house, p_city, p_event,
        '00000000-0000-0000-0000-000000000000', NULL
    )
    WHERE (SELECT sec.is_admin()) OR (SELECT p_house = ANY (sec.houses()))
$$;

-- The cities of a house's events that people who want news follow, or of all, for who runs the
-- portal; those with most followers first.
CREATE FUNCTION sec.followed_cities(p_house uuid, p_anywhere boolean)
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

REVOKE ALL ON FUNCTION
    sec.audience(campaign_purpose, campaign_audience, uuid, text, uuid, uuid, integer),
    sec.audience_size(campaign_purpose, campaign_audience, uuid, text, uuid),
    sec.followed_cities(uuid, boolean)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.audience(campaign_purpose, campaign_audience, uuid, text, uuid, uuid, integer)
TO portal_worker;
GRANT EXECUTE ON FUNCTION
    sec.audience_size(campaign_purpose, campaign_audience, uuid, text, uuid),
    sec.followed_cities(uuid, boolean)
TO portal_app;
GRANT SELECT ON follows, venues, event_collections, collections TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.audience(campaign_purpose, campaign_audience, uuid, text, uuid, uuid, integer)
OWNER TO portal_definer;
ALTER FUNCTION sec.audience_size(campaign_purpose, campaign_audience, uuid, text, uuid)
OWNER TO portal_definer;
ALTER FUNCTION sec.followed_cities(uuid, boolean) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
