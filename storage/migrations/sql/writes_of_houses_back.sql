ALTER FUNCTION public.quota_refresh_sold_out(uuid[]) OWNER TO portal_owner;
ALTER FUNCTION public.quota_refresh_sold_out(uuid[]) SECURITY INVOKER RESET search_path;
DROP TRIGGER keep_quota ON quotas;
DROP FUNCTION sec.keep_quota();
DO $$
DECLARE
    v_policy record;
BEGIN
    FOR v_policy IN
        SELECT p.tablename, p.policyname FROM pg_policies p
        WHERE p.schemaname = 'public' AND p.tablename IN (
            'venues', 'event_schedules', 'event_collections', 'event_models', 'ticket_types',
            'quotas', 'quota_ticket_types', 'gates'
        )
    LOOP
        EXECUTE format('DROP POLICY %I ON public.%I', v_policy.policyname, v_policy.tablename);
        EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', v_policy.tablename);
        EXECUTE format('ALTER TABLE public.%I DISABLE ROW LEVEL SECURITY', v_policy.tablename);
    END LOOP;
END
$$;
