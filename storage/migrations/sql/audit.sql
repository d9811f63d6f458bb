-- The audit of data: every table tells of its changes by triggers, with who acted, as what, and
-- what asked for it, as the signed context has it (docs/decisions/0012-audit.md).

ALTER TABLE audit_logs ADD COLUMN capacity TEXT
CONSTRAINT ck_audit_logs_capacity_length CHECK (char_length("capacity") <= 64);
ALTER TABLE audit_logs ADD COLUMN request TEXT
CONSTRAINT ck_audit_logs_request_length CHECK (char_length("request") <= 120);
-- The transaction that wrote the row: what is closed, and may be sealed, goes by it. NULL for a row
-- that none of our functions wrote; 0 for what is older than this column.
ALTER TABLE audit_logs ADD COLUMN transaction BIGINT DEFAULT 0;
ALTER TABLE audit_logs ALTER COLUMN transaction SET DEFAULT
CASE WHEN CURRENT_USER = 'portal_definer' THEN pg_current_xact_id()::text::bigint END;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX ix_audit_logs_transaction ON audit_logs USING brin (transaction);

-- Who acts without a context: the role, as it was logged in or taken on.
CREATE FUNCTION sec.acting_role() RETURNS text
LANGUAGE sql STABLE
AS $$
    SELECT coalesce(nullif(current_setting('role'), 'none'), session_user::text)
$$;

-- A row of the audit for a changed row: `old` and `new` hold the columns that changed, a row that
-- came or went has all of its columns in one of them. `hidden` names columns that changed and are
-- told without their value; `key` has the row's key where that is not one uuid.
-- Arguments: the uuid that the audit finds the row by; the columns of its key, where they are
-- others; the columns that are hidden; the columns that are sealed, whose values are told unless
-- the owner rewrites rows: what was there before a sweep may be in clear.
CREATE FUNCTION sec.audit_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_by CONSTANT text[] := sec.context();
    v_keys CONSTANT text[] := TG_ARGV[1];
    v_hidden text[] := TG_ARGV[2];
    v_old jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    v_new jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    v_entity CONSTANT uuid := coalesce(v_old, v_new) ->> TG_ARGV[0];
    v_told jsonb := '{}';
    v_changed text[] := '{}';
    v_name text;
BEGIN
    IF v_by IS NULL AND sec.acting_role() = 'portal_owner' THEN
        v_hidden := v_hidden || TG_ARGV[3]::text[];
    END IF;
    FOREACH v_name IN ARRAY v_hidden LOOP
        IF coalesce(v_old -> v_name, 'null') <> coalesce(v_new -> v_name, 'null') THEN
            v_changed := v_changed || v_name;
        END IF;
    END LOOP;
    IF v_changed <> '{}' THEN
        v_told := jsonb_build_object('hidden', v_changed);
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF v_keys <> '{}' THEN
            v_told := v_told || jsonb_build_object('key', (
                SELECT jsonb_object_agg(k.name, v_old -> k.name) FROM unnest(v_keys) AS k (name)
            ));
        END IF;
        v_hidden := v_hidden || ARRAY(
            SELECT o.key FROM jsonb_each(v_old) AS o WHERE o.value = v_new -> o.key
        );
    END IF;
    IF v_old IS NOT NULL THEN
        v_told := v_told || jsonb_build_object('old', v_old - v_hidden);
    END IF;
    IF v_new IS NOT NULL THEN
        v_told := v_told || jsonb_build_object('new', v_new - v_hidden);
    END IF;
    INSERT INTO public.audit_logs
        (user_id, capacity, request, action, entity_type, entity_id, changes)
    VALUES (
        nullif(v_by[2], '')::uuid, coalesce(v_by[1], sec.acting_role()), v_by[3],
        lower(TG_OP), TG_TABLE_NAME, v_entity, v_told
    );
    RETURN NULL;
END
$$;

-- A row of the audit for a statement, with how many rows it changed: for what is written by the
-- thousand, and for TRUNCATE, which says no number.
CREATE FUNCTION sec.audit_statement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_by CONSTANT text[] := sec.context();
    v_rows bigint;
BEGIN
    IF TG_OP <> 'TRUNCATE' THEN
        SELECT count(*) INTO v_rows FROM changed;
        IF v_rows = 0 THEN
            RETURN NULL;
        END IF;
    END IF;
    INSERT INTO public.audit_logs
        (user_id, capacity, request, action, entity_type, changes)
    VALUES (
        nullif(v_by[2], '')::uuid, coalesce(v_by[1], sec.acting_role()), v_by[3],
        lower(TG_OP), TG_TABLE_NAME, jsonb_strip_nulls(jsonb_build_object('rows', v_rows))
    );
    RETURN NULL;
END
$$;

