-- Consents, campaigns and reminders.

CREATE TYPE consent_purpose AS ENUM ('marketing');
CREATE TYPE campaign_purpose AS ENUM ('marketing', 'service');
CREATE TYPE campaign_audience AS ENUM ('everyone', 'followers', 'city', 'holders');

-- What people said, line by line: nobody changes or removes one.
CREATE TABLE consents (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    purpose consent_purpose NOT NULL,
    channel notification_type NOT NULL,
    granted BOOLEAN NOT NULL,
    version SMALLINT NOT NULL CONSTRAINT ck_consents_version_positive CHECK (version > 0),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_consents PRIMARY KEY (id),
    CONSTRAINT fk_consents_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE INDEX ix_consents_user_id ON consents (user_id);

-- What holds now; the trigger below is the only one who writes it. It holds the state before it
-- numbers the line, so that the newest line is the one that holds, also of two at one moment.
CREATE TABLE consent_states (
    user_id UUID NOT NULL,
    purpose consent_purpose NOT NULL,
    channel notification_type NOT NULL,
    granted BOOLEAN NOT NULL,
    version SMALLINT NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_consent_states PRIMARY KEY (user_id, purpose, channel),
    CONSTRAINT fk_consent_states_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE INDEX ix_consent_states_granted ON consent_states (purpose, channel, user_id) WHERE granted;

CREATE FUNCTION sec.keep_consent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    INSERT INTO public.consent_states AS s
        (user_id, purpose, channel, granted, version, changed_at)
    VALUES
        (NEW.user_id, NEW.purpose, NEW.channel, NEW.granted, NEW.version, NEW.created_at)
    ON CONFLICT (user_id, purpose, channel) DO UPDATE
    SET granted = excluded.granted, version = excluded.version, changed_at = excluded.changed_at;
    NEW.id := uuidv7();
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_consent BEFORE INSERT ON consents
FOR EACH ROW EXECUTE FUNCTION sec.keep_consent();

ALTER TABLE campaigns
    ADD COLUMN purpose campaign_purpose DEFAULT 'marketing' NOT NULL,
    ADD COLUMN audience campaign_audience DEFAULT 'followers' NOT NULL,
    ADD COLUMN city TEXT CONSTRAINT ck_campaigns_city_length CHECK (char_length("city") <= 120),
    ADD COLUMN created_by UUID,
    ADD COLUMN launched_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN fanned_out_to UUID,
    ADD COLUMN fanned_out_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN bar_chat_id BIGINT,
    ADD COLUMN bar_message_id BIGINT,
    ADD COLUMN bar_shown TEXT CONSTRAINT ck_campaigns_bar_shown_length CHECK (char_length("bar_shown") <= 255);
-- Nobody had campaigns before this: there is nothing to look through, and nobody to hold up.
ALTER TABLE campaigns
    -- squawk-ignore constraint-missing-not-valid
    ADD CONSTRAINT ck_campaigns_service_has_holders
    CHECK (purpose = 'marketing' OR audience = 'holders'),
    -- squawk-ignore constraint-missing-not-valid
    ADD CONSTRAINT ck_campaigns_holders_of_event
    CHECK (audience <> 'holders' OR event_id IS NOT NULL),
    -- squawk-ignore constraint-missing-not-valid
    ADD CONSTRAINT ck_campaigns_city_named
    CHECK ((audience = 'city') = (city IS NOT NULL)),
    -- squawk-ignore constraint-missing-not-valid
    ADD CONSTRAINT ck_campaigns_active_is_launched
    CHECK (status NOT IN ('active', 'paused', 'completed') OR launched_at IS NOT NULL),
    -- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
    ADD CONSTRAINT fk_campaigns_created_by FOREIGN KEY(created_by) REFERENCES users (id);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_campaigns_created_by ON campaigns (created_by, id DESC);
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_campaigns_bar ON campaigns (id) WHERE bar_message_id IS NOT NULL;

-- The key of a delivery, exactly as `storage.ids.derived_id` makes it.
CREATE FUNCTION public.derived_id(p_at timestamptz, p_key text) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT (
        lpad(to_hex(floor(extract(epoch FROM p_at) * 1000)::bigint), 12, '0')
        || '7' || substr(h, 2, 3)
        || to_hex(('x' || substr(h, 5, 1))::bit(4)::integer & 3 | 8) || substr(h, 6, 15)
    )::uuid
    FROM encode(substr(sha256(convert_to(p_key, 'UTF8')), 1, 10), 'hex') AS d (h)
$$;

-- Nobody is written to without cause: of a campaign, a marketing message wants the consent of its
-- receiver, a service notice a ticket of its event. One look for a whole statement.
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

-- For which start of an event everybody was reminded, so many hours ahead.
CREATE TABLE reminder_rounds (
    event_id UUID NOT NULL,
    hours_ahead SMALLINT NOT NULL CONSTRAINT ck_reminder_rounds_hours_ahead_positive CHECK (hours_ahead > 0),
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    reminded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_reminder_rounds PRIMARY KEY (event_id, hours_ahead, starts_at),
    CONSTRAINT fk_reminder_rounds_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);

GRANT SELECT, INSERT ON consents TO portal_app;
GRANT SELECT ON consents TO portal_worker;
GRANT SELECT ON consent_states TO portal_app, portal_worker;
GRANT SELECT, INSERT, UPDATE ON consent_states TO portal_definer;
GRANT SELECT, INSERT ON reminder_rounds TO portal_worker;
GRANT EXECUTE ON FUNCTION public.derived_id(timestamptz, text) TO portal_app, portal_worker;
REVOKE ALL ON FUNCTION sec.keep_consent() FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.keep_consent() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
