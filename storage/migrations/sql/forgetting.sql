-- Somebody asks to be forgotten; it happens after a cool-off, step by step
-- (docs/decisions/0016-forgetting.md).

CREATE TABLE erasures (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    waived UUID[] DEFAULT '{}' NOT NULL,
    blocked TEXT[] CONSTRAINT ck_erasures_blocked_count CHECK (cardinality(blocked) <= 20) DEFAULT '{}' NOT NULL,
    cancelled_at TIMESTAMP WITH TIME ZONE,
    forgotten_at TIMESTAMP WITH TIME ZONE,
    key_destroyed_at TIMESTAMP WITH TIME ZONE,
    finished_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_erasures PRIMARY KEY (id),
    CONSTRAINT fk_erasures_id FOREIGN KEY(id) REFERENCES data_requests (id),
    CONSTRAINT fk_erasures_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT ck_erasures_cancelled_in_time CHECK (cancelled_at IS NULL OR forgotten_at IS NULL),
    CONSTRAINT ck_erasures_steps_in_order CHECK (
        (key_destroyed_at IS NULL OR forgotten_at IS NOT NULL)
        AND (finished_at IS NULL OR key_destroyed_at IS NOT NULL)
    )
);
CREATE UNIQUE INDEX uq_erasures_open ON erasures (user_id) WHERE cancelled_at IS NULL AND finished_at IS NULL;
CREATE INDEX ix_erasures_user_id ON erasures (user_id, id);
CREATE INDEX ix_erasures_due_at ON erasures (due_at) WHERE cancelled_at IS NULL AND finished_at IS NULL;

ALTER TABLE erasures ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasures FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON erasures TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON erasures TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON erasures TO portal_worker USING (true) WITH CHECK (true);
CREATE POLICY see ON erasures FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()) OR (SELECT sec.is_admin()));
CREATE POLICY add ON erasures FOR INSERT TO portal_app WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY change ON erasures FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid()) AND forgotten_at IS NULL)
WITH CHECK (user_id = (SELECT sec.uid()) AND forgotten_at IS NULL);
GRANT SELECT, INSERT (id, user_id, created_at, due_at, waived), UPDATE (cancelled_at, waived)
ON erasures TO portal_app;
GRANT SELECT, UPDATE ON erasures TO portal_worker;
GRANT SELECT ON erasures TO portal_definer;

-- Who was forgotten, by a keyed hash of their id: kept apart from the database, it tells an older
-- copy of it whom to forget again. It is only added to.
CREATE TABLE erasure_ledger (
    subject BYTEA CONSTRAINT ck_erasure_ledger_subject_size CHECK (octet_length(subject) = 32) NOT NULL,
    scope TEXT CONSTRAINT ck_erasure_ledger_scope_length CHECK (char_length("scope") <= 64) NOT NULL,
    erased_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_erasure_ledger PRIMARY KEY (subject)
);
CREATE INDEX ix_erasure_ledger_erased_at ON erasure_ledger (erased_at);
CREATE FUNCTION sec.keep_ledger() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'the ledger of who was forgotten is only added to' USING ERRCODE = '42501';
END
$$;
REVOKE ALL ON FUNCTION sec.keep_ledger() FROM PUBLIC;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON erasure_ledger
FOR EACH ROW EXECUTE FUNCTION sec.keep_ledger();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON erasure_ledger EXECUTE FUNCTION sec.keep_ledger();
GRANT SELECT, INSERT ON erasure_ledger TO portal_worker;
GRANT SELECT ON erasure_ledger TO portal_app;

-- Who forgets people is what happens by itself.
GRANT DELETE ON
    user_quota, notifications, event_collections, enquiries, stage_names, follows, event_staff,
    event_models, collections, user_profiles, telegram_accounts, models, houses,
    email_confirmations, designers, consent_states, approvals, guardian_consents
TO portal_worker;
GRANT UPDATE (reason) ON checkins TO portal_worker;
GRANT UPDATE (approval_status, note) ON organizer_applications TO portal_worker;
GRANT UPDATE (reason) ON approvals TO portal_worker;
GRANT UPDATE (title, description, location) ON event_schedules TO portal_worker;
GRANT UPDATE (name) ON quotas TO portal_worker;
GRANT UPDATE (revoked_at) ON administrators TO portal_worker;
GRANT UPDATE (
    full_name, full_name_mask, email, email_mask, email_index, phone_number, phone_number_mask,
    phone_index, profile_image_url, profile_image_url_mask, password_hash, user_type, status,
    last_login, preferences
) ON users TO portal_worker;
GRANT INSERT ON consents TO portal_worker;

