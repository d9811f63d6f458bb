-- What a provider tells of money that moved without us: kept until somebody has worked it, and each
-- once, however often it is told.
CREATE TABLE provider_events (
    id TEXT NOT NULL CONSTRAINT ck_provider_events_id_length CHECK (char_length("id") <= 255),
    kind TEXT NOT NULL CONSTRAINT ck_provider_events_kind_length CHECK (char_length("kind") <= 64),
    thing TEXT NOT NULL CONSTRAINT ck_provider_events_thing_length CHECK (char_length("thing") <= 255),
    charges TEXT [] NOT NULL,
    amount NUMERIC(12, 2) NOT NULL,
    currency TEXT NOT NULL CONSTRAINT ck_provider_events_currency_length CHECK (char_length("currency") <= 3),
    outcome TEXT NOT NULL CONSTRAINT ck_provider_events_outcome_length CHECK (char_length("outcome") <= 64),
    key TEXT CONSTRAINT ck_provider_events_key_length CHECK (char_length("key") <= 64),
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    done_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_provider_events PRIMARY KEY (id),
    CONSTRAINT ck_provider_events_amount_positive CHECK (amount >= 0)
);
CREATE INDEX ix_provider_events_open ON provider_events (received_at) WHERE done_at IS NULL;
GRANT INSERT ON provider_events TO portal_app;
GRANT SELECT, UPDATE ON provider_events TO portal_worker;
