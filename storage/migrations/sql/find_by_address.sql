-- Who is meant by an address or a number, for who runs the portal: by their blind indexes.
CREATE FUNCTION sec.find_by_address(p_email bytea, p_phone bytea)
RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT f.id FROM (
        SELECT u.id FROM public.users u WHERE u.email_index = p_email
        UNION
        SELECT u.id FROM public.users u WHERE u.phone_index = p_phone
    ) f
    WHERE (SELECT sec.is_admin())
$$;
REVOKE ALL ON FUNCTION sec.find_by_address(bytea, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.find_by_address(bytea, bytea) TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.find_by_address(bytea, bytea) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
