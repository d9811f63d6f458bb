-- When a campaign may reach a person, and who says that it may leave.

-- A new database has no month yet to tell it in.
ALTER TABLE settings DISABLE TRIGGER audit;
INSERT INTO settings (name, value, lowest, highest) VALUES
('quiet_from_hour', 22, 0, 23),
('quiet_to_hour', 8, 0, 23),
('campaigns_per_week', 7, 0, 100),
('approval_above_people', 1000, 0, 10000000);
ALTER TABLE settings ENABLE TRIGGER audit;

-- `time_zone`: the hours of people whose own zone nobody knows. `stopped_why`: what Telegram said
-- when it stopped itself; `excused`: failures that count no more, since it was resumed.
-- `part`: only those of its audience who are designers, models, like a kind of evening, hold one type
-- of ticket (its key without dashes), or wait for the evening instead of holding one.
-- `decided_by`: the second person; with `declined_why` they said no, without it yes.
ALTER TABLE campaigns
    ADD COLUMN time_zone TEXT CONSTRAINT ck_campaigns_time_zone_length CHECK (char_length("time_zone") <= 64),
    ADD COLUMN part TEXT CONSTRAINT ck_campaigns_part_length CHECK (char_length("part") <= 64),
    ADD COLUMN stopped_why TEXT CONSTRAINT ck_campaigns_stopped_why_length CHECK (char_length("stopped_why") <= 500),
    ADD COLUMN excused INTEGER DEFAULT 0 NOT NULL,
    ADD COLUMN asked_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN decided_by UUID,
    ADD COLUMN decided_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN declined_why TEXT CONSTRAINT ck_campaigns_declined_why_length CHECK (char_length("declined_why") <= 500);
ALTER TABLE campaigns
    -- squawk-ignore constraint-missing-not-valid
    ADD CONSTRAINT ck_campaigns_part_fits CHECK (
        CASE
            WHEN part = 'waiting' THEN audience = 'holders' AND purpose = 'marketing'
            WHEN part ~ '^[0-9a-f]{32}$' THEN audience = 'holders'
            WHEN part ~ '^(designers|models|taste-[a-z_]+)$' THEN audience IN ('everyone', 'followers')
            ELSE part IS NULL
        END AND (part IS NULL OR type = 'push')
    ),
    -- squawk-ignore constraint-missing-not-valid
    ADD CONSTRAINT ck_campaigns_four_eyes CHECK (decided_by <> created_by),
    -- squawk-ignore constraint-missing-not-valid
    ADD CONSTRAINT ck_campaigns_decided_in_time
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    -- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
    ADD CONSTRAINT fk_campaigns_decided_by FOREIGN KEY(decided_by) REFERENCES users (id);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_campaigns_decided_by ON campaigns (decided_by);

-- Until when somebody is not to be disturbed, who has quiet from one full hour to another in their
-- zone; NULL where they may be now. The same hour twice: never quiet.
CREATE FUNCTION public.quiet_until(
    p_now timestamptz, p_zone text, p_from integer, p_to integer
)
RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN p_from < p_to AND h.hour >= p_from AND h.hour < p_to
            OR p_from > p_to AND h.hour < p_to
        THEN (h.day + make_interval(hours => p_to)) AT TIME ZONE p_zone
        WHEN p_from > p_to AND h.hour >= p_from
        THEN (h.day + make_interval(days => 1, hours => p_to)) AT TIME ZONE p_zone
    END
    FROM (
        SELECT date_trunc('day', p_now AT TIME ZONE p_zone) AS day,
               extract(hour FROM p_now AT TIME ZONE p_zone) AS hour
    ) h
$$;

-- Whether somebody had, or is having at this moment, so many other campaigns within seven days. Who
-- asks for a person makes the next who asks wait for what they do: each look is a new one, because
-- the function is volatile, and sees what came of it.
CREATE FUNCTION public.is_capped(
    p_user uuid, p_campaign uuid, p_now timestamptz, p_most integer
)
RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    IF p_most = 0 OR p_user IS NULL THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('campaigns of ' || p_user, 0));
    RETURN (
        SELECT count(DISTINCT n.campaign_id) >= p_most
        FROM public.notifications n
        JOIN public.campaigns c ON c.id = n.campaign_id AND c.purpose = 'marketing'
        WHERE n.user_id = p_user AND n.campaign_id <> p_campaign
          AND n.id >= public.uuid_floor(p_now - interval '30 days')
          AND CASE n.status
              WHEN 'sent' THEN n.sent_at > p_now - interval '7 days'
              WHEN 'sending' THEN true
              WHEN 'unknown' THEN n.id >= public.uuid_floor(p_now - interval '7 days')
              ELSE false
          END
    );
END
$$;

