-- Thirty looks within an hour, as it was.

-- Look at one sealed field of a person, as who runs the portal or as support: the reason is kept,
-- one line a look, and the ciphertext comes back for whoever has the keys. No row where there is
-- nothing to see. Raises 42501 for others, 22023 for an unknown field or without a reason, FP003
-- after thirty looks within an hour.
CREATE OR REPLACE FUNCTION sec.reveal(p_entity text, p_person uuid, p_field text, p_reason text)
RETURNS TABLE (look uuid, row_key text, record text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_who CONSTANT uuid := sec.uid();
    v_role CONSTANT text := coalesce(nullif(current_setting('role'), 'none'), session_user::text);
    v_by CONSTANT text := CASE WHEN sec.is_admin() THEN 'administrator' ELSE session_user::text END;
BEGIN
    IF NOT sec.is_admin() AND v_role <> 'portal_support' THEN
        RAISE EXCEPTION 'not available' USING ERRCODE = '42501';
    END IF;
    IF p_reason IS NULL OR char_length(btrim(p_reason)) NOT BETWEEN 3 AND 500 THEN
        RAISE EXCEPTION 'say why, in 3 to 500 characters' USING ERRCODE = '22023';
    END IF;
    SELECT v.row_key, v.record INTO row_key, record
    FROM sec.sealed_value(p_entity, p_person, p_field) v;
    IF record IS NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('reveal ' || coalesce(v_who::text, v_by), 0));
    IF (
        SELECT count(*) >= 30 FROM public.audit_logs a
        WHERE a.category = 'reveal' AND a.id >= public.uuid_floor(now() - interval '1 hour')
        AND CASE WHEN v_who IS NULL THEN a.user_id IS NULL ELSE a.user_id = v_who END
    ) THEN
        RAISE EXCEPTION 'too many looks within an hour' USING ERRCODE = 'FP003';
    END IF;
    INSERT INTO public.audit_logs (user_id, category, action, entity_type, entity_id, changes)
    VALUES (
        v_who, 'reveal', 'reveal', p_entity, p_person,
        jsonb_build_object('field', p_field, 'reason', btrim(p_reason), 'by', v_by)
    )
    RETURNING id INTO look;
    RETURN NEXT;
END
$$;
