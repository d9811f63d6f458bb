-- The rules of a door: which tickets a gate admits, who stands where, in and out and in again, and
-- by whose word. What the domain decides under the ticket's lock, the database holds to once more.

-- What a house chooses for the door of an event; without a row, what is usual.
CREATE TABLE door_settings (
    event_id UUID NOT NULL,
    reentry BOOLEAN DEFAULT false NOT NULL,
    takes_money BOOLEAN DEFAULT false NOT NULL,
    release_hours SMALLINT DEFAULT 0 NOT NULL,
    CONSTRAINT ck_door_settings_release_hours_range CHECK (release_hours BETWEEN 0 AND 168),
    CONSTRAINT pk_door_settings PRIMARY KEY (event_id),
    CONSTRAINT fk_door_settings_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);

-- The types that a gate admits; a gate without a row here admits them all.
ALTER TABLE gates ADD CONSTRAINT uq_gates_id_event_id UNIQUE (id, event_id);
CREATE TABLE gate_ticket_types (
    gate_id UUID NOT NULL,
    ticket_type_id UUID NOT NULL,
    event_id UUID NOT NULL,
    CONSTRAINT pk_gate_ticket_types PRIMARY KEY (gate_id, ticket_type_id),
    CONSTRAINT fk_gate_ticket_types_gate_id_event_id FOREIGN KEY(gate_id, event_id) REFERENCES gates (id, event_id),
    CONSTRAINT fk_gate_ticket_types_ticket_type_id_event_id FOREIGN KEY(ticket_type_id, event_id) REFERENCES ticket_types (id, event_id) ON DELETE CASCADE
);
CREATE INDEX ix_gate_ticket_types_ticket_type_id ON gate_ticket_types (ticket_type_id);
CREATE INDEX ix_gate_ticket_types_event_id ON gate_ticket_types (event_id);

-- Where somebody of the door team stands, and which way they let people through.
CREATE TABLE door_posts (
    user_id UUID NOT NULL,
    event_id UUID NOT NULL,
    gate_id UUID,
    direction scan_direction DEFAULT 'entry' NOT NULL,
    since TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_door_posts PRIMARY KEY (user_id, event_id),
    CONSTRAINT fk_door_posts_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_door_posts_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_door_posts_gate_id FOREIGN KEY(gate_id) REFERENCES gates (id)
);
CREATE INDEX ix_door_posts_event_id ON door_posts (event_id);
CREATE INDEX ix_door_posts_gate_id ON door_posts (gate_id);

DO $$
DECLARE
    v_table text;
    v_role text;
    v_manages CONSTANT text := 'event_id = ANY ((SELECT sec.events_as(''{manager}''))::uuid[])';
BEGIN
    FOREACH v_table IN ARRAY ARRAY['door_settings', 'gate_ticket_types', 'door_posts'] LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', v_table);
        FOREACH v_role IN ARRAY ARRAY['owner', 'definer', 'worker'] LOOP
            EXECUTE format(
                'CREATE POLICY %I ON public.%I TO %I USING (true) WITH CHECK (true)',
                v_role, v_table, 'portal_' || v_role
            );
        END LOOP;
        CONTINUE WHEN v_table = 'door_posts';
        EXECUTE format('CREATE POLICY see ON public.%I FOR SELECT TO portal_app USING (true)', v_table);
        EXECUTE format(
            'CREATE POLICY add ON public.%I FOR INSERT TO portal_app WITH CHECK (%s)',
            v_table, v_manages
        );
    END LOOP;
END
$$;
CREATE POLICY change ON door_settings FOR UPDATE TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]))
WITH CHECK (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY remove ON gate_ticket_types FOR DELETE TO portal_app
USING (event_id = ANY ((SELECT sec.events_as('{manager}'))::uuid[]));
CREATE POLICY see ON door_posts FOR SELECT TO portal_app USING (user_id = (SELECT sec.uid()));
CREATE POLICY add ON door_posts FOR INSERT TO portal_app WITH CHECK (
    user_id = (SELECT sec.uid())
    AND event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
);
CREATE POLICY change ON door_posts FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid()))
WITH CHECK (
    user_id = (SELECT sec.uid())
    AND event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
);
GRANT SELECT, INSERT, UPDATE ON door_settings, door_posts TO portal_app;
GRANT SELECT, INSERT, DELETE ON gate_ticket_types TO portal_app;
GRANT SELECT ON door_settings, gate_ticket_types, door_posts TO portal_worker;
GRANT DELETE ON door_posts TO portal_worker;
GRANT SELECT ON door_posts TO portal_definer;

