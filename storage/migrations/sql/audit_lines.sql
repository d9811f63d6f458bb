-- What the audit tells who runs the portal. That messages left, told a statement at a time, would push
-- aside what people did: it stays in the table, and is not part of the list of everything.
CREATE OR REPLACE FUNCTION sec.audit_lines(p_person uuid, p_like uuid, p_before uuid, p_limit integer)
RETURNS TABLE (
    id uuid, at timestamptz, user_id uuid, mask text, capacity text, request text,
    category public.audit_category, action text, entity_type text, entity_id uuid, changes jsonb
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
#variable_conflict use_column
DECLARE
    v_type text;
    v_id uuid;
BEGIN
    IF NOT sec.is_admin() THEN
        RETURN;
    END IF;
    SELECT a.entity_type, a.entity_id INTO v_type, v_id
    FROM public.audit_logs a WHERE a.id = p_like;
    RETURN QUERY
    SELECT a.id, a.created_at, a.user_id, u.full_name_mask, a.capacity, a.request, a.category,
        a.action, a.entity_type, a.entity_id, a.changes
    FROM (
        (
            SELECT l.* FROM public.audit_logs l
            WHERE p_person IS NOT NULL AND l.user_id = p_person AND l.id < p_before
            ORDER BY l.id DESC LIMIT p_limit
        )
        UNION ALL
        (
            SELECT l.* FROM public.audit_logs l
            WHERE p_like IS NOT NULL AND l.entity_type = v_type AND l.entity_id = v_id
            AND l.id < p_before
            ORDER BY l.id DESC LIMIT p_limit
        )
        UNION ALL
        (
            SELECT l.* FROM public.audit_logs l
            WHERE p_person IS NULL AND p_like IS NULL AND l.id < p_before
            AND NOT (l.entity_type = 'notifications' AND l.entity_id IS NULL)
            ORDER BY l.id DESC LIMIT p_limit
        )
    ) a
    LEFT JOIN public.users u ON u.id = a.user_id
    ORDER BY a.id DESC LIMIT p_limit;
END
$$;
