-- People: who they are, how Telegram knows them, and what they may do.

CREATE TABLE users (
    id UUID DEFAULT uuidv7() NOT NULL,
    email TEXT CONSTRAINT ck_users_email_length CHECK (char_length("email") <= 1400),
    password_hash TEXT CONSTRAINT ck_users_password_hash_length CHECK (char_length("password_hash") <= 255),
    full_name TEXT CONSTRAINT ck_users_full_name_length CHECK (char_length("full_name") <= 728),
    phone_number TEXT CONSTRAINT ck_users_phone_number_length CHECK (char_length("phone_number") <= 216),
    user_type user_type DEFAULT 'attendee' NOT NULL,
    status user_status DEFAULT 'active' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    last_login TIMESTAMP WITH TIME ZONE,
    profile_image_url TEXT CONSTRAINT ck_users_profile_image_url_length CHECK (char_length("profile_image_url") <= 5508),
    preferences JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_users_preferences_shape CHECK (jsonb_typeof(preferences) = 'object'),
    CONSTRAINT pk_users PRIMARY KEY (id),
    CONSTRAINT uq_users_email UNIQUE (email)
);

CREATE TABLE administrators (
    user_id UUID NOT NULL,
    granted_by UUID,
    granted_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    revoked_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_administrators PRIMARY KEY (user_id),
    CONSTRAINT fk_administrators_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_administrators_granted_by FOREIGN KEY(granted_by) REFERENCES users (id)
);
CREATE INDEX ix_administrators_granted_by ON administrators (granted_by);

CREATE TABLE dialog_drafts (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    form TEXT NOT NULL CONSTRAINT ck_dialog_drafts_form_length CHECK (char_length("form") <= 64),
    step TEXT CONSTRAINT ck_dialog_drafts_step_length CHECK (char_length("step") <= 64),
    answers JSONB DEFAULT '{}' NOT NULL,
    version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_dialog_drafts_version_positive CHECK ("version" >= 0),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_dialog_drafts PRIMARY KEY (id),
    CONSTRAINT fk_dialog_drafts_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE INDEX ix_dialog_drafts_updated_at ON dialog_drafts (updated_at);
CREATE UNIQUE INDEX uq_dialog_drafts_user_id_form ON dialog_drafts (user_id, form);

CREATE TABLE one_time_links (
    digest TEXT NOT NULL CONSTRAINT ck_one_time_links_digest_length CHECK (char_length("digest") <= 64),
    purpose link_purpose NOT NULL,
    arguments JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_one_time_links_arguments_shape CHECK (jsonb_typeof(arguments) = 'object'),
    created_by UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE,
    used_by UUID,
    CONSTRAINT pk_one_time_links PRIMARY KEY (digest),
    CONSTRAINT ck_one_time_links_used_by_somebody CHECK ((used_at IS NULL) = (used_by IS NULL)),
    CONSTRAINT fk_one_time_links_created_by FOREIGN KEY(created_by) REFERENCES users (id),
    CONSTRAINT fk_one_time_links_used_by FOREIGN KEY(used_by) REFERENCES users (id)
);
CREATE INDEX ix_one_time_links_created_by ON one_time_links (created_by);
CREATE INDEX ix_one_time_links_used_by ON one_time_links (used_by);

CREATE TABLE organizer_applications (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    approval_status approval_status DEFAULT 'draft' NOT NULL,
    note TEXT CONSTRAINT ck_organizer_applications_note_length CHECK (char_length("note") <= 1000),
    decided_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_organizer_applications PRIMARY KEY (id),
    CONSTRAINT uq_organizer_applications_user_id UNIQUE (user_id),
    CONSTRAINT fk_organizer_applications_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_organizer_applications_decided_by FOREIGN KEY(decided_by) REFERENCES users (id)
);
CREATE INDEX ix_organizer_applications_decided_by ON organizer_applications (decided_by);

CREATE TABLE sessions (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    token TEXT NOT NULL CONSTRAINT ck_sessions_token_length CHECK (char_length("token") <= 128),
    ip_address TEXT CONSTRAINT ck_sessions_ip_address_length CHECK (char_length("ip_address") <= 388),
    user_agent TEXT CONSTRAINT ck_sessions_user_agent_length CHECK (char_length("user_agent") <= 2776),
    last_activity TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_sessions_data_shape CHECK (jsonb_typeof(data) = 'object'),
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT fk_sessions_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT uq_sessions_token UNIQUE (token)
);
CREATE INDEX ix_sessions_expires_at ON sessions (expires_at);
CREATE INDEX ix_sessions_user_id ON sessions (user_id);

CREATE TABLE telegram_accounts (
    telegram_id BIGINT NOT NULL,
    user_id UUID NOT NULL,
    bot_id BIGINT,
    chat_id BIGINT,
    first_name TEXT CONSTRAINT ck_telegram_accounts_first_name_length CHECK (char_length("first_name") <= 728),
    username TEXT CONSTRAINT ck_telegram_accounts_username_length CHECK (char_length("username") <= 388),
    language TEXT CONSTRAINT ck_telegram_accounts_language_length CHECK (char_length("language") <= 16),
    chosen_language TEXT CONSTRAINT ck_telegram_accounts_chosen_language_length CHECK (char_length("chosen_language") <= 16),
    time_zone TEXT CONSTRAINT ck_telegram_accounts_time_zone_length CHECK (char_length("time_zone") <= 64),
    reachable BOOLEAN DEFAULT true NOT NULL,
    blocked_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_telegram_accounts PRIMARY KEY (telegram_id),
    CONSTRAINT uq_telegram_accounts_user_id UNIQUE (user_id),
    CONSTRAINT fk_telegram_accounts_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);

CREATE TABLE user_profiles (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    bio TEXT CONSTRAINT ck_user_profiles_bio_length CHECK (char_length("bio") <= 5380),
    social_links JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_user_profiles_social_links_shape CHECK (jsonb_typeof(social_links) = 'object'),
    company TEXT CONSTRAINT ck_user_profiles_company_length CHECK (char_length("company") <= 1112),
    position TEXT CONSTRAINT ck_user_profiles_position_length CHECK (char_length("position") <= 1112),
    location TEXT CONSTRAINT ck_user_profiles_location_length CHECK (char_length("location") <= 1112),
    preferences JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_user_profiles_preferences_shape CHECK (jsonb_typeof(preferences) = 'object'),
    CONSTRAINT pk_user_profiles PRIMARY KEY (id),
    CONSTRAINT uq_user_profiles_user_id UNIQUE (user_id),
    CONSTRAINT fk_user_profiles_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE INDEX ix_user_profiles_preferences ON user_profiles USING gin (preferences jsonb_path_ops);
