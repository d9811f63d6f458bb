-- Campaigns, and the outbox with its ledger.

CREATE TABLE campaigns (
    id UUID DEFAULT uuidv7() NOT NULL,
    name TEXT NOT NULL CONSTRAINT ck_campaigns_name_length CHECK (char_length("name") <= 200),
    description TEXT CONSTRAINT ck_campaigns_description_length CHECK (char_length("description") <= 4000),
    start_date TIMESTAMP WITH TIME ZONE,
    end_date TIMESTAMP WITH TIME ZONE,
    status campaign_status DEFAULT 'draft' NOT NULL,
    type campaign_type DEFAULT 'push' NOT NULL,
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_campaigns_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    organizer_id UUID NOT NULL,
    event_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_campaigns PRIMARY KEY (id),
    CONSTRAINT ck_campaigns_ends_after_start CHECK (end_date > start_date),
    CONSTRAINT fk_campaigns_organizer_id FOREIGN KEY(organizer_id) REFERENCES users (id),
    CONSTRAINT fk_campaigns_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);
CREATE INDEX ix_campaigns_event_id ON campaigns (event_id);
CREATE INDEX ix_campaigns_organizer_id ON campaigns (organizer_id);
CREATE INDEX ix_campaigns_start_date ON campaigns (start_date) WHERE status IN ('scheduled', 'active');

CREATE TABLE notifications (
    id UUID NOT NULL,
    user_id UUID,
    type notification_type DEFAULT 'push' NOT NULL,
    title TEXT CONSTRAINT ck_notifications_title_length CHECK (char_length("title") <= 255),
    content TEXT CONSTRAINT ck_notifications_content_length CHECK (char_length("content") <= 21892),
    status notification_status DEFAULT 'pending' NOT NULL,
    sent_at TIMESTAMP WITH TIME ZONE,
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_notifications_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    campaign_id UUID,
    lane SMALLINT NOT NULL CONSTRAINT ck_notifications_lane_known CHECK (lane BETWEEN 0 AND 2),
    template TEXT CONSTRAINT ck_notifications_template_length CHECK (char_length("template") <= 64),
    arguments JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_notifications_arguments_shape CHECK (jsonb_typeof(arguments) = 'object'),
    bot_id BIGINT,
    chat_id BIGINT,
    due_at TIMESTAMP WITH TIME ZONE,
    attempts INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_notifications_attempts_positive CHECK ("attempts" >= 0),
    leased_until TIMESTAMP WITH TIME ZONE,
    lease_token UUID,
    message_id BIGINT,
    last_error TEXT CONSTRAINT ck_notifications_last_error_length CHECK (char_length("last_error") <= 500),
    CONSTRAINT pk_notifications PRIMARY KEY (id),
    CONSTRAINT ck_notifications_open_is_due CHECK ((due_at IS NOT NULL) = (status IN ('pending', 'sending'))),
    CONSTRAINT ck_notifications_lease_has_token CHECK ((leased_until IS NULL) = (lease_token IS NULL)),
    CONSTRAINT ck_notifications_has_receiver CHECK (user_id IS NOT NULL OR chat_id IS NOT NULL),
    CONSTRAINT fk_notifications_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_notifications_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaigns (id)
)
 PARTITION BY RANGE (id);
CREATE INDEX ix_notifications_campaign_id_status ON notifications (campaign_id, status) WHERE campaign_id IS NOT NULL;
CREATE INDEX ix_notifications_due ON notifications (lane, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ix_notifications_user_id_id ON notifications (user_id, id DESC);
