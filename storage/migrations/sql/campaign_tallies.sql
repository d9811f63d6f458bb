-- How far each campaign has come, counted as its deliveries change: to count a million rows takes
-- seconds (docs/decisions/0033-tallies.md).

-- What changed, to be added up: so many deliveries more, or fewer, stand so. `reason` says why some
-- wait or were skipped.
CREATE TABLE campaign_tallies (
    id UUID DEFAULT uuidv7() NOT NULL,
    campaign_id UUID NOT NULL,
    status notification_status NOT NULL,
    reason TEXT CONSTRAINT ck_campaign_tallies_reason_length CHECK (char_length("reason") <= 16),
    people INTEGER NOT NULL,
    CONSTRAINT pk_campaign_tallies PRIMARY KEY (id),
    CONSTRAINT fk_campaign_tallies_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaigns (id),
    CONSTRAINT ck_campaign_tallies_people_change CHECK (people <> 0)
);
CREATE INDEX ix_campaign_tallies_campaign_id ON campaign_tallies (campaign_id);

CREATE FUNCTION sec.tally() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO public.campaign_tallies (campaign_id, status, people)
        SELECT campaign_id, status, count(*) FROM came WHERE campaign_id IS NOT NULL
        GROUP BY campaign_id, status;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO public.campaign_tallies (campaign_id, status, reason, people)
        SELECT campaign_id, status, reason, -count(*) FROM (
            SELECT campaign_id, status,
                   CASE WHEN last_error IN ('capped', 'quiet') THEN last_error END AS reason
            FROM went WHERE campaign_id IS NOT NULL
        ) gone
        GROUP BY campaign_id, status, reason;
    ELSE
        INSERT INTO public.campaign_tallies (campaign_id, status, reason, people)
        SELECT campaign_id, status, reason, sum(people) FROM (
            SELECT campaign_id, status, 1 AS people,
                   CASE WHEN last_error IN ('capped', 'quiet') THEN last_error END AS reason
            FROM came WHERE campaign_id IS NOT NULL
            UNION ALL
            SELECT campaign_id, status, -1,
                   CASE WHEN last_error IN ('capped', 'quiet') THEN last_error END
            FROM went WHERE campaign_id IS NOT NULL
        ) change
        GROUP BY campaign_id, status, reason HAVING sum(people) <> 0;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER tally_insert AFTER INSERT ON notifications
REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION sec.tally();
CREATE TRIGGER tally_update AFTER UPDATE ON notifications
REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION sec.tally();
CREATE TRIGGER tally_delete AFTER DELETE ON notifications
REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION sec.tally();

INSERT INTO campaign_tallies (campaign_id, status, reason, people)
SELECT campaign_id, status, CASE WHEN last_error IN ('capped', 'quiet') THEN last_error END, count(*)
FROM notifications WHERE campaign_id IS NOT NULL GROUP BY 1, 2, 3;

REVOKE ALL ON FUNCTION sec.tally() FROM PUBLIC;
GRANT SELECT ON campaign_tallies TO portal_app;
GRANT SELECT, INSERT, DELETE ON campaign_tallies TO portal_worker;
GRANT INSERT ON campaign_tallies TO portal_definer;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.tally() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
