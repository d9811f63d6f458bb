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

-- What a table holds of a person who asked for their data, for who packs it. The way there is one of
-- the data map: a column with the person's key, or a column, the table whose row it names, and that
-- table's column. Of the audit, what they did, and what was done to what they told.
CREATE FUNCTION sec.own_rows(p_request uuid, p_table text, p_way text[]) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_person uuid;
    v_where text;
BEGIN
    SELECT r.user_id INTO v_person FROM public.data_requests r
    WHERE r.id = p_request AND r.kind = 'export' AND r.state = 'running';
    IF v_person IS NULL THEN
        RETURN;
    END IF;
    IF p_table = 'audit_logs' THEN
        v_where := 't.user_id = $1 OR t.entity_id = $1 AND t.entity_type IN'
            ' (''users'', ''user_profiles'', ''telegram_accounts'', ''models'')';
    ELSIF array_length(p_way, 1) = 1 THEN
        v_where := format('t.%I = $1', p_way[1]);
    ELSE
        v_where := format(
            't.%I IN (SELECT x.id FROM public.%I x WHERE x.%I = $1)', p_way[1], p_way[2], p_way[3]
        );
    END IF;
    RETURN QUERY EXECUTE format('SELECT to_jsonb(t) FROM public.%I t WHERE %s', p_table, v_where)
    USING v_person;
END
$$;

-- Everybody's open requests, what is due first, for who runs the portal; names stand masked.
CREATE FUNCTION sec.requests_waiting(p_limit integer)
RETURNS TABLE (
    id uuid, user_id uuid, kind public.data_request_kind, state public.data_request_state,
    asked_at timestamptz, due_at timestamptz, starts_at timestamptz, progress integer,
    done_at timestamptz, outcome text, who text
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT r.id, r.user_id, r.kind, r.state, r.asked_at, r.due_at, r.starts_at, r.progress,
        r.done_at, r.outcome, u.full_name_mask
    FROM public.data_requests r JOIN public.users u ON u.id = r.user_id
    WHERE r.done_at IS NULL AND (SELECT sec.is_admin())
    ORDER BY r.due_at, r.id LIMIT p_limit
$$;
REVOKE ALL ON FUNCTION
    sec.own_rows(uuid, text, text[]), sec.requests_waiting(integer)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.own_rows(uuid, text, text[]) TO portal_worker;
GRANT EXECUTE ON FUNCTION sec.requests_waiting(integer) TO portal_app;
GRANT SELECT ON
    sessions, email_confirmations, dialog_drafts, enquiries, consents, consent_states, follows,
    user_quota, order_lines, payments, refunds, checkins, collections, stage_names, approvals,
    guardian_consents, events, event_staff, event_models, event_search, houses, campaigns,
    notifications, version_control, settings
TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.own_rows(uuid, text, text[]) OWNER TO portal_definer;
ALTER FUNCTION sec.requests_waiting(integer) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
