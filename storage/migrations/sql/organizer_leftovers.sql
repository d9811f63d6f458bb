-- Which start an evening was moved to: one that comes back to a former start is reminded of again.
-- Where only the place changed, there is none.
ALTER TABLE event_moves ADD COLUMN starts_at TIMESTAMP WITH TIME ZONE;
GRANT UPDATE (reminded_at) ON reminder_rounds TO portal_worker;

-- A list of an event's guests that somebody asked to have as a file, until it is theirs. `outcome`
-- is a word of ours.
CREATE TABLE attendee_files (
    id UUID DEFAULT uuidv7() NOT NULL,
    event_id UUID NOT NULL,
    user_id UUID NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    progress INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_attendee_files_progress_positive CHECK ("progress" >= 0),
    attempts INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_attendee_files_attempts_positive CHECK ("attempts" >= 0),
    bar_chat_id BIGINT,
    bar_message_id BIGINT,
    done_at TIMESTAMP WITH TIME ZONE,
    outcome TEXT CONSTRAINT ck_attendee_files_outcome_length CHECK (char_length("outcome") <= 16),
    CONSTRAINT pk_attendee_files PRIMARY KEY (id),
    CONSTRAINT fk_attendee_files_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_attendee_files_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT ck_attendee_files_done_has_outcome CHECK ((done_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX uq_attendee_files_open ON attendee_files (user_id, event_id)
WHERE done_at IS NULL;
CREATE INDEX ix_attendee_files_user_id ON attendee_files (user_id, id);
CREATE INDEX ix_attendee_files_event_id ON attendee_files (event_id);
CREATE INDEX ix_attendee_files_starts_at ON attendee_files (starts_at) WHERE done_at IS NULL;
CREATE INDEX ix_attendee_files_asked_at ON attendee_files (asked_at);
ALTER TABLE attendee_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendee_files FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON attendee_files TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON attendee_files TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON attendee_files TO portal_worker USING (true) WITH CHECK (true);
CREATE POLICY see ON attendee_files FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()));
CREATE POLICY add ON attendee_files FOR INSERT TO portal_app WITH CHECK (
    user_id = (SELECT sec.uid())
    AND event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
);
CREATE POLICY change ON attendee_files FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
GRANT SELECT, INSERT (id, event_id, user_id, asked_at, starts_at) ON attendee_files TO portal_app;
GRANT UPDATE (bar_chat_id, bar_message_id) ON attendee_files TO portal_app;
GRANT SELECT ON attendee_files TO portal_definer;
GRANT SELECT, UPDATE, DELETE ON attendee_files TO portal_worker;
SELECT sec.audit('attendee_files', 'id', '{event_id}', '{bar_chat_id,bar_message_id,outcome}', '{}', '{progress,attempts,starts_at}');

-- A house that looks at orders answers nobody once its evening has begun: such places are not held
-- any more, however old the button is. The functions stay what they were but for these words.
CREATE FUNCTION pg_temp.reword(p_function regprocedure, p_was text, p_is text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    v_text CONSTANT text := pg_get_functiondef(p_function);
BEGIN
    IF position(p_was IN v_text) = 0 THEN
        RAISE EXCEPTION '% does not say %', p_function, p_was;
    END IF;
    EXECUTE replace(v_text, p_was, p_is);
END
$$;
GRANT CREATE ON SCHEMA sec TO portal_definer;
SELECT pg_temp.reword(
    'sec.reserve(text, bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, '
    'interval, text)',
    'e.status, e.end_date, e.currency, a.*',
    'e.status, e.start_date, e.end_date, e.currency, a.*'
);
SELECT pg_temp.reword(
    'sec.reserve(text, bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, '
    'interval, text)',
    'bool_or(t.hidden) AS hidden,',
    'bool_or(t.hidden) AS hidden, bool_or(t.needs_approval) AS looks_first,'
);
SELECT pg_temp.reword(
    'sec.reserve(text, bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, '
    'interval, text)',
    'OR v_asked.closes_at <= v_now THEN',
    'OR v_asked.closes_at <= v_now
        OR v_asked.looks_first AND v_asked.start_date <= v_now THEN'
);
SELECT pg_temp.reword(
    'sec.reserve_many(text[], bigint, uuid, uuid, bigint[], uuid[], uuid[], integer[], numeric[], '
    'interval, interval)',
    'AND (t.sale_end IS NULL OR t.sale_end > v_now)',
    'AND (t.sale_end IS NULL OR t.sale_end > v_now)
            AND (NOT t.needs_approval OR e.start_date > v_now)'
);
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
-- squawk-ignore ban-drop-function
DROP FUNCTION pg_temp.reword(regprocedure, text, text);
