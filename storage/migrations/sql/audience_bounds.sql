-- The next people of an audience. Each table is entered behind the last one: a merge does not carry
-- the bound of one side to the other, and each chunk would read all before it anew.
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