-- The next people of a part of an audience: found from the part, which is small, and then asked
-- whether they may be written to. Tastes are looked at with the consent that they may be.
CREATE FUNCTION sec.part_of_audience(
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

-- About how many they are, at most `p_most`, for who may speak for the house; everybody, for who runs
-- the portal. Of a part, or of the whole.
CREATE FUNCTION sec.audience_about(
    p_purpose campaign_purpose, p_audience campaign_audience, p_house uuid, p_city text,
    p_event uuid, p_part text, p_most integer
)
RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_nobody CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    IF NOT (sec.is_admin() OR p_house = ANY (sec.houses())) THEN
        RETURN 0;
    ELSIF p_part IS NOT NULL THEN
        RETURN (SELECT count(*) FROM sec.part_of_audience(
            p_purpose, p_audience, p_house, p_event, p_part, v_nobody, p_most
        ));
    END IF;
    RETURN (SELECT count(*) FROM sec.audience(
        p_purpose, p_audience, p_house, p_city, p_event, v_nobody, p_most
    ));
END
$$;

-- Whether a second person must agree: for marketing to more people than the house rule says.
CREATE FUNCTION sec.is_large(
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
        SELECT count(*) > v_most
        FROM sec.audience(
            p_purpose, p_audience, p_house, p_city, p_event,
            '00000000-0000-0000-0000-000000000000', v_most + 1
        )
    );
END
$$;

-- A large campaign that nobody else agreed to does not leave, whoever says so: it waits for the
-- second person. What they agreed to is its content; changed, it wants to be agreed to anew.
CREATE FUNCTION sec.require_second_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_most CONSTANT integer := (
        SELECT s.value FROM public.settings s WHERE s.name = 'approval_above_people'
    );
BEGIN
    IF TG_OP = 'UPDATE' THEN
        NEW.created_by := OLD.created_by;
        IF NEW.launched_at IS NULL AND (
            (NEW.meta_data, NEW.purpose, NEW.audience, NEW.city, NEW.event_id, NEW.part)
            IS DISTINCT FROM
            (OLD.meta_data, OLD.purpose, OLD.audience, OLD.city, OLD.event_id, OLD.part)
            OR NEW.organizer_id <> OLD.organizer_id
        ) THEN
            NEW.decided_by := NULL;
            NEW.decided_at := NULL;
        ELSIF NEW.decided_by IS DISTINCT FROM OLD.decided_by
            AND NEW.decided_by <> coalesce(sec.uid(), NEW.decided_by)
        THEN
            RAISE EXCEPTION 'somebody decides in the name of another' USING ERRCODE = 'FP006';
        END IF;
    END IF;
    IF NEW.status IN ('scheduled', 'active')
        AND (TG_OP = 'INSERT' OR OLD.launched_at IS NULL)
        AND (NEW.decided_by IS NULL OR NEW.declined_why IS NOT NULL)
        AND (CASE
            WHEN NEW.part IS NULL THEN
                sec.is_large(NEW.purpose, NEW.audience, NEW.organizer_id, NEW.city, NEW.event_id)
            ELSE NEW.purpose = 'marketing' AND (
                SELECT count(*) > v_most FROM sec.part_of_audience(
                    NEW.purpose, NEW.audience, NEW.organizer_id, NEW.event_id, NEW.part,
                    '00000000-0000-0000-0000-000000000000', v_most + 1
                )
            )
        END)
    THEN
        NEW.status := 'awaiting_approval';
        NEW.launched_at := NULL;
        NEW.asked_at := coalesce(NEW.asked_at, now());
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER require_second_person BEFORE INSERT OR UPDATE ON campaigns
FOR EACH ROW EXECUTE FUNCTION sec.require_second_person();

-- Why somebody said no goes with them, and stands in no audit.
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit ON campaigns;
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit_update ON campaigns;
-- squawk-ignore ban-drop-trigger
DROP TRIGGER audit_truncate ON campaigns;
SELECT sec.audit(
    'campaigns', 'id', '{}',
    '{bar_chat_id,bar_message_id,bar_shown,name,description,meta_data,declined_why}'
);

REVOKE ALL ON FUNCTION
    public.quiet_until(timestamptz, text, integer, integer),
    public.is_capped(uuid, uuid, timestamptz, integer),
    sec.is_large(campaign_purpose, campaign_audience, uuid, text, uuid),
    sec.part_of_audience(
        campaign_purpose, campaign_audience, uuid, uuid, text, uuid, integer
    ),
    sec.audience_about(campaign_purpose, campaign_audience, uuid, text, uuid, text, integer),
    sec.require_second_person()
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.part_of_audience(
        campaign_purpose, campaign_audience, uuid, uuid, text, uuid, integer
    )
TO portal_worker;
GRANT EXECUTE ON FUNCTION
    sec.audience_about(campaign_purpose, campaign_audience, uuid, text, uuid, text, integer)
TO portal_app;
GRANT EXECUTE ON FUNCTION
    public.quiet_until(timestamptz, text, integer, integer),
    public.is_capped(uuid, uuid, timestamptz, integer)
TO portal_worker;
GRANT EXECUTE ON FUNCTION
    sec.audience(campaign_purpose, campaign_audience, uuid, text, uuid, uuid, integer)
TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.is_large(campaign_purpose, campaign_audience, uuid, text, uuid)
OWNER TO portal_definer;
ALTER FUNCTION
    sec.part_of_audience(campaign_purpose, campaign_audience, uuid, uuid, text, uuid, integer)
OWNER TO portal_definer;
ALTER FUNCTION
    sec.audience_about(campaign_purpose, campaign_audience, uuid, text, uuid, text, integer)
OWNER TO portal_definer;
ALTER FUNCTION sec.require_second_person() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
