-- Row security on every table that holds something of a person. Who owns the tables is bound too;
-- what happens by itself, the definer's functions and migrations have policies that say so.

DO $$
DECLARE
    v_table text;
    v_role text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY[
        'users', 'user_profiles', 'telegram_accounts', 'administrators', 'organizer_applications',
        'sessions', 'dialog_drafts', 'one_time_links', 'houses', 'designers', 'collections',
        'models', 'stage_names', 'events', 'event_staff', 'follows', 'user_quota', 'orders',
        'order_lines', 'payments', 'refunds', 'tickets', 'checkins', 'campaigns', 'notifications',
        'enquiries', 'approvals', 'guardian_consents', 'consents', 'consent_states',
        'version_control', 'audit_logs', 'quarantined_updates'
    ]
    LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', v_table);
        FOREACH v_role IN ARRAY ARRAY['owner', 'definer', 'worker']
        LOOP
            EXECUTE format(
                'CREATE POLICY %I ON public.%I TO %I USING (true) WITH CHECK (true)',
                v_role, v_table, 'portal_' || v_role
            );
        END LOOP;
    END LOOP;
END
$$;

-- Support sees what the public sees; auditors see the audit log.
CREATE POLICY support ON events FOR SELECT TO portal_support USING (status <> 'draft');
CREATE POLICY support ON houses FOR SELECT TO portal_support USING (true);
CREATE POLICY support ON stage_names FOR SELECT TO portal_support USING (true);
CREATE POLICY auditor ON audit_logs FOR SELECT TO portal_audit_ro USING (true);
