-- The one place where quota counters change. Locks are always taken in this order: orders,
-- user_quota, quotas by id, ticket_types by id.

-- What stands in the way of taking `p_delta` more of `p_types`, if anything does: at most one row.
-- `p_rule`: public (closed pools and claims of waiting people count), granted (only sizes count),
-- forced (nothing counts). `reason`: gone (sold alone leaves too few), ordered (closed, or due to
-- waiting people), held (others hold them for minutes), no_quota (belongs to no pool).
CREATE FUNCTION public.quota_shortage(p_types uuid[], p_delta integer[], p_rule text)
RETURNS TABLE (short_type uuid, quota_id uuid, reason text, "left" integer)
LANGUAGE sql STABLE
AS $$
    SELECT w.type, q.id,
        CASE
            WHEN q.id IS NULL THEN 'no_quota'
            WHEN q.sold + w.need > q.size THEN 'gone'
            WHEN q.closed OR q.waiting_claim THEN 'ordered'
            ELSE 'held'
        END,
        CASE
            WHEN q.id IS NULL OR q.closed OR q.waiting_claim THEN 0
            ELSE greatest(q.size - q.sold - q.held, 0)
        END
    FROM (
        SELECT b.type, b.n, l.quota_id,
            (sum(b.delta) OVER (PARTITION BY l.quota_id))::integer AS need
        FROM unnest(p_types, p_delta) WITH ORDINALITY AS b (type, delta, n)
        LEFT JOIN public.quota_ticket_types l ON l.ticket_type_id = b.type
    ) w
    LEFT JOIN public.quotas q ON q.id = w.quota_id
    WHERE w.need > 0 AND p_rule <> 'forced' AND (
        q.id IS NULL
        OR p_rule = 'public' AND (q.closed OR q.waiting_claim)
        OR q.sold + q.held + w.need > q.size
    )
    ORDER BY 4, w.n
    LIMIT 1
$$;

-- Moves units of `p_types`: `p_held` and `p_sold` (NULL: nothing) are added to the counters of
-- every pool that each type draws from, pool after pool in the order of their ids. Raises FP001
-- where one of them does not fit under `p_rule`, or a type that would be taken is in no pool, so
-- the caller undoes all or nothing. A forced move raises `size_floor`, so that the CHECK lets the
-- surplus stand.
CREATE FUNCTION public.quota_shift(
    p_types uuid[], p_held integer[], p_sold integer[], p_rule text
)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_ids uuid[];
    v_held integer[];
    v_sold integer[];
    v_edge boolean;
    v_edges uuid[];
BEGIN
    IF cardinality(p_types) = 1 THEN
        v_ids := ARRAY(
            SELECT l.quota_id FROM public.quota_ticket_types l
            WHERE l.ticket_type_id = p_types[1] ORDER BY l.quota_id
        );
        IF v_ids = '{}' THEN
            v_ids := ARRAY[NULL];
        END IF;
        v_held := array_fill(coalesce(p_held[1], 0), ARRAY[cardinality(v_ids)]);
        v_sold := array_fill(coalesce(p_sold[1], 0), ARRAY[cardinality(v_ids)]);
    ELSE
        SELECT array_agg(d.id ORDER BY d.id), array_agg(d.held ORDER BY d.id),
            array_agg(d.sold ORDER BY d.id)
        INTO v_ids, v_held, v_sold
        FROM (
            SELECT l.quota_id AS id, coalesce(sum(b.held), 0)::integer AS held,
                coalesce(sum(b.sold), 0)::integer AS sold
            FROM unnest(p_types, p_held, p_sold) AS b (type, held, sold)
            LEFT JOIN public.quota_ticket_types l ON l.ticket_type_id = b.type
            GROUP BY l.quota_id
        ) d;
    END IF;
    FOR i IN 1..coalesce(cardinality(v_ids), 0) LOOP
        UPDATE public.quotas q
        SET held = q.held + v_held[i], sold = q.sold + v_sold[i]
        WHERE q.id = v_ids[i] AND (
            v_held[i] + v_sold[i] <= 0
            OR (q.size IS NULL OR q.sold + q.held + v_held[i] + v_sold[i] <= q.size)
            AND (p_rule = 'granted' OR NOT (q.closed OR q.waiting_claim))
        )
        RETURNING new.size IS NOT NULL
            AND (old.sold + old.held >= old.size) <> (new.sold + new.held >= new.size)
        INTO v_edge;
        IF NOT FOUND AND v_held[i] + v_sold[i] > 0 THEN
            IF p_rule <> 'forced' THEN
                RAISE EXCEPTION 'quota % is too small', v_ids[i] USING ERRCODE = 'FP001';
            END IF;
            UPDATE public.quotas q
            SET held = q.held + v_held[i], sold = q.sold + v_sold[i],
                size_floor = greatest(q.size_floor, q.sold + q.held + v_held[i] + v_sold[i])
            WHERE q.id = v_ids[i];
            v_edge := true;
        END IF;
        IF v_edge THEN
            v_edges := v_edges || v_ids[i];
        END IF;
    END LOOP;
    IF v_edges IS NOT NULL THEN
        PERFORM public.quota_refresh_sold_out(v_edges);
    END IF;
END
$$;

-- Writes `sold_out` or `active` on the ticket types of `p_quotas`, as their pools stand now.
CREATE FUNCTION public.quota_refresh_sold_out(p_quotas uuid[]) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    v_types uuid[];
BEGIN
    v_types := ARRAY(
        SELECT DISTINCT l.ticket_type_id FROM public.quota_ticket_types l
        WHERE l.quota_id = ANY (p_quotas)
    );
    PERFORM FROM public.ticket_types t WHERE t.id = ANY (v_types) ORDER BY t.id FOR NO KEY UPDATE;
    UPDATE public.ticket_types t
    SET status = now_is.status
    FROM (
        SELECT l.ticket_type_id, CASE
            WHEN bool_or(q.sold + q.held >= q.size) THEN 'sold_out'::public.ticket_type_status
            ELSE 'active'
        END AS status
        FROM public.quota_ticket_types l
        JOIN public.quotas q ON q.id = l.quota_id
        WHERE l.ticket_type_id = ANY (v_types)
        GROUP BY l.ticket_type_id
    ) now_is
    WHERE t.id = now_is.ticket_type_id
        AND t.status <> 'inactive' AND t.status <> now_is.status;
END
$$;

-- Takes off what persons have of limited types. Rows that are not there, of types without a
-- limit, stay away.
CREATE FUNCTION public.user_quota_return(p_users uuid[], p_types uuid[], p_quantities integer[])
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM FROM public.user_quota u
    JOIN unnest(p_users, p_types) AS d (person, type)
        ON u.user_id = d.person AND u.ticket_type_id = d.type
    ORDER BY u.user_id, u.ticket_type_id
    FOR NO KEY UPDATE OF u;
    UPDATE public.user_quota u
    SET taken = greatest(u.taken - d.quantity, 0)
    FROM (
        SELECT b.person, b.type, sum(b.quantity)::integer AS quantity
        FROM unnest(p_users, p_types, p_quantities) AS b (person, type, quantity)
        GROUP BY b.person, b.type
    ) d
    WHERE u.user_id = d.person AND u.ticket_type_id = d.type;
END
$$;
