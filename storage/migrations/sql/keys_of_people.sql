-- The first and the last people whose name is sealed, at most so many of each: a process that is
-- about to begin asks its key store for them. What a sealed name looks like is said in
-- `storage/security/sealed.py`.
CREATE FUNCTION sec.people_under_seal(p_some integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT u.id FROM (
        (SELECT id, full_name FROM public.users WHERE full_name IS NOT NULL
         ORDER BY id LIMIT p_some)
        UNION
        (SELECT id, full_name FROM public.users WHERE full_name IS NOT NULL
         ORDER BY id DESC LIMIT p_some)
    ) u
    WHERE u.full_name COLLATE "C" ~ '^A[Q-Za-f][A-Za-z0-9+/]{36,}={0,2}$'
$$;

REVOKE ALL ON FUNCTION sec.people_under_seal(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.people_under_seal(integer) TO portal_app, portal_worker, portal_owner;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.people_under_seal(integer) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