-- A security event, too, says as what somebody acted and what asked for it.
CREATE FUNCTION sec.audit_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_by CONSTANT text[] := sec.context();
BEGIN
    NEW.capacity := coalesce(v_by[1], sec.acting_role());
    NEW.request := v_by[3];
    RETURN NEW;
END
$$;

-- Let a table tell of its changes, row by row; the arguments are `audit_row`'s. `p_counters` names
-- columns that follow from other rows: whoever has a context changes them untold. For migrations.
CREATE FUNCTION sec.audit(
    p_table regclass, p_entity text, p_keys text[] DEFAULT '{}', p_hidden text[] DEFAULT '{}',
    p_sealed text[] DEFAULT '{}', p_counters text[] DEFAULT '{}'
)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_call CONSTANT text := format(
        'sec.audit_row(%L, %L, %L, %L)', p_entity, p_keys, p_hidden, p_sealed
    );
    v_when text := 'OLD.* IS DISTINCT FROM NEW.*';
BEGIN
    IF p_counters <> '{}' THEN
        SELECT v_when || format(
            ' AND (coalesce(current_setting(''app.context'', true), '''') = '''''
            ' OR (%s) IS DISTINCT FROM (%s))',
            string_agg(format('OLD.%I', a.attname), ', '), string_agg(format('NEW.%I', a.attname), ', ')
        )
        INTO v_when
        FROM pg_attribute a
        WHERE a.attrelid = p_table AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname <> ALL (p_counters);
    END IF;
    EXECUTE format(
        'CREATE TRIGGER audit AFTER INSERT OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s',
        p_table, v_call
    );
    EXECUTE format(
        'CREATE TRIGGER audit_update AFTER UPDATE ON %s FOR EACH ROW'
        ' WHEN (%s) EXECUTE FUNCTION %s', p_table, v_when, v_call
    );
    EXECUTE format(
        'CREATE TRIGGER audit_truncate AFTER TRUNCATE ON %s EXECUTE FUNCTION sec.audit_statement()',
        p_table
    );
END
$$;

-- Let a table tell of its changes, one row of the audit a statement. For migrations.
CREATE FUNCTION sec.audit_in_bulk(p_table regclass) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_event text[];
BEGIN
    FOREACH v_event SLICE 1 IN ARRAY ARRAY[['INSERT', 'NEW'], ['UPDATE', 'NEW'], ['DELETE', 'OLD']]
    LOOP
        EXECUTE format(
            'CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s TABLE AS changed'
            ' EXECUTE FUNCTION sec.audit_statement()',
            'audit_' || lower(v_event[1]), v_event[1], p_table, v_event[2]
        );
    END LOOP;
    EXECUTE format(
        'CREATE TRIGGER audit_truncate AFTER TRUNCATE ON %s EXECUTE FUNCTION sec.audit_statement()',
        p_table
    );
END
$$;

-- Nobody changes or removes a row of the audit.
CREATE FUNCTION sec.keep_audit() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'the audit is only added to' USING ERRCODE = '42501';
END
$$;

-- Let a month of the audit be reached by its table alone. For whoever makes months.
CREATE FUNCTION sec.keep_month(p_month regclass) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', p_month);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', p_month);
    EXECUTE format(
        'CREATE TRIGGER keep_all BEFORE TRUNCATE ON %s EXECUTE FUNCTION sec.keep_audit()', p_month
    );
END
$$;

REVOKE ALL ON FUNCTION
    sec.acting_role(), sec.audit_row(), sec.audit_statement(), sec.audit_event(), sec.keep_audit(),
    sec.keep_month(regclass), sec.audit(regclass, text, text[], text[], text[], text[]), sec.audit_in_bulk(regclass)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.acting_role() TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.audit_row() OWNER TO portal_definer;
ALTER FUNCTION sec.audit_statement() OWNER TO portal_definer;
ALTER FUNCTION sec.audit_event() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

CREATE TRIGGER event BEFORE INSERT ON audit_logs
FOR EACH ROW WHEN (NEW.capacity IS NULL) EXECUTE FUNCTION sec.audit_event();
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON audit_logs
FOR EACH ROW EXECUTE FUNCTION sec.keep_audit();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON audit_logs EXECUTE FUNCTION sec.keep_audit();
-- Nobody goes around the table by a month of it: such a one lets nothing in or out by itself. Later
-- months get the same as they are made (storage/partitions.py).
DO $$
DECLARE
    v_month regclass;
BEGIN
    FOR v_month IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'public.audit_logs'::regclass
    LOOP
        PERFORM sec.keep_month(v_month);
    END LOOP;
END
$$;
-- The owner, too, adds none: only the functions of the definer do.
CREATE POLICY owner_adds_none ON audit_logs AS RESTRICTIVE FOR INSERT TO portal_owner
WITH CHECK (false);
DROP POLICY worker ON audit_logs;
