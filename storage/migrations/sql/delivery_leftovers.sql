-- What campaigns left over: who counts as many, and sales that are found in time.

-- Whether a second person must agree: for marketing to more people than the house rule says, counted
-- as it goes: in the chat or by letter. A post stands for everybody; the house's people in the chat
-- say how many read it.
CREATE FUNCTION sec.is_large(
    p_channel public.campaign_type, p_purpose public.campaign_purpose,
    p_audience public.campaign_audience, p_house uuid, p_city text, p_event uuid, p_part text
)
RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_most CONSTANT integer := (
        SELECT s.value FROM public.settings s WHERE s.name = 'approval_above_people'
    );
    v_nobody CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    IF p_purpose <> 'marketing' THEN
        RETURN false;
    ELSIF p_part IS NOT NULL THEN
        RETURN (
            SELECT count(*) > v_most FROM sec.part_of_audience(
                p_purpose, p_audience, p_house, p_event, p_part, v_nobody, v_most + 1
            )
        );
    ELSIF p_channel = 'email' THEN
        RETURN (
            SELECT count(*) > v_most FROM sec.letter_audience(
                p_purpose, p_audience, p_house, p_city, p_event, v_nobody, v_most + 1
            )
        );
    END IF;
    RETURN (
        SELECT count(*) > v_most FROM sec.audience(
            p_purpose, p_audience, p_house, p_city, p_event, v_nobody, v_most + 1
        )
    );
END
$$;

-- A large campaign that nobody else agreed to does not leave, whoever says so: it waits for the
-- second person. What they agreed to is its content and its way; changed, it wants another yes.
CREATE OR REPLACE FUNCTION sec.require_second_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        NEW.created_by := OLD.created_by;
        IF NEW.launched_at IS NULL AND (
            (NEW.meta_data, NEW.type, NEW.purpose, NEW.audience, NEW.city, NEW.event_id, NEW.part)
            IS DISTINCT FROM
            (OLD.meta_data, OLD.type, OLD.purpose, OLD.audience, OLD.city, OLD.event_id, OLD.part)
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
        AND sec.is_large(
            NEW.type, NEW.purpose, NEW.audience, NEW.organizer_id, NEW.city, NEW.event_id, NEW.part
        )
    THEN
        NEW.status := 'awaiting_approval';
        NEW.launched_at := NULL;
        NEW.asked_at := coalesce(NEW.asked_at, now());
    END IF;
    RETURN NEW;
END
$$;
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.is_large(campaign_purpose, campaign_audience, uuid, text, uuid);
REVOKE ALL ON FUNCTION
    sec.is_large(campaign_type, campaign_purpose, campaign_audience, uuid, text, uuid, text)
FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION
    sec.is_large(campaign_type, campaign_purpose, campaign_audience, uuid, text, uuid, text)
OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- What came of a campaign's buttons, as before (`following`). Only what its house sold to who came by
-- one is looked up in the ledger, and not all that those people ever bought anywhere.
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
    SELECT NULL, NULL, b.currency, count(*), sum(l.tickets)::bigint, sum(l.amount)
    FROM (
        WITH bought AS MATERIALIZED (
            SELECT t.user_id, t.campaign_id, t.tapped_at, c.organizer_id, o.id, o.currency
            FROM public.campaigns c
            JOIN public.events e ON e.organizer_id = c.organizer_id
            JOIN public.orders o ON o.event_id = e.id AND o.status = 'completed'
            JOIN public.campaign_taps t ON t.campaign_id = c.id AND t.user_id = o.user_id
            WHERE c.id = p_campaign
        )
        SELECT * FROM bought
    ) b
    CROSS JOIN LATERAL (
        SELECT min(x.created_at) FILTER (WHERE x.kind = 'sold') AS sold_at,
               sum(x.count) FILTER (WHERE x.kind IN ('sold', 'taken_back')) AS tickets,
               sum(x.count * x.unit_price) AS amount
        FROM public.ledger_lines x WHERE x.order_id = b.id
    ) l
    WHERE l.tickets > 0
      AND l.sold_at BETWEEN b.tapped_at AND b.tapped_at + interval '7 days'
      AND NOT EXISTS (
        SELECT FROM public.campaign_taps y JOIN public.campaigns k ON k.id = y.campaign_id
        WHERE y.user_id = b.user_id AND y.tapped_at <= l.sold_at
          AND (y.tapped_at, y.campaign_id) > (b.tapped_at, b.campaign_id)
          AND k.organizer_id = b.organizer_id
    )
    GROUP BY b.currency
$$;

-- The same for who speaks for the house that wrote; planned for this campaign, however many others.
CREATE OR REPLACE FUNCTION sec.taken_up(p_campaign uuid)
RETURNS TABLE (
    button smallint, people bigint, currency text, orders bigint, tickets bigint, amount numeric
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF sec.is_admin() OR EXISTS (
        SELECT FROM public.campaigns c
        WHERE c.id = p_campaign AND c.organizer_id = ANY (sec.houses())
    ) THEN
        RETURN QUERY SELECT * FROM public.taken_up(p_campaign);
    END IF;
END
$$;
