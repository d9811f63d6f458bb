-- Campaigns by e-mail (docs/decisions/0028-channels.md): whom letters reach, one click that ends
-- them, and addresses at which there is nobody.

-- A mail server said for good that nobody is there. Confirmed anew, or another one: nobody did.
ALTER TABLE users ADD COLUMN email_bounced_at TIMESTAMP WITH TIME ZONE;
GRANT SELECT (email_bounced_at), UPDATE (email_bounced_at) ON users TO portal_app;
GRANT UPDATE (email_bounced_at) ON users TO portal_worker;
CREATE FUNCTION sec.forget_bounce() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
    NEW.email_bounced_at := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER forget_bounce BEFORE UPDATE OF email_index ON users
FOR EACH ROW WHEN (OLD.email_index IS DISTINCT FROM NEW.email_index)
EXECUTE FUNCTION sec.forget_bounce();

-- The next people whom a letter of a campaign reaches. An audience that is not known has nobody.
CREATE FUNCTION sec.letter_audience(
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

-- How many they are, for who may speak for the house; everybody, for who runs the portal.
CREATE FUNCTION sec.letter_audience_size(
    p_purpose campaign_purpose, p_audience campaign_audience, p_house uuid, p_city text,
    p_event uuid
)
RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT count(*)
    FROM sec.letter_audience(
        p_purpose, p_audience, p_house, p_city, p_event,
        '00000000-0000-0000-0000-000000000000', NULL
    )
    WHERE (SELECT sec.is_admin()) OR (SELECT p_house = ANY (sec.houses()))
$$;

-- Whether a letter's link is for the address that the person has now: `p_sign` is the beginning of
-- its index.
CREATE FUNCTION sec.gets_letters(p_user uuid, p_sign bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT EXISTS (
        SELECT FROM public.users u
        WHERE u.id = p_user AND substr(u.email_index, 1, length(p_sign)) = p_sign
    )
$$;

-- Who holds such a link wants no more news by e-mail: from now on, and once is enough. Whether it
-- is for the address of now.
CREATE FUNCTION sec.opt_out_of_letters(p_user uuid, p_sign bytea, p_now timestamptz)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    PERFORM FROM public.users u WHERE u.id = p_user FOR NO KEY UPDATE;
    IF NOT sec.gets_letters(p_user, p_sign) THEN
        RETURN false;
    END IF;
    INSERT INTO public.consents (user_id, purpose, channel, granted, version, created_at)
    SELECT p_user, 'marketing', 'email', false, sec.words_version(), p_now
    WHERE NOT EXISTS (
        SELECT FROM public.consent_states s
        WHERE s.user_id = p_user AND s.purpose = 'marketing' AND s.channel = 'email'
        AND NOT s.granted
    );
    RETURN true;
END
$$;

GRANT SELECT, INSERT ON consents TO portal_definer;
REVOKE ALL ON FUNCTION
    sec.forget_bounce(),
    sec.letter_audience(campaign_purpose, campaign_audience, uuid, text, uuid, uuid, integer),
    sec.letter_audience_size(campaign_purpose, campaign_audience, uuid, text, uuid),
    sec.gets_letters(uuid, bytea), sec.opt_out_of_letters(uuid, bytea, timestamptz)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.letter_audience(campaign_purpose, campaign_audience, uuid, text, uuid, uuid, integer)
TO portal_worker;
GRANT EXECUTE ON FUNCTION
    sec.letter_audience_size(campaign_purpose, campaign_audience, uuid, text, uuid)
TO portal_app;
GRANT EXECUTE ON FUNCTION
    sec.gets_letters(uuid, bytea), sec.opt_out_of_letters(uuid, bytea, timestamptz)
TO portal_app, portal_worker;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION
    sec.letter_audience(campaign_purpose, campaign_audience, uuid, text, uuid, uuid, integer)
OWNER TO portal_definer;
ALTER FUNCTION sec.letter_audience_size(campaign_purpose, campaign_audience, uuid, text, uuid)
OWNER TO portal_definer;
ALTER FUNCTION sec.gets_letters(uuid, bytea) OWNER TO portal_definer;
ALTER FUNCTION sec.opt_out_of_letters(uuid, bytea, timestamptz) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- Large is what reaches many in either way.
CREATE OR REPLACE FUNCTION sec.is_large(
    p_purpose public.campaign_purpose, p_audience public.campaign_audience, p_house uuid,
    p_city text, p_event uuid
)
RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_most CONSTANT integer := (
        SELECT s.value FROM public.settings s WHERE s.name = 'approval_above_people'
    );
BEGIN
    RETURN p_purpose = 'marketing' AND (
        (
            SELECT count(*) > v_most
            FROM sec.audience(
                p_purpose, p_audience, p_house, p_city, p_event,
                '00000000-0000-0000-0000-000000000000', v_most + 1
            )
        ) OR (
            SELECT count(*) > v_most
            FROM sec.letter_audience(
                p_purpose, p_audience, p_house, p_city, p_event,
                '00000000-0000-0000-0000-000000000000', v_most + 1
            )
        )
    );
END
$$;
