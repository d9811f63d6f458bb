-- Words of promo codes are not guessed without end (docs/decisions/0032-guessing-codes.md).

-- How many wrong words a person sent, counted from `since` on.
CREATE TABLE promo_tries (
    user_id UUID NOT NULL,
    wrong INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_promo_tries_wrong_positive CHECK ("wrong" >= 0),
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_promo_tries PRIMARY KEY (user_id),
    CONSTRAINT fk_promo_tries_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE INDEX ix_promo_tries_since ON promo_tries (since);

ALTER TABLE promo_tries ENABLE ROW LEVEL SECURITY;
ALTER TABLE promo_tries FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON promo_tries TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON promo_tries TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON promo_tries TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON promo_tries TO portal_definer;
GRANT SELECT, DELETE ON promo_tries TO portal_worker;

-- A code as `sec.promo_terms` tells it, or the reason `unknown`, which counts; or `later`, until
-- `free_at`, after `p_most` of those within `p_window`, whatever the word is. Who guesses with many
-- hands guesses one after the other. A right word is no reason to forget the wrong ones.
CREATE FUNCTION sec.try_promo(
    p_event uuid, p_handle text, p_most integer, p_window interval, p_now timestamptz
)
RETURNS TABLE (code text, reason text, effect public.promo_effect, percent integer, amount numeric,
    "left" integer, valid_until timestamptz, free_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
#variable_conflict use_column
DECLARE
    v_who CONSTANT uuid := sec.uid();
    v_tried public.promo_tries;
BEGIN
    IF v_who IS NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(uuid_hash(v_who), hashtext('promo_tries'));
    SELECT t.* INTO v_tried FROM public.promo_tries t
    WHERE t.user_id = v_who AND t.since > p_now - p_window;
    IF v_tried.wrong >= p_most THEN
        reason := 'later';
        free_at := v_tried.since + p_window;
        RETURN NEXT;
        RETURN;
    END IF;
    RETURN QUERY
    SELECT t.*, NULL::timestamptz FROM sec.promo_terms(p_event, p_handle, p_now) t;
    IF NOT FOUND THEN
        INSERT INTO public.promo_tries (user_id, wrong, since)
        VALUES (v_who, 1, p_now)
        ON CONFLICT (user_id) DO UPDATE
        SET wrong = coalesce(v_tried.wrong, 0) + 1, since = coalesce(v_tried.since, p_now);
        reason := 'unknown';
        RETURN NEXT;
    END IF;
END
$$;

REVOKE ALL ON FUNCTION sec.try_promo(uuid, text, integer, interval, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.try_promo(uuid, text, integer, interval, timestamptz) TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.try_promo(uuid, text, integer, interval, timestamptz) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- A migration comes before there is a month to tell it in.
ALTER TABLE settings DISABLE TRIGGER audit;
INSERT INTO settings (name, value, lowest, highest) VALUES ('promo_tries', 10, 3, 100);
ALTER TABLE settings ENABLE TRIGGER audit;
