-- Who came by a campaign's buttons, what they bought then, and a campaign's result as a file
-- (docs/decisions/0030-following.md).

-- The first time that a person opened one of a campaign's buttons, whoever they are: a message may
-- have been passed on. `button` is its place among the campaign's, from 1.
CREATE TABLE campaign_taps (
    campaign_id UUID NOT NULL,
    user_id UUID NOT NULL,
    button SMALLINT NOT NULL,
    tapped_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_campaign_taps PRIMARY KEY (campaign_id, user_id),
    CONSTRAINT fk_campaign_taps_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaigns (id),
    CONSTRAINT fk_campaign_taps_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT ck_campaign_taps_button_positive CHECK (button > 0)
);
CREATE INDEX ix_campaign_taps_user_id_tapped_at ON campaign_taps (user_id, tapped_at);
CREATE INDEX ix_campaign_taps_tapped_at ON campaign_taps (tapped_at);

-- A file with a campaign's result that somebody asked for, until it is theirs. `outcome` is a word
-- of ours.
CREATE TABLE campaign_files (
    id UUID DEFAULT uuidv7() NOT NULL,
    campaign_id UUID NOT NULL,
    user_id UUID NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    progress INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_campaign_files_progress_positive CHECK ("progress" >= 0),
    attempts INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_campaign_files_attempts_positive CHECK ("attempts" >= 0),
    bar_chat_id BIGINT,
    bar_message_id BIGINT,
    done_at TIMESTAMP WITH TIME ZONE,
    outcome TEXT CONSTRAINT ck_campaign_files_outcome_length CHECK (char_length("outcome") <= 16),
    CONSTRAINT pk_campaign_files PRIMARY KEY (id),
    CONSTRAINT fk_campaign_files_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaigns (id),
    CONSTRAINT fk_campaign_files_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT ck_campaign_files_done_has_outcome CHECK ((done_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX uq_campaign_files_open ON campaign_files (user_id, campaign_id)
WHERE done_at IS NULL;
CREATE INDEX ix_campaign_files_user_id ON campaign_files (user_id, id);
CREATE INDEX ix_campaign_files_campaign_id ON campaign_files (campaign_id);
CREATE INDEX ix_campaign_files_starts_at ON campaign_files (starts_at) WHERE done_at IS NULL;
CREATE INDEX ix_campaign_files_asked_at ON campaign_files (asked_at);

-- Who acts came by a button of a campaign that has left: kept the first time. A campaign that is
-- none, or has no such button, is passed over in silence; so is who lets their data rest.
CREATE FUNCTION sec.tap_campaign(p_campaign uuid, p_payload text, p_now timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    INSERT INTO public.campaign_taps (campaign_id, user_id, button, tapped_at)
    SELECT c.id, u.id, l.place, p_now
    FROM public.campaigns c
    JOIN public.users u ON u.id = (SELECT sec.uid()) AND u.restricted_at IS NULL
    CROSS JOIN LATERAL jsonb_array_elements(c.meta_data -> 'links')
        WITH ORDINALITY AS l (link, place)
    WHERE c.id = p_campaign AND c.launched_at IS NOT NULL AND l.link ->> 0 = p_payload
    ORDER BY l.place LIMIT 1
    ON CONFLICT DO NOTHING
$$;

-- What came of a campaign's buttons, numbers alone: a row for each that somebody came by first, and
-- one a currency for the orders of its house that those people were sold within seven days, each
-- given to the campaign of that house that they came by last. An order of which no ticket is left
-- is none; of the others counts what is left.
CREATE FUNCTION public.taken_up(p_campaign uuid)
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

-- The same for who speaks for the house that wrote.
CREATE FUNCTION sec.taken_up(p_campaign uuid)
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

DO $$
DECLARE
    v_table text;
    v_role text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['campaign_taps', 'campaign_files'] LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', v_table);
        FOREACH v_role IN ARRAY ARRAY['owner', 'definer', 'worker'] LOOP
            EXECUTE format(
                'CREATE POLICY %I ON public.%I TO %I USING (true) WITH CHECK (true)',
                v_role, v_table, 'portal_' || v_role
            );
        END LOOP;
    END LOOP;
END
$$;
-- Who came by a button is nobody's to see but theirs.
CREATE POLICY see ON campaign_taps FOR SELECT TO portal_app USING (user_id = (SELECT sec.uid()));
CREATE POLICY see ON campaign_files FOR SELECT TO portal_app USING (user_id = (SELECT sec.uid()));
CREATE POLICY add ON campaign_files FOR INSERT TO portal_app WITH CHECK (
    user_id = (SELECT sec.uid())
    AND EXISTS (SELECT FROM campaigns c WHERE c.id = campaign_id AND c.launched_at IS NOT NULL)
);
CREATE POLICY change ON campaign_files FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
GRANT SELECT ON campaign_taps TO portal_app;
GRANT SELECT, INSERT (id, campaign_id, user_id, asked_at, starts_at) ON campaign_files TO portal_app;
GRANT UPDATE (bar_chat_id, bar_message_id) ON campaign_files TO portal_app;
GRANT SELECT, INSERT ON campaign_taps TO portal_definer;
GRANT SELECT ON campaign_files TO portal_definer;
GRANT SELECT, DELETE ON campaign_taps TO portal_worker;
GRANT SELECT, UPDATE, DELETE ON campaign_files TO portal_worker;
REVOKE ALL ON FUNCTION
    sec.tap_campaign(uuid, text, timestamptz), public.taken_up(uuid), sec.taken_up(uuid)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.tap_campaign(uuid, text, timestamptz), sec.taken_up(uuid)
TO portal_app;
GRANT EXECUTE ON FUNCTION public.taken_up(uuid) TO portal_worker, portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.tap_campaign(uuid, text, timestamptz) OWNER TO portal_definer;
ALTER FUNCTION sec.taken_up(uuid) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
SELECT sec.audit('campaign_files', 'id', '{}', '{bar_chat_id,bar_message_id,outcome}', '{}', '{progress,attempts,starts_at}');
