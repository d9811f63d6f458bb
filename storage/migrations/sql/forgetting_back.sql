-- Nobody is forgotten.

DROP TRIGGER keep ON consent_states;
DROP FUNCTION sec.keep_state();
DROP TRIGGER audit ON campaigns;
DROP TRIGGER audit_update ON campaigns;
DROP TRIGGER audit_truncate ON campaigns;
DROP TRIGGER audit ON checkins;
DROP TRIGGER audit_update ON checkins;
DROP TRIGGER audit_truncate ON checkins;
SELECT
    sec.audit('campaigns', 'id', '{}', '{bar_chat_id}'),
    sec.audit('checkins', 'id', '{}', '{nonce,code_digest}');

REVOKE DELETE ON
    user_quota, notifications, event_collections, enquiries, stage_names, follows, event_staff,
    event_models, collections, user_profiles, telegram_accounts, models, houses,
    email_confirmations, designers, consent_states, approvals, guardian_consents
FROM portal_worker;
REVOKE UPDATE (reason) ON checkins FROM portal_worker;
REVOKE UPDATE (approval_status, note) ON organizer_applications FROM portal_worker;
REVOKE UPDATE (reason) ON approvals FROM portal_worker;
REVOKE UPDATE (title, description, location) ON event_schedules FROM portal_worker;
REVOKE UPDATE (name) ON quotas FROM portal_worker;
REVOKE UPDATE (revoked_at) ON administrators FROM portal_worker;
REVOKE UPDATE (
    full_name, full_name_mask, email, email_mask, email_index, phone_number, phone_number_mask,
    phone_index, profile_image_url, profile_image_url_mask, password_hash, user_type, status,
    last_login, preferences
) ON users FROM portal_worker;
REVOKE INSERT ON consents FROM portal_worker;
REVOKE DELETE ON integration_logs, system_logs, performance_metrics FROM portal_worker;
REVOKE INSERT (id, status) ON users FROM portal_worker;
REVOKE UPDATE (user_id) ON approvals FROM portal_worker;

DROP TABLE retention_rules, erasure_ledger, erasures;
DROP FUNCTION sec.keep_ledger();

CREATE OR REPLACE FUNCTION sec.forget_versions(p_person uuid) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    WITH forgotten AS (
        UPDATE public.version_control v SET data = '{}', comment = NULL
        WHERE v.data <> '{}' AND (
            (v.entity_type IN ('designers', 'models') AND v.belongs_to = p_person)
            OR (v.entity_type = 'collections' AND v.belongs_to IN (
                SELECT w.entity_id FROM public.version_control w
                WHERE w.entity_type = 'designers' AND w.belongs_to = p_person
            ))
        )
        RETURNING 1
    )
    SELECT count(*) FROM forgotten
$$;
