-- What a person may ask of us about their data, each with the day on which the law wants an answer.

CREATE TYPE data_request_kind AS ENUM ('export', 'erase', 'restrict', 'rectify', 'object');
CREATE TYPE data_request_state AS ENUM ('waiting', 'running', 'done', 'refused', 'withdrawn');

CREATE TABLE data_requests (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    kind data_request_kind NOT NULL,
    state data_request_state DEFAULT 'waiting' NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    message TEXT CONSTRAINT ck_data_requests_message_length CHECK (char_length("message") <= 5380),
    progress INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_data_requests_progress_positive CHECK ("progress" >= 0),
    attempts INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_data_requests_attempts_positive CHECK ("attempts" >= 0),
    leased_until TIMESTAMP WITH TIME ZONE,
    bar_chat_id BIGINT,
    bar_message_id BIGINT,
    done_at TIMESTAMP WITH TIME ZONE,
    outcome TEXT CONSTRAINT ck_data_requests_outcome_length CHECK (char_length("outcome") <= 64),
    CONSTRAINT pk_data_requests PRIMARY KEY (id),
    CONSTRAINT fk_data_requests_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT ck_data_requests_done_is_over CHECK ((done_at IS NOT NULL) = (state IN ('done', 'refused', 'withdrawn')))
);
CREATE INDEX ix_data_requests_user_id ON data_requests (user_id, id);
CREATE INDEX ix_data_requests_open ON data_requests (due_at) WHERE done_at IS NULL;
CREATE UNIQUE INDEX uq_data_requests_open ON data_requests (user_id, kind) WHERE done_at IS NULL;

ALTER TABLE data_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON data_requests TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON data_requests TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON data_requests TO portal_worker USING (true) WITH CHECK (true);
CREATE POLICY see ON data_requests FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()));
CREATE POLICY add ON data_requests FOR INSERT TO portal_app
WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY change ON data_requests FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()))
WITH CHECK (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()));
GRANT SELECT, INSERT ON data_requests TO portal_app;
GRANT UPDATE (state, progress, done_at, outcome, bar_chat_id, bar_message_id) ON data_requests
TO portal_app;
GRANT SELECT, UPDATE ON data_requests TO portal_worker;
GRANT SELECT ON data_requests TO portal_definer;
SELECT sec.audit(
    'data_requests', 'id', '{}', '{bar_chat_id}', '{message}', '{progress,leased_until,attempts}'
);

-- Data that is kept and not used (article 18): since when.
ALTER TABLE users ADD COLUMN restricted_at TIMESTAMP WITH TIME ZONE;
GRANT UPDATE (restricted_at) ON users TO portal_app;
