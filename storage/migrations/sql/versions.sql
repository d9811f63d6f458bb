-- A version of a thing for every change of it, whatever wrote it: the row as it is afterwards, who
-- changed it, when, and the reason that was given (docs/decisions/0014-versions.md).

-- Whose it is: the event that a row is about or part of, or who it is of. It says who may read it.
ALTER TABLE version_control ADD COLUMN belongs_to UUID;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_version_control_belongs_to ON version_control (belongs_to, id);

-- Each follows from a change that the audit tells, and is only added to.
DROP TRIGGER audit ON version_control;
DROP TRIGGER audit_update ON version_control;
DROP TRIGGER audit_truncate ON version_control;
DROP POLICY add ON version_control;
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.next_version(text, uuid);
REVOKE INSERT ON version_control FROM portal_app;
GRANT INSERT, UPDATE (data, comment) ON version_control TO portal_definer;

-- What a version has of a row: all but the columns that are kept apart. That a ticket is sold out
-- follows from its pools and is no change of it.
CREATE FUNCTION sec.snapshot(p_row jsonb, p_apart text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE
AS $$
    SELECT (p_row - p_apart) || CASE p_row ->> 'status'
        WHEN 'sold_out' THEN '{"status": "active"}'::jsonb ELSE '{}'::jsonb
    END
$$;

-- A version of the changed row. The row's own lock lets one after the other count; an empty one
-- says that it is gone. Arguments: the column that says whose it is; the columns that are kept
-- apart; the sealed ones, which are kept apart too where the owner rewrites rows: what was there
-- before a sweep may be in clear.
CREATE FUNCTION sec.keep_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET timezone = 'UTC'
AS $$
DECLARE
    v_by CONSTANT text[] := sec.context();
    v_row CONSTANT jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
    v_apart text[] := TG_ARGV[1];
    v_data jsonb := '{}';
BEGIN
    IF v_by IS NULL AND sec.acting_role() = 'portal_owner' THEN
        v_apart := v_apart || TG_ARGV[2]::text[];
    END IF;
    IF TG_OP <> 'DELETE' THEN
        v_data := sec.snapshot(v_row, v_apart);
    END IF;
    IF TG_OP = 'UPDATE' AND v_data = sec.snapshot(to_jsonb(OLD), v_apart) THEN
        RETURN NULL;
    END IF;
    INSERT INTO public.version_control
        (entity_type, entity_id, version, data, belongs_to, created_by, comment)
    SELECT TG_TABLE_NAME, (v_row ->> 'id')::uuid, coalesce(max(v.version), 0) + 1, v_data,
        (v_row ->> TG_ARGV[0])::uuid, nullif(v_by[2], '')::uuid,
        left(coalesce(nullif(current_setting('app.reason', true), ''), v_row ->> 'reason'), 1000)
    FROM public.version_control v
    WHERE v.entity_type = TG_TABLE_NAME AND v.entity_id = (v_row ->> 'id')::uuid;
    RETURN NULL;
END
$$;

-- Let a table keep its versions, of what is there already too; the arguments are `keep_version`'s.
-- For migrations.
CREATE FUNCTION sec.keep_versions(
    p_table regclass, p_belongs_to text, p_apart text[] DEFAULT '{}', p_sealed text[] DEFAULT '{}'
)
RETURNS void
LANGUAGE plpgsql SET timezone = 'UTC'
AS $$
DECLARE
    v_name CONSTANT text := (SELECT relname FROM pg_class WHERE oid = p_table);
    v_call CONSTANT text := format(
        'sec.keep_version(%L, %L, %L)', p_belongs_to, p_apart, p_sealed
    );
BEGIN
    EXECUTE format(
        'CREATE TRIGGER version AFTER INSERT OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s',
        p_table, v_call
    );
    EXECUTE format(
        'CREATE TRIGGER version_update AFTER UPDATE ON %s FOR EACH ROW'
        ' WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION %s', p_table, v_call
    );
    UPDATE version_control v
    SET belongs_to = (
        SELECT w.data ->> p_belongs_to FROM version_control w
        WHERE w.entity_type = v_name AND w.entity_id = v.entity_id AND w.data ? p_belongs_to
        ORDER BY w.version DESC LIMIT 1
    )::uuid
    WHERE v.entity_type = v_name AND v.belongs_to IS NULL AND p_belongs_to IS NOT NULL;
    EXECUTE format(
        $query$
        INSERT INTO version_control (entity_type, entity_id, version, data, belongs_to)
        SELECT %1$L, x.id, coalesce(last.version, 0) + 1, x.data, (x.data ->> %3$L)::uuid
        FROM (SELECT id, sec.snapshot(to_jsonb(t), %4$L) AS data FROM %2$s t) x
        LEFT JOIN LATERAL (
            SELECT v.version, sec.snapshot(v.data, %4$L) AS data FROM version_control v
            WHERE v.entity_type = %1$L AND v.entity_id = x.id ORDER BY v.version DESC LIMIT 1
        ) last ON true
        WHERE last.data IS DISTINCT FROM x.data
        UNION ALL
        SELECT %1$L, last.entity_id, last.version + 1, '{}', last.belongs_to
        FROM (
            SELECT DISTINCT ON (v.entity_id) v.* FROM version_control v
            WHERE v.entity_type = %1$L ORDER BY v.entity_id, v.version DESC
        ) last
        WHERE last.data <> '{}' AND NOT EXISTS (SELECT FROM %2$s t WHERE t.id = last.entity_id)
        $query$, v_name, p_table, p_belongs_to, p_apart || p_sealed
    );
END
$$;

-- Nobody changes or removes a version. Of somebody who is forgotten, what it says is emptied, by
-- the definer's function alone.
CREATE FUNCTION sec.keep_history() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND CURRENT_USER = 'portal_definer' AND NEW.data = '{}' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'versions are only added' USING ERRCODE = '42501';
END
$$;

-- Empty all versions of what somebody told about themselves, and of what they made as a designer;
-- how many. For what forgets people.
CREATE FUNCTION sec.forget_versions(p_person uuid) RETURNS bigint
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

REVOKE ALL ON FUNCTION
    sec.snapshot(jsonb, text[]), sec.keep_version(), sec.keep_history(),
    sec.keep_versions(regclass, text, text[], text[]), sec.forget_versions(uuid)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.snapshot(jsonb, text[]) TO portal_definer;
GRANT EXECUTE ON FUNCTION sec.forget_versions(uuid) TO portal_worker;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.keep_version() OWNER TO portal_definer;
ALTER FUNCTION sec.forget_versions(uuid) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

SELECT
    sec.keep_versions('events', 'id', '{updated_at}'),
    sec.keep_versions('event_schedules', 'event_id'),
    sec.keep_versions('venues', NULL),
    sec.keep_versions('ticket_types', 'event_id'),
    sec.keep_versions('designers', 'user_id'),
    sec.keep_versions('collections', 'designer_id'),
    sec.keep_versions(
        'models', 'user_id', '{}', '{measurements,portfolio_url,birth_date,portfolio}'
    ),
    -- A setting counts for itself, and its reason is the version's.
    sec.keep_versions('settings', NULL, '{version,reason,changed_by,changed_at}'),
    -- How far a campaign has come is told by its deliveries.
    sec.keep_versions(
        'campaigns', 'organizer_id',
        '{fanned_out_to,fanned_out_at,bar_chat_id,bar_message_id,bar_shown}'
    );

CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON version_control
FOR EACH ROW EXECUTE FUNCTION sec.keep_history();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON version_control
EXECUTE FUNCTION sec.keep_history();

-- The makers of an event read its versions and those of its parts, people their own, a house what
-- it wrote to many, and who runs the portal what is everybody's.
ALTER POLICY see ON version_control USING (
    created_by = (SELECT sec.uid())
    OR (
        entity_type IN ('events', 'ticket_types', 'event_schedules')
        AND belongs_to = ANY ((SELECT sec.events_as('{manager}'))::uuid[])
    )
    OR (entity_type IN ('designers', 'models') AND belongs_to = (SELECT sec.uid()))
    OR (entity_type = 'collections' AND belongs_to IN (
        SELECT d.id FROM designers d WHERE d.user_id = (SELECT sec.uid())
    ))
    OR (entity_type = 'campaigns' AND belongs_to = ANY ((SELECT sec.houses())::uuid[]))
    OR (entity_type IN ('venues', 'settings') AND (SELECT sec.is_admin()))
);
