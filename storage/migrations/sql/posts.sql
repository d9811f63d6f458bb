-- Campaigns that are posted: on the Telegram channels of a house, and by the networks of the portal.

-- A channel in which the bot may post, and whose it is: of who made the bot its administrator.
CREATE TABLE house_channels (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    chat_id BIGINT NOT NULL,
    title TEXT NOT NULL CONSTRAINT ck_house_channels_title_length CHECK (char_length("title") <= 128),
    connected_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_house_channels PRIMARY KEY (id),
    CONSTRAINT fk_house_channels_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE UNIQUE INDEX uq_house_channels_chat_id ON house_channels (chat_id);
CREATE INDEX ix_house_channels_user_id ON house_channels (user_id);

-- One post of a campaign in one place. The channel is named by its key alone: it may be gone.
CREATE TABLE campaign_posts (
    id UUID DEFAULT uuidv7() NOT NULL,
    campaign_id UUID NOT NULL,
    channel_id UUID,
    service_id UUID,
    state TEXT DEFAULT 'pending' NOT NULL CONSTRAINT ck_campaign_posts_state_length CHECK (char_length("state") <= 16)
        CONSTRAINT ck_campaign_posts_state_known CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'unknown', 'skipped')),
    attempts INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_campaign_posts_attempts_positive CHECK ("attempts" >= 0),
    due_at TIMESTAMP WITH TIME ZONE,
    message_id BIGINT,
    last_error TEXT CONSTRAINT ck_campaign_posts_last_error_length CHECK (char_length("last_error") <= 500),
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_campaign_posts PRIMARY KEY (id),
    CONSTRAINT fk_campaign_posts_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaigns (id),
    CONSTRAINT fk_campaign_posts_service_id FOREIGN KEY(service_id) REFERENCES external_services (id),
    CONSTRAINT ck_campaign_posts_one_place CHECK (num_nonnulls(channel_id, service_id) = 1),
    CONSTRAINT ck_campaign_posts_open_is_due CHECK ((due_at IS NOT NULL) = (state IN ('pending', 'sending'))),
    CONSTRAINT uq_campaign_posts_campaign_id_channel_id UNIQUE (campaign_id, channel_id),
    CONSTRAINT uq_campaign_posts_campaign_id_service_id UNIQUE (campaign_id, service_id)
);
CREATE INDEX ix_campaign_posts_due_at ON campaign_posts (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ix_campaign_posts_service_id ON campaign_posts (service_id) WHERE service_id IS NOT NULL;

-- Who acts made the bot an administrator of a channel: it is their house's from now on. False for
-- who is no house.
CREATE FUNCTION sec.connect_channel(p_chat bigint, p_title text, p_now timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    WITH connected AS (
        INSERT INTO public.house_channels (user_id, chat_id, title, connected_at)
        SELECT h.user_id, p_chat, p_title, p_now FROM public.houses h
        WHERE h.user_id = (SELECT sec.uid())
        ON CONFLICT (chat_id) DO UPDATE SET user_id = excluded.user_id, title = excluded.title
        RETURNING 1
    )
    SELECT EXISTS (SELECT FROM connected)
$$;

-- The bot may not post in a channel any more. Whether it was connected.
CREATE FUNCTION sec.lose_channel(p_chat bigint) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    WITH lost AS (DELETE FROM public.house_channels WHERE chat_id = p_chat RETURNING 1)
    SELECT EXISTS (SELECT FROM lost)
$$;

-- In how many places a campaign of a house would be posted, for who speaks for it.
CREATE FUNCTION sec.post_places(p_house uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT CASE
        WHEN (SELECT sec.is_admin()) OR p_house = ANY ((SELECT sec.houses())::uuid[]) THEN
            (SELECT count(*) FROM public.house_channels h WHERE h.user_id = p_house)
            + (
                SELECT count(*) FROM public.external_services s
                WHERE s.type = 'social' AND s.status <> 'inactive' AND s.removed_at IS NULL
            )
        ELSE 0
    END
$$;

-- How the posts of a campaign stand: numbers alone.
CREATE FUNCTION sec.posts_of(p_campaign uuid)
RETURNS TABLE (state text, posts bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT p.state, count(*) FROM public.campaign_posts p
    WHERE p.campaign_id = p_campaign GROUP BY p.state
$$;

ALTER TABLE house_channels ENABLE ROW LEVEL SECURITY;
ALTER TABLE house_channels FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON house_channels TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON house_channels TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON house_channels TO portal_worker USING (true) WITH CHECK (true);
CREATE POLICY see ON house_channels FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()));
GRANT SELECT ON house_channels TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON house_channels TO portal_definer;
GRANT SELECT ON campaign_posts, external_services, houses TO portal_definer;
GRANT SELECT, DELETE ON house_channels TO portal_worker;
GRANT SELECT, INSERT, UPDATE ON campaign_posts TO portal_worker;
REVOKE ALL ON FUNCTION
    sec.connect_channel(bigint, text, timestamptz), sec.lose_channel(bigint),
    sec.post_places(uuid), sec.posts_of(uuid)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.connect_channel(bigint, text, timestamptz), sec.lose_channel(bigint), sec.post_places(uuid)
TO portal_app;
GRANT EXECUTE ON FUNCTION sec.posts_of(uuid) TO portal_app, portal_worker;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.connect_channel(bigint, text, timestamptz) OWNER TO portal_definer;
ALTER FUNCTION sec.lose_channel(bigint) OWNER TO portal_definer;
ALTER FUNCTION sec.post_places(uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.posts_of(uuid) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
SELECT sec.audit('house_channels', 'id', '{}', '{chat_id,title}');
