-- What an event offers is read by everybody and written by those who make it: the catalogue gets
-- row security, too, and only its writes have conditions.

DO $$
DECLARE
    v_table text;
    v_role text;
    v_manages CONSTANT text := 'event_id = ANY ((SELECT sec.events_as(''{manager}''))::uuid[])';
BEGIN
    FOREACH v_table IN ARRAY ARRAY[
        'venues', 'event_schedules', 'event_collections', 'event_models', 'ticket_types', 'quotas',
        'quota_ticket_types', 'gates'
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
        EXECUTE format('CREATE POLICY support ON public.%I FOR SELECT TO portal_support USING (true)', v_table);
        EXECUTE format('CREATE POLICY see ON public.%I FOR SELECT TO portal_app USING (true)', v_table);
    END LOOP;
    FOREACH v_table IN ARRAY ARRAY[
        'event_schedules', 'event_collections', 'event_models', 'ticket_types', 'gates', 'quotas'
    ]
    LOOP
        EXECUTE format(
            'CREATE POLICY add ON public.%I FOR INSERT TO portal_app WITH CHECK (%s)',
            v_table, v_manages
        );
        CONTINUE WHEN v_table = 'quotas';
        EXECUTE format(
            'CREATE POLICY change ON public.%I FOR UPDATE TO portal_app USING (%s) WITH CHECK (%s)',
            v_table, v_manages, v_manages
        );
    END LOOP;
    FOREACH v_table IN ARRAY ARRAY[
        'event_schedules', 'event_collections', 'event_models', 'ticket_types', 'quotas'
    ]
    LOOP
        EXECUTE format(
            'CREATE POLICY remove ON public.%I FOR DELETE TO portal_app USING (%s)',
            v_table, v_manages
        );
    END LOOP;
END
$$;

-- A type and a pool of one event, for who makes it.
CREATE POLICY add ON quota_ticket_types FOR INSERT TO portal_app WITH CHECK (
    EXISTS (
        SELECT FROM ticket_types t JOIN quotas q ON q.event_id = t.event_id
        WHERE t.id = ticket_type_id AND q.id = quota_id
        AND t.event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
    )
);
CREATE POLICY remove ON quota_ticket_types FOR DELETE TO portal_app USING (
    EXISTS (
        SELECT FROM ticket_types t WHERE t.id = ticket_type_id
        AND t.event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
    )
);

-- A venue is nobody's alone: who makes events may name one, who runs the portal mends it.
CREATE POLICY add ON venues FOR INSERT TO portal_app WITH CHECK (
    (SELECT sec.events_as('{manager}')) <> '{}'
    OR EXISTS (SELECT FROM organizer_applications a WHERE a.user_id = (SELECT sec.uid()))
);
CREATE POLICY change ON venues FOR UPDATE TO portal_app
USING ((SELECT sec.is_admin())) WITH CHECK ((SELECT sec.is_admin()));

-- Everybody who buys moves the counters of a pool; its size and whether it sells are its makers'.
CREATE POLICY change ON quotas FOR UPDATE TO portal_app USING (true) WITH CHECK (true);
CREATE FUNCTION sec.keep_quota() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF sec.acting_role() = 'portal_app' AND NEW.event_id <> ALL (sec.events_as('{manager}')) THEN
        RAISE EXCEPTION 'the pool of another house' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION sec.keep_quota() FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.keep_quota() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
CREATE TRIGGER keep_quota
BEFORE UPDATE OF name, size, size_floor, closed, waiting_claim ON quotas
FOR EACH ROW EXECUTE FUNCTION sec.keep_quota();

-- "Sold out" follows from the pools, whoever takes or returns the last unit.
GRANT CREATE ON SCHEMA public TO portal_definer;
ALTER FUNCTION public.quota_refresh_sold_out(uuid[]) SECURITY DEFINER SET search_path = '';
ALTER FUNCTION public.quota_refresh_sold_out(uuid[]) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA public FROM portal_definer;