-- A steward scans; to let somebody in by word, and to take something back, is a supervisor's. What a
-- scanner without a line had decided is written down by whoever held it.
DROP POLICY add ON checkins;
CREATE POLICY add ON checkins FOR INSERT TO portal_app WITH CHECK (
    staff_id = (SELECT sec.uid())
    AND event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
    AND (
        undoes_id IS NULL AND (NOT forced OR offline_at IS NOT NULL)
        OR event_id = ANY ((SELECT sec.events_as('{manager,supervisor}'))::uuid[])
    )
);

-- What let a ticket in or out, and what took that back, in the order in which it happened: two at
-- once want the same step, and only one gets it.
ALTER TABLE checkins ADD COLUMN step INTEGER;
UPDATE checkins c SET step = n.step
FROM (
    SELECT id, row_number() OVER (PARTITION BY ticket_id ORDER BY at, id) AS step FROM checkins
    WHERE result = 'ok' AND ticket_id IS NOT NULL
) n
WHERE n.id = c.id;
CREATE UNIQUE INDEX uq_checkins_step ON checkins (ticket_id, step);
-- squawk-ignore require-concurrent-index-deletion
DROP INDEX ix_checkins_undoes_id;
CREATE UNIQUE INDEX uq_checkins_undoes_id ON checkins (undoes_id);

CREATE FUNCTION sec.count_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    NEW.step := 1 + (
        SELECT coalesce(max(c.step), 0) FROM public.checkins c WHERE c.ticket_id = NEW.ticket_id
    );
    RETURN NEW;
END
$$;
-- Nobody comes in twice without having left. What a scanner without a line had decided has happened.
CREATE FUNCTION sec.keep_door() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF (
        SELECT c.direction FROM public.checkins c
        WHERE c.ticket_id = NEW.ticket_id AND c.step < NEW.step AND c.undoes_id IS NULL
            AND NOT EXISTS (SELECT FROM public.checkins u WHERE u.undoes_id = c.id)
        ORDER BY c.step DESC LIMIT 1
    ) = 'entry' THEN
        RAISE exclusion_violation USING MESSAGE = 'the ticket is inside';
    END IF;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION sec.count_step(), sec.keep_door() FROM PUBLIC;
GRANT SELECT ON checkins TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.count_step() OWNER TO portal_definer;
ALTER FUNCTION sec.keep_door() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
CREATE TRIGGER count_step BEFORE INSERT ON checkins
FOR EACH ROW WHEN (NEW.result = 'ok' AND NEW.ticket_id IS NOT NULL)
EXECUTE FUNCTION sec.count_step();
CREATE TRIGGER keep_door AFTER INSERT ON checkins
FOR EACH ROW WHEN (
    NEW.result = 'ok' AND NEW.ticket_id IS NOT NULL AND NEW.direction = 'entry'
    AND NEW.undoes_id IS NULL AND NEW.offline_at IS NULL
)
EXECUTE FUNCTION sec.keep_door();

-- One code for all who come on one order. It dies with the codes that its buyer has made anew.
ALTER TABLE orders ADD COLUMN party_generation SMALLINT DEFAULT 1 NOT NULL
CONSTRAINT ck_orders_party_generation_is_a_byte CHECK (party_generation BETWEEN 0 AND 255);

CREATE FUNCTION sec.renew_party() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    UPDATE public.orders o SET party_generation = o.party_generation + 1
    WHERE o.id = NEW.order_id AND o.user_id = NEW.user_id AND o.party_generation < 255;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION sec.renew_party() FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.renew_party() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
CREATE TRIGGER renew_party AFTER UPDATE OF generation ON tickets
FOR EACH ROW WHEN (NEW.generation <> OLD.generation AND NEW.user_id = OLD.user_id)
EXECUTE FUNCTION sec.renew_party();

SELECT
    sec.audit('door_settings', 'event_id'),
    sec.audit('gate_ticket_types', 'gate_id', '{ticket_type_id}'),
    sec.audit('door_posts', 'event_id', '{user_id}');
