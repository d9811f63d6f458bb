-- A context may say what asked for the work, too: an update of a bot, a job, a command. The parts
-- of a context that is signed, and not over: capacity, person, what asked. NULL for any other.

CREATE OR REPLACE FUNCTION sec.context() RETURNS text[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_parts CONSTANT text[] := string_to_array(current_setting('app.context', true), '|');
    v_last CONSTANT integer := coalesce(cardinality(v_parts), 0);
    v_key sec.context_keys;
BEGIN
    IF v_last NOT IN (5, 6) THEN
        RETURN NULL;
    END IF;
    SELECT k.* INTO v_key FROM sec.context_keys k WHERE k.kid = v_parts[1] AND k.retired_at IS NULL;
    IF NOT FOUND OR v_parts[v_last] <> encode(sha256(v_key.outer_block || sha256(
        v_key.inner_block
        || convert_to(array_to_string(v_parts[1:v_last - 1], '|'), 'UTF8')
    )), 'hex') THEN
        RETURN NULL;
    END IF;
    -- From here on every part is as we wrote it.
    IF v_parts[4]::bigint <= extract(epoch FROM now()) THEN
        RETURN NULL;
    END IF;
    RETURN v_parts[2:3] || CASE WHEN v_last = 6 THEN v_parts[5] END;
END
$$;
