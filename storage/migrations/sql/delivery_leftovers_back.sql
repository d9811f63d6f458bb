-- Large is what reaches many in either way, and sales are looked for among all orders.

CREATE OR REPLACE FUNCTION sec.taken_up(p_campaign uuid)
RETURNS TABLE (
    button smallint, people bigint, currency text, orders bigint, tickets bigint, amount numeric
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT n.* FROM public.campaigns c CROSS JOIN LATERAL public.taken_up(c.id) n
    WHERE c.id = p_campaign AND (
        c.organizer_id = ANY ((SELECT sec.houses())::uuid[]) OR (SELECT sec.is_admin())
    )
$$;
CREATE OR REPLACE FUNCTION public.taken_up(p_campaign uuid)
RETURNS TABLE (
    button smallint, people bigint, currency text, orders bigint, tickets bigint, amount numeric
)
LANGUAGE sql STABLE
AS $$
    SELECT t.button, count(*), NULL, NULL::bigint, NULL::bigint, NULL::numeric
    FROM public.campaign_taps t WHERE t.campaign_id = p_campaign
    GROUP BY t.button
    UNION ALL
    SELECT NULL, NULL, o.currency, count(*), sum(l.tickets)::bigint, sum(l.amount)
    FROM public.campaigns c
    JOIN public.campaign_taps t ON t.campaign_id = c.id
    JOIN public.orders o ON o.user_id = t.user_id AND o.status = 'completed'
    JOIN public.events e ON e.id = o.event_id AND e.organizer_id = c.organizer_id
    CROSS JOIN LATERAL (
        SELECT min(x.created_at) FILTER (WHERE x.kind = 'sold') AS sold_at,
               sum(x.count) FILTER (WHERE x.kind IN ('sold', 'taken_back')) AS tickets,
               sum(x.count * x.unit_price) AS amount
        FROM public.ledger_lines x WHERE x.order_id = o.id
    ) l
    WHERE c.id = p_campaign AND l.tickets > 0
      AND l.sold_at BETWEEN t.tapped_at AND t.tapped_at + interval '7 days'
      AND NOT EXISTS (
        SELECT FROM public.campaign_taps y JOIN public.campaigns k ON k.id = y.campaign_id
        WHERE y.user_id = t.user_id AND y.tapped_at <= l.sold_at
          AND (y.tapped_at, y.campaign_id) > (t.tapped_at, t.campaign_id)
          AND k.organizer_id = c.organizer_id
    )
    GROUP BY o.currency
$$;
CREATE FUNCTION sec.is_large(
    p_purpose public.campaign_purpose, p_audience public.campaign_audience, p_house uuid,
    p_city text, p_event uuid
)
RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_most CONSTANT integer := (
        SELECT s.value FROM public.settings s WHERE s.name = 'approval_above_people'
    );
BEGIN
    RETURN p_purpose = 'marketing' AND (
        (
            SELECT count(*) > v_most
            FROM sec.audience(
                p_purpose, p_audience, p_house, p_city, p_event,
                '00000000-0000-0000-0000-000000000000', v_most + 1
            )
        ) OR (
            SELECT count(*) > v_most
            FROM sec.letter_audience(
                p_purpose, p_audience, p_house, p_city, p_event,
                '00000000-0000-0000-0000-000000000000', v_most + 1
            )
        )
    );
END
$$;
REVOKE ALL ON FUNCTION
    sec.is_large(campaign_purpose, campaign_audience, uuid, text, uuid)
FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION
    sec.is_large(campaign_purpose, campaign_audience, uuid, text, uuid)
OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
CREATE OR REPLACE FUNCTION sec.require_second_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_most CONSTANT integer := (
        SELECT s.value FROM public.settings s WHERE s.name = 'approval_above_people'
    );
BEGIN
    IF TG_OP = 'UPDATE' THEN
        NEW.created_by := OLD.created_by;
        IF NEW.launched_at IS NULL AND (
            (NEW.meta_data, NEW.purpose, NEW.audience, NEW.city, NEW.event_id, NEW.part)
            IS DISTINCT FROM
            (OLD.meta_data, OLD.purpose, OLD.audience, OLD.city, OLD.event_id, OLD.part)
            OR NEW.organizer_id <> OLD.organizer_id
        ) THEN
            NEW.decided_by := NULL;
            NEW.decided_at := NULL;
        ELSIF NEW.decided_by IS DISTINCT FROM OLD.decided_by
            AND NEW.decided_by <> coalesce(sec.uid(), NEW.decided_by)
        THEN
            RAISE EXCEPTION 'somebody decides in the name of another' USING ERRCODE = 'FP006';
        END IF;
    END IF;
    IF NEW.status IN ('scheduled', 'active')
        AND (TG_OP = 'INSERT' OR OLD.launched_at IS NULL)
        AND (NEW.decided_by IS NULL OR NEW.declined_why IS NOT NULL)
        AND (CASE
            WHEN NEW.part IS NULL THEN
                sec.is_large(NEW.purpose, NEW.audience, NEW.organizer_id, NEW.city, NEW.event_id)
            ELSE NEW.purpose = 'marketing' AND (
                SELECT count(*) > v_most FROM sec.part_of_audience(
                    NEW.purpose, NEW.audience, NEW.organizer_id, NEW.event_id, NEW.part,
                    '00000000-0000-0000-0000-000000000000', v_most + 1
                )
            )
        END)
    THEN
        NEW.status := 'awaiting_approval';
        NEW.launched_at := NULL;
        NEW.asked_at := coalesce(NEW.asked_at, now());
    END IF;
    RETURN NEW;
END
$$;
DROP FUNCTION
    sec.is_large(campaign_type, campaign_purpose, campaign_audience, uuid, text, uuid, text);
