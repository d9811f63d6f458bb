-- Who runs the portal sees what they are to decide or to answer, and nothing else of anybody; the
-- rest stands masked before them until they say why they look (sec.reveal).

-- Whose registration lies before who acts: it waits, or they have just decided it and look at what
-- became of it.
CREATE FUNCTION sec.under_review(p_trade public.trade) RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
    SELECT ARRAY(
        SELECT a.user_id FROM public.approvals a
        WHERE sec.is_admin() AND a.trade = coalesce(p_trade, a.trade) AND (
            a.status = 'pending'
            OR a.decided_by = sec.uid() AND a.decided_at > now() - interval '15 minutes'
        )
    )
$$;

-- Whom who acts knows by name for what lies before them: who registers, the guardians of those
-- who are under age, and who asks the house.
CREATE FUNCTION sec.before_me() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NOT sec.is_admin() THEN
        RETURN '{}';
    END IF;
    RETURN ARRAY(
        SELECT unnest(sec.under_review(NULL))
        UNION
        SELECT g.guardian_id FROM public.guardian_consents g
        WHERE g.user_id = ANY (sec.under_review('model')) AND g.guardian_id IS NOT NULL
        UNION
        SELECT q.user_id FROM public.enquiries q
        WHERE q.status = 'open'
        OR q.answered_by = sec.uid() AND q.answered_at > now() - interval '15 minutes'
    );
END
$$;

-- How many people there are, for who runs the portal; others count themselves.
CREATE FUNCTION sec.people() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT count(*) FROM public.users u
    WHERE (SELECT sec.is_admin()) OR u.id = (SELECT sec.uid())
$$;

GRANT SELECT ON approvals, guardian_consents, enquiries TO portal_definer;
REVOKE ALL ON FUNCTION sec.under_review(trade), sec.before_me(), sec.people() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.under_review(trade), sec.before_me(), sec.people() TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.under_review(trade) OWNER TO portal_definer;
ALTER FUNCTION sec.before_me() OWNER TO portal_definer;
ALTER FUNCTION sec.people() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

ALTER POLICY see ON users USING (
    id = (SELECT sec.uid())
    OR (SELECT sec.is_house())
    OR id = ANY ((SELECT sec.before_me())::uuid[])
    OR EXISTS (
        SELECT FROM tickets t WHERE t.user_id = users.id
        AND t.event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
    )
    OR EXISTS (
        SELECT FROM event_staff s WHERE s.user_id = users.id
        AND s.event_id = ANY ((SELECT sec.events_as('{manager,marketing,supervisor,steward}'))::uuid[])
    )
    OR EXISTS (
        SELECT FROM events e WHERE e.organizer_id = users.id
        AND e.id = ANY ((SELECT sec.events_as('{manager,marketing,supervisor,steward}'))::uuid[])
    )
    OR EXISTS (
        SELECT FROM notifications n JOIN campaigns c ON c.id = n.campaign_id
        WHERE n.user_id = users.id AND n.status = 'unknown'
        AND c.organizer_id = ANY ((SELECT sec.houses())::uuid[])
    )
);
ALTER POLICY see ON user_profiles 
USING (
    user_id = (SELECT sec.uid())
    OR user_id = ANY ((SELECT sec.under_review('organizer'))::uuid[])
);
ALTER POLICY see ON models USING (
    user_id = (SELECT sec.uid()) OR (SELECT sec.is_house())
    OR user_id = ANY ((SELECT sec.under_review('model'))::uuid[])
);
ALTER POLICY change ON models 
USING (
    user_id = (SELECT sec.uid()) OR (SELECT sec.is_house())
    OR user_id = ANY ((SELECT sec.under_review('model'))::uuid[])
)
WITH CHECK (
    (user_id = (SELECT sec.uid()) OR (SELECT sec.is_house()))
    AND approval_status IN ('draft', 'pending')
    OR user_id = ANY ((SELECT sec.under_review('model'))::uuid[])
);