-- What goes with a person was never in the audit in clear: what they wrote to many, and why a ticket
-- was refused.
DROP TRIGGER audit ON campaigns;
DROP TRIGGER audit_update ON campaigns;
DROP TRIGGER audit_truncate ON campaigns;
DROP TRIGGER audit ON checkins;
DROP TRIGGER audit_update ON checkins;
DROP TRIGGER audit_truncate ON checkins;
SELECT
    sec.audit(
        'campaigns', 'id', '{}',
        '{bar_chat_id,bar_message_id,bar_shown,name,description,meta_data}'
    ),
    sec.audit('checkins', 'id', '{}', '{nonce,code_digest,reason}'),
    sec.audit('erasures', 'id');

-- How long what is kept is kept, as rows: a table's span can be made longer or shorter while the
-- portal runs, never shorter than the law asks. What is missing here follows from the data map and
-- is added by whoever sweeps (storage/datamap/retention.py).
CREATE TABLE retention_rules (
    table_name TEXT CONSTRAINT ck_retention_rules_table_name_length CHECK (char_length("table_name") <= 64) NOT NULL,
    basis TEXT CONSTRAINT ck_retention_rules_basis_length CHECK (char_length("basis") <= 32) NOT NULL,
    since TEXT CONSTRAINT ck_retention_rules_since_length CHECK (char_length("since") <= 64) NOT NULL,
    action TEXT CONSTRAINT ck_retention_rules_action_length CHECK (char_length("action") <= 32) NOT NULL,
    keep INTERVAL NOT NULL,
    least INTERVAL NOT NULL,
    version INTEGER DEFAULT 1 NOT NULL CONSTRAINT ck_retention_rules_version_positive CHECK (version > 0),
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    last_run_at TIMESTAMP WITH TIME ZONE,
    last_count BIGINT,
    CONSTRAINT pk_retention_rules PRIMARY KEY (table_name),
    CONSTRAINT ck_retention_rules_keeps_what_law_asks CHECK (keep >= least),
    CONSTRAINT ck_retention_rules_action_known CHECK (action IN ('remove', 'nameless', 'archive'))
);
GRANT SELECT, INSERT, UPDATE (last_run_at, last_count) ON retention_rules TO portal_worker;
GRANT SELECT ON retention_rules TO portal_app;
GRANT DELETE ON integration_logs, system_logs, performance_metrics TO portal_worker;
GRANT INSERT (id, status) ON users TO portal_worker;
GRANT UPDATE (user_id) ON approvals TO portal_worker;
SELECT sec.audit('retention_rules', NULL, '{table_name}', p_counters => '{last_run_at,last_count}');

-- What a house wrote to many goes with it, and what it never showed anybody.
CREATE OR REPLACE FUNCTION sec.forget_versions(p_person uuid) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    WITH forgotten AS (
        UPDATE public.version_control v SET data = '{}', comment = NULL
        WHERE v.data <> '{}' AND (
            (v.entity_type IN ('designers', 'models', 'campaigns') AND v.belongs_to = p_person)
            OR (v.entity_type = 'collections' AND v.belongs_to IN (
                SELECT w.entity_id FROM public.version_control w
                WHERE w.entity_type = 'designers' AND w.belongs_to = p_person
            ))
            OR (v.entity_type IN ('events', 'ticket_types', 'event_schedules') AND v.belongs_to IN (
                SELECT e.id FROM public.events e
                WHERE e.organizer_id = p_person AND e.status = 'draft'
            ))
        )
        RETURNING 1
    )
    SELECT count(*) FROM forgotten
$$;

-- What holds of a person's consents goes with the person, and not before.
CREATE FUNCTION sec.keep_state() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF sec.acting_role() LIKE 'portal_%' AND EXISTS (
        SELECT FROM public.users u WHERE u.id = OLD.user_id AND u.status <> 'inactive'
    ) THEN
        RAISE EXCEPTION 'what was said is not taken away' USING ERRCODE = '42501';
    END IF;
    RETURN OLD;
END
$$;
REVOKE ALL ON FUNCTION sec.keep_state() FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.keep_state() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
CREATE TRIGGER keep BEFORE DELETE ON consent_states
FOR EACH ROW EXECUTE FUNCTION sec.keep_state();
