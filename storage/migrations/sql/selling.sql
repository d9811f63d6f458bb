-- What is for sale and how much of it is left.

CREATE TABLE quotas (
    id UUID DEFAULT uuidv7() NOT NULL,
    event_id UUID NOT NULL,
    kind quota_kind DEFAULT 'ticket_type' NOT NULL,
    name TEXT NOT NULL CONSTRAINT ck_quotas_name_length CHECK (char_length("name") <= 120),
    size INTEGER,
    held INTEGER DEFAULT 0 NOT NULL,
    sold INTEGER DEFAULT 0 NOT NULL,
    size_floor INTEGER DEFAULT 0 NOT NULL,
    closed BOOLEAN DEFAULT false NOT NULL,
    waiting_claim BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_quotas PRIMARY KEY (id),
    CONSTRAINT ck_quotas_counts_positive CHECK (held >= 0 AND sold >= 0),
    CONSTRAINT ck_quotas_size_positive CHECK (size >= 0 AND size_floor >= 0),
    CONSTRAINT ck_quotas_not_oversold CHECK (size IS NULL OR sold + held <= greatest(size, size_floor)),
    CONSTRAINT fk_quotas_event_id FOREIGN KEY(event_id) REFERENCES events (id)
)
 WITH (fillfactor = 50);
CREATE INDEX ix_quotas_event_id ON quotas (event_id);
CREATE UNIQUE INDEX uq_quotas_event_id_event ON quotas (event_id) WHERE kind = 'event';

CREATE TABLE ticket_types (
    id UUID DEFAULT uuidv7() NOT NULL,
    event_id UUID NOT NULL,
    name TEXT NOT NULL CONSTRAINT ck_ticket_types_name_length CHECK (char_length("name") <= 120),
    description TEXT CONSTRAINT ck_ticket_types_description_length CHECK (char_length("description") <= 1000),
    price NUMERIC(12, 2) NOT NULL,
    quantity INTEGER,
    benefits JSONB DEFAULT '[]' NOT NULL CONSTRAINT ck_ticket_types_benefits_shape CHECK (jsonb_typeof(benefits) = 'array'),
    sale_start TIMESTAMP WITH TIME ZONE,
    sale_end TIMESTAMP WITH TIME ZONE,
    status ticket_type_status DEFAULT 'active' NOT NULL,
    max_per_person INTEGER,
    position INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_ticket_types_position_positive CHECK ("position" >= 0),
    admission BOOLEAN DEFAULT true NOT NULL,
    hidden BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_ticket_types PRIMARY KEY (id),
    CONSTRAINT ck_ticket_types_price_positive CHECK (price >= 0),
    CONSTRAINT ck_ticket_types_quantity_positive CHECK (quantity >= 0),
    CONSTRAINT ck_ticket_types_max_per_person_positive CHECK (max_per_person > 0),
    CONSTRAINT ck_ticket_types_sale_ends_after_start CHECK (sale_end > sale_start),
    CONSTRAINT uq_ticket_types_id_event_id UNIQUE (id, event_id),
    CONSTRAINT uq_ticket_types_event_id_position UNIQUE (event_id, position),
    CONSTRAINT fk_ticket_types_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);

CREATE TABLE quota_ticket_types (
    ticket_type_id UUID NOT NULL,
    quota_id UUID NOT NULL,
    CONSTRAINT pk_quota_ticket_types PRIMARY KEY (ticket_type_id, quota_id),
    CONSTRAINT fk_quota_ticket_types_ticket_type_id FOREIGN KEY(ticket_type_id) REFERENCES ticket_types (id),
    CONSTRAINT fk_quota_ticket_types_quota_id FOREIGN KEY(quota_id) REFERENCES quotas (id)
);
CREATE INDEX ix_quota_ticket_types_quota_id ON quota_ticket_types (quota_id);

CREATE TABLE user_quota (
    user_id UUID NOT NULL,
    ticket_type_id UUID NOT NULL,
    taken INTEGER DEFAULT 0 NOT NULL,
    max INTEGER NOT NULL,
    CONSTRAINT pk_user_quota PRIMARY KEY (user_id, ticket_type_id),
    CONSTRAINT ck_user_quota_within_limit CHECK (taken >= 0 AND taken <= max),
    CONSTRAINT fk_user_quota_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_user_quota_ticket_type_id FOREIGN KEY(ticket_type_id) REFERENCES ticket_types (id)
);
CREATE INDEX ix_user_quota_ticket_type_id ON user_quota (ticket_type_id);
