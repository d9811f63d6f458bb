-- Common functions: bounds of partitions, and the moment of the last change.

CREATE FUNCTION public.uuid_floor(p_at timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT (lpad(to_hex((extract(epoch FROM p_at) * 1000)::bigint), 12, '0')
            || '70008000000000000000')::uuid
$$;

CREATE FUNCTION public.touch() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE TRIGGER touch BEFORE UPDATE ON public.users
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.touch();
CREATE TRIGGER touch BEFORE UPDATE ON public.events
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.touch();
CREATE TRIGGER touch BEFORE UPDATE ON public.orders
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.touch();
