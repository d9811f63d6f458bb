-- Who acts: a context that the portal signs and every transaction carries, so that nobody who can
-- only speak SQL can make one. An injected set_config() ends in a context that nobody signed,
-- which is nobody's (docs/decisions/0007-row-security.md).

-- The keys that sign, as the two blocks of an HMAC-SHA-256. Who adds one is `migrate`.
CREATE TABLE sec.context_keys (
    kid TEXT CONSTRAINT ck_context_keys_kid_length CHECK (char_length("kid") <= 32) NOT NULL,
    inner_block BYTEA CONSTRAINT ck_context_keys_inner_size CHECK (octet_length(inner_block) = 64) NOT NULL,
    outer_block BYTEA CONSTRAINT ck_context_keys_outer_size CHECK (octet_length(outer_block) = 64) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_context_keys PRIMARY KEY (kid)
);

-- The parts of a context that is signed, and not over: capacity and person. NULL for any other.
CREATE FUNCTION sec.context() RETURNS text[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_parts CONSTANT text[] := string_to_array(current_setting('app.context', true), '|');
    v_key sec.context_keys;
BEGIN
    IF cardinality(v_parts) IS DISTINCT FROM 5 THEN
        RETURN NULL;
    END IF;
    SELECT k.* INTO v_key FROM sec.context_keys k WHERE k.kid = v_parts[1] AND k.retired_at IS NULL;
    IF NOT FOUND OR v_parts[5] <> encode(sha256(v_key.outer_block || sha256(
        v_key.inner_block || convert_to(array_to_string(v_parts[1:4], '|'), 'UTF8')
    )), 'hex') THEN
        RETURN NULL;
    END IF;
    -- From here on every part is as we wrote it.
    IF v_parts[4]::bigint <= extract(epoch FROM now()) THEN
        RETURN NULL;
    END IF;
    RETURN v_parts[2:3];
END
$$;

-- The person who acts, or NULL. A policy asks inside of (SELECT …), once a statement.
CREATE FUNCTION sec.uid() RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
    SELECT nullif(c[2], '')::uuid FROM sec.context() AS x (c) WHERE c[1] = 'person'
$$;

-- Whether the house itself acts: the few steps that rightly touch the rows of another person.
CREATE FUNCTION sec.is_house() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
    SELECT coalesce(c[1] = 'house', false) FROM sec.context() AS x (c)
$$;

-- Whether who acts runs the portal.
CREATE FUNCTION sec.is_admin() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
    SELECT EXISTS (
        SELECT FROM public.administrators a WHERE a.user_id = sec.uid() AND a.revoked_at IS NULL
    )
$$;

-- The events of who acts: their own, and those in whose team they are in one of these roles.
CREATE FUNCTION sec.events_as(p_roles public.staff_role[]) RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
    SELECT ARRAY(
        SELECT e.id FROM public.events e, (SELECT sec.uid()) AS me (id)
        WHERE e.organizer_id = me.id
        UNION
        SELECT s.event_id FROM public.event_staff s, (SELECT sec.uid()) AS me (id)
        WHERE s.user_id = me.id AND s.role = ANY (p_roles)
    )
$$;

-- The houses that who acts may speak for: their own, and those they manage or market an event of.
CREATE FUNCTION sec.houses() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
    SELECT ARRAY(
        SELECT me.id FROM (SELECT sec.uid()) AS me (id) WHERE me.id IS NOT NULL
        UNION
        SELECT e.organizer_id FROM public.event_staff s
        JOIN public.events e ON e.id = s.event_id, (SELECT sec.uid()) AS me (id)
        WHERE s.user_id = me.id AND s.role IN ('manager', 'marketing')
    )
$$;

-- Who runs the portal now: their keys alone, for messages to them.
CREATE FUNCTION sec.administrators() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT a.user_id FROM public.administrators a WHERE a.revoked_at IS NULL ORDER BY a.user_id
$$;

-- Whether contexts that this key signs count here; NULL asks about any key.
CREATE FUNCTION sec.knows_key(p_kid text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT EXISTS (
        SELECT FROM sec.context_keys k
        WHERE k.kid = coalesce(p_kid, k.kid) AND k.retired_at IS NULL
    )
$$;

GRANT SELECT ON sec.context_keys TO portal_definer;
REVOKE ALL ON FUNCTION
    sec.context(), sec.uid(), sec.is_house(), sec.is_admin(), sec.events_as(staff_role[]),
    sec.houses(), sec.administrators(), sec.knows_key(text)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.uid(), sec.is_house(), sec.is_admin(), sec.events_as(staff_role[]), sec.houses(),
    sec.administrators(), sec.knows_key(text)
TO portal_app, portal_worker, portal_support;
GRANT EXECUTE ON FUNCTION sec.knows_key(text) TO portal_owner;
GRANT SELECT ON events, event_staff, administrators TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.context() OWNER TO portal_definer;
ALTER FUNCTION sec.uid() OWNER TO portal_definer;
ALTER FUNCTION sec.is_house() OWNER TO portal_definer;
ALTER FUNCTION sec.is_admin() OWNER TO portal_definer;
ALTER FUNCTION sec.events_as(staff_role[]) OWNER TO portal_definer;
ALTER FUNCTION sec.houses() OWNER TO portal_definer;
ALTER FUNCTION sec.administrators() OWNER TO portal_definer;
ALTER FUNCTION sec.knows_key(text) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
