DO $$
DECLARE
    v_table text;
    v_policy text;
BEGIN
    FOR v_table, v_policy IN
        SELECT p.tablename, p.policyname FROM pg_policies p WHERE p.schemaname = 'public'
    LOOP
        EXECUTE format('DROP POLICY %I ON public.%I', v_policy, v_table);
        EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE public.%I DISABLE ROW LEVEL SECURITY', v_table);
    END LOOP;
END
$$;
GRANT INSERT, UPDATE ON event_staff TO portal_app;
