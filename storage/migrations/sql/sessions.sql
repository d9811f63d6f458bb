-- Signing in on the web: one-time links from the chat, passwords, sessions. Who comes from there is
-- nobody yet: the functions below want a context that the portal signs for its web pages alone, and
-- the digest of a secret besides, or the hash that a password was checked against. Nobody makes a
-- session in any other way (docs/decisions/0017-web-sessions.md).

CREATE TYPE web_purpose AS ENUM ('sign_in', 'password');
CREATE TYPE try_kind AS ENUM ('account', 'address');

CREATE TABLE web_links (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    digest TEXT NOT NULL CONSTRAINT ck_web_links_digest_length CHECK (char_length("digest") <= 64),
    purpose web_purpose NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_web_links PRIMARY KEY (id),
    CONSTRAINT fk_web_links_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT uq_web_links_digest UNIQUE (digest)
);
CREATE INDEX ix_web_links_user_id ON web_links (user_id);
CREATE INDEX ix_web_links_expires_at ON web_links (expires_at);

-- How often somebody tried to sign in, by the blind index of the address they gave and by a keyed
-- hash of where they are; `free_at` is when the next try is heard.
CREATE TABLE sign_in_tries (
    kind try_kind NOT NULL,
    key BYTEA NOT NULL CONSTRAINT ck_sign_in_tries_key_size CHECK (octet_length(key) = 16),
    tries INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_sign_in_tries_tries_positive CHECK ("tries" >= 0),
    last_at TIMESTAMP WITH TIME ZONE NOT NULL,
    free_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_sign_in_tries PRIMARY KEY (kind, key)
);
CREATE INDEX ix_sign_in_tries_last_at ON sign_in_tries (last_at);

ALTER TABLE sessions ADD COLUMN started_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL;

ALTER TABLE web_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE web_links FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON web_links TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON web_links TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON web_links TO portal_worker USING (true) WITH CHECK (true);
ALTER TABLE sign_in_tries ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_tries FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON sign_in_tries TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON sign_in_tries TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON sign_in_tries TO portal_worker USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, web_links, sign_in_tries TO portal_definer;
GRANT SELECT, DELETE ON web_links, sign_in_tries TO portal_worker;

-- A session is made and kept alive by the functions below; its person sees and ends it.
DROP POLICY add ON sessions;
DROP POLICY change ON sessions;
REVOKE INSERT, UPDATE ON sessions FROM portal_app;

-- The bot reads nobody's password, not even as a hash.
REVOKE SELECT ON users FROM portal_app;
DO $$
BEGIN
    EXECUTE (
        SELECT format('GRANT SELECT (%s) ON users TO portal_app', string_agg(quote_ident(attname), ', '))
        FROM pg_attribute
        WHERE attrelid = 'users'::regclass AND attnum > 0 AND NOT attisdropped
        AND attname <> 'password_hash'
    );
END
$$;

-- A session that is used is no news: its end moves on untold.
DROP TRIGGER audit ON sessions;
DROP TRIGGER audit_update ON sessions;
DROP TRIGGER audit_truncate ON sessions;
SELECT
    sec.audit(
        'sessions', 'id', '{}', '{token,data}', '{ip_address,user_agent}',
        '{last_activity,expires_at}'
    ),
    sec.audit('web_links', 'id', '{}', '{digest}');

-- Whether a person works here and may sign in on the web: who runs the portal, an approved
-- organizer, one of a team.
CREATE FUNCTION sec.is_staff(p_user uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT EXISTS (SELECT FROM public.users u WHERE u.id = p_user AND u.status = 'active')
    AND (
        EXISTS (
            SELECT FROM public.administrators a WHERE a.user_id = p_user AND a.revoked_at IS NULL
        )
        OR EXISTS (
            SELECT FROM public.organizer_applications o
            WHERE o.user_id = p_user AND o.approval_status = 'approved'
        )
        OR EXISTS (SELECT FROM public.event_staff s WHERE s.user_id = p_user)
    )
$$;

-- Refuses whoever does not come from the web pages.
CREATE FUNCTION sec.require_web() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF (sec.context())[1] IS DISTINCT FROM 'web' THEN
        RAISE EXCEPTION 'not available' USING ERRCODE = '42501';
    END IF;
END
$$;

-- Keep the digest of a link for who acts; their earlier one of the kind ends. False for who does
-- not work here.
CREATE FUNCTION sec.offer_web_link(
    p_digest text, p_purpose public.web_purpose, p_lifetime interval, p_offset interval
)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_who CONSTANT uuid := sec.uid();
BEGIN
    IF v_who IS NULL OR NOT sec.is_staff(v_who) THEN
        RETURN false;
    END IF;
    DELETE FROM public.web_links l
    WHERE l.user_id = v_who AND l.purpose = p_purpose AND l.used_at IS NULL;
    INSERT INTO public.web_links (user_id, digest, purpose, created_at, expires_at)
    VALUES (v_who, p_digest, p_purpose, now() + p_offset, now() + p_offset + p_lifetime);
    RETURN true;
END
$$;

-- Whose link it is, in which language they are spoken to, and whether it still works: `ok`,
-- `used`, `expired`, `unknown`. With `p_take` it is held until the end of the transaction.
CREATE FUNCTION sec.look_at_web_link(
    p_digest text, p_purpose public.web_purpose, p_take boolean, p_offset interval
)
RETURNS TABLE (outcome text, user_id uuid, locale text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_link public.web_links;
BEGIN
    PERFORM sec.require_web();
    IF p_take THEN
        SELECT l.* INTO v_link FROM public.web_links l
        WHERE l.digest = p_digest AND l.purpose = p_purpose FOR UPDATE;
    ELSE
        SELECT l.* INTO v_link FROM public.web_links l
        WHERE l.digest = p_digest AND l.purpose = p_purpose;
    END IF;
    user_id := v_link.user_id;
    locale := (
        SELECT coalesce(a.chosen_language, a.language) FROM public.telegram_accounts a
        WHERE a.user_id = v_link.user_id
    );
    outcome := CASE
        WHEN v_link.id IS NULL THEN 'unknown'
        WHEN v_link.used_at IS NOT NULL THEN 'used'
        WHEN v_link.expires_at <= now() + p_offset THEN 'expired'
        WHEN NOT sec.is_staff(v_link.user_id) THEN 'unknown'
        ELSE 'ok'
    END;
    IF p_take AND outcome = 'ok' THEN
        UPDATE public.web_links l SET used_at = now() + p_offset WHERE l.id = v_link.id;
    END IF;
    RETURN NEXT;
END
$$;

-- What happened at the door of the web pages, with the keyed hash of where from.
CREATE FUNCTION sec.note_sign_in(
    p_action text, p_user uuid, p_session uuid, p_way text, p_from text
)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    INSERT INTO public.audit_logs
        (user_id, category, action, entity_type, entity_id, changes, ip_address)
    VALUES (
        CASE WHEN p_action <> 'refused' THEN p_user END, 'login', p_action,
        CASE WHEN p_session IS NULL THEN 'users' ELSE 'sessions' END, coalesce(p_session, p_user),
        jsonb_build_object('way', p_way), p_from
    )
$$;

-- A new session of a person.
CREATE FUNCTION sec.open_session(
    p_user uuid, p_way text, p_session uuid, p_token text, p_ip text, p_agent text, p_from text,
    p_idle interval, p_offset interval
)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    INSERT INTO public.sessions
        (id, user_id, token, ip_address, user_agent, started_at, last_activity, expires_at, data)
    VALUES (
        p_session, p_user, p_token, p_ip, p_agent, now() + p_offset, now() + p_offset,
        now() + p_offset + p_idle, jsonb_build_object('way', p_way)
    );
    UPDATE public.users u SET last_login = now() WHERE u.id = p_user;
    PERFORM sec.note_sign_in('signed in', p_user, p_session, p_way, p_from);
END
$$;

-- Sign in by a link, which is used up with it. What is sealed is sealed for the link's person.
CREATE FUNCTION sec.sign_in_by_link(
    p_digest text, p_session uuid, p_token text, p_ip text, p_agent text, p_from text,
    p_idle interval, p_offset interval
)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_link record;
BEGIN
    SELECT l.* INTO v_link FROM sec.look_at_web_link(p_digest, 'sign_in', true, p_offset) AS l;
    IF v_link.outcome = 'ok' THEN
        PERFORM sec.open_session(
            v_link.user_id, 'link', p_session, p_token, p_ip, p_agent, p_from, p_idle, p_offset
        );
    END IF;
    RETURN v_link.outcome;
END
$$;

-- Count one more try of a kind, after `p_free` of which in a day the waits begin: half a minute,
-- doubled with each, an hour at most. Seconds to wait, and then it does not count; 0 for now.
CREATE FUNCTION sec.count_try(
    p_kind public.try_kind, p_key bytea, p_free integer, p_now timestamptz
)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_row public.sign_in_tries;
BEGIN
    -- What was there is held, what was not is made: whoever comes at the same time waits here.
    INSERT INTO public.sign_in_tries AS t (kind, key, last_at, free_at)
    VALUES (p_kind, p_key, p_now, p_now)
    ON CONFLICT (kind, key) DO UPDATE
    SET tries = CASE WHEN t.last_at < p_now - interval '1 day' THEN 0 ELSE t.tries END
    RETURNING t.* INTO v_row;
    IF v_row.free_at > p_now THEN
        RETURN ceil(extract(epoch FROM v_row.free_at - p_now));
    END IF;
    UPDATE public.sign_in_tries t
    SET tries = v_row.tries + 1, last_at = p_now,
        free_at = p_now + CASE
            WHEN v_row.tries + 1 < p_free THEN interval '0'
            ELSE least(interval '30 s' * 2 ^ least(v_row.tries + 1 - p_free, 9), interval '1 h')
        END
    WHERE t.kind = p_kind AND t.key = p_key;
    RETURN 0;
END
$$;

-- Somebody wants to sign in with an address and a password: how many seconds they have to wait, or
-- whose address it is and the hash to check with, where there are both.
CREATE FUNCTION sec.begin_sign_in(p_account bytea, p_address bytea, p_offset interval)
RETURNS TABLE (wait integer, user_id uuid, password_hash text, locale text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    PERFORM sec.require_web();
    -- The place first: who has to wait there counts against nobody.
    wait := CASE
        WHEN p_address IS NULL THEN 0
        ELSE sec.count_try('address', p_address, 20, now() + p_offset)
    END;
    IF wait = 0 THEN
        wait := sec.count_try('account', p_account, 5, now() + p_offset);
    END IF;
    IF wait = 0 THEN
        SELECT u.id, u.password_hash INTO user_id, password_hash FROM public.users u
        WHERE u.email_index = p_account AND u.password_hash IS NOT NULL AND sec.is_staff(u.id);
        locale := (
            SELECT coalesce(a.chosen_language, a.language) FROM public.telegram_accounts a
            WHERE a.user_id = begin_sign_in.user_id
        );
    END IF;
    RETURN NEXT;
END
$$;

-- The password was right: sign in, with the hash that it was checked against, and keep a newer one
-- where there is one. False where it is not theirs any more.
CREATE FUNCTION sec.sign_in_by_password(
    p_account bytea, p_address bytea, p_hash text, p_newer text, p_session uuid, p_token text,
    p_ip text, p_agent text, p_from text, p_idle interval, p_offset interval
)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_user uuid;
BEGIN
    PERFORM sec.require_web();
    UPDATE public.users u SET password_hash = coalesce(p_newer, u.password_hash)
    WHERE u.email_index = p_account AND u.password_hash = p_hash AND sec.is_staff(u.id)
    RETURNING u.id INTO v_user;
    IF v_user IS NULL THEN
        RETURN false;
    END IF;
    DELETE FROM public.sign_in_tries t WHERE t.kind = 'account' AND t.key = p_account;
    UPDATE public.sign_in_tries t SET tries = greatest(t.tries - 1, 0)
    WHERE t.kind = 'address' AND t.key = p_address;
    PERFORM sec.open_session(
        v_user, 'password', p_session, p_token, p_ip, p_agent, p_from, p_idle, p_offset
    );
    RETURN true;
END
$$;

-- The password was wrong. Whose address it is, where somebody is trying it out: from the fifth try
-- on, so that they are told.
CREATE FUNCTION sec.refuse_sign_in(p_account bytea, p_from text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_user uuid;
BEGIN
    PERFORM sec.require_web();
    SELECT u.id INTO v_user FROM public.users u WHERE u.email_index = p_account;
    -- Of nobody nothing is kept, as with refusals in the chat: a flood must not fill the disk.
    IF v_user IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM sec.note_sign_in('refused', v_user, NULL, 'password', p_from);
    IF NOT sec.is_staff(v_user) OR NOT EXISTS (
        SELECT FROM public.sign_in_tries t
        WHERE t.kind = 'account' AND t.key = p_account AND t.tries >= 5
    ) THEN
        RETURN NULL;
    END IF;
    RETURN v_user;
END
$$;

-- Set a password by a link, which is used up with it; every session of the person ends.
CREATE FUNCTION sec.set_password(p_digest text, p_hash text, p_from text, p_offset interval)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_link record;
BEGIN
    SELECT l.* INTO v_link FROM sec.look_at_web_link(p_digest, 'password', true, p_offset) AS l;
    IF v_link.outcome = 'ok' THEN
        UPDATE public.users u SET password_hash = p_hash WHERE u.id = v_link.user_id;
        DELETE FROM public.sessions s WHERE s.user_id = v_link.user_id;
        DELETE FROM public.sign_in_tries t USING public.users u
        WHERE u.id = v_link.user_id AND t.kind = 'account' AND t.key = u.email_index;
        PERFORM sec.note_sign_in('password set', v_link.user_id, NULL, 'link', p_from);
    END IF;
    RETURN v_link.outcome;
END
$$;

-- Whose session it is, with their roles now. One that is used lives on; one that is over, or whose
-- person works here no more, is nobody's. One round trip, and no write within a minute.
CREATE FUNCTION sec.enter_web(
    p_context text, p_token text, p_idle interval, p_longest interval, p_offset interval
)
RETURNS TABLE (session_id uuid, user_id uuid, locale text, roles text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_now CONSTANT timestamptz := now() + p_offset;
    v_session public.sessions;
BEGIN
    PERFORM set_config('app.context', p_context, true);
    PERFORM sec.require_web();
    SELECT s.* INTO v_session FROM public.sessions s WHERE s.token = p_token;
    IF NOT FOUND OR v_session.expires_at <= v_now OR v_session.started_at + p_longest <= v_now
        OR NOT sec.is_staff(v_session.user_id)
    THEN
        RETURN;
    END IF;
    IF v_session.last_activity <= v_now - interval '1 minute' THEN
        UPDATE public.sessions s
        SET last_activity = v_now,
            expires_at = least(v_now + p_idle, v_session.started_at + p_longest)
        WHERE s.id = v_session.id;
    END IF;
    session_id := v_session.id;
    user_id := v_session.user_id;
    locale := (
        SELECT coalesce(a.chosen_language, a.language) FROM public.telegram_accounts a
        WHERE a.user_id = v_session.user_id
    );
    roles := ARRAY(
        SELECT 'admin' FROM public.administrators x
        WHERE x.user_id = v_session.user_id AND x.revoked_at IS NULL
        UNION ALL
        SELECT 'organizer' FROM public.organizer_applications x
        WHERE x.user_id = v_session.user_id AND x.approval_status = 'approved'
        UNION ALL
        SELECT 'staff'
        WHERE EXISTS (SELECT FROM public.event_staff x WHERE x.user_id = v_session.user_id)
    );
    RETURN NEXT;
END
$$;

-- Whether who acts has a password: the chat says so.
CREATE FUNCTION sec.has_password() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT EXISTS (
        SELECT FROM public.users u WHERE u.id = sec.uid() AND u.password_hash IS NOT NULL
    )
$$;

-- Nobody is signed in as this person any more, and no link of theirs signs in; how many sessions
-- it were. For the person, who runs the portal, the house, and what happens by itself.
CREATE FUNCTION sec.end_sessions(p_user uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_ended integer;
BEGIN
    IF sec.acting_role() = 'portal_app' AND p_user IS DISTINCT FROM sec.uid()
        AND NOT sec.is_house() AND NOT sec.is_admin()
    THEN
        RAISE EXCEPTION 'not available' USING ERRCODE = '42501';
    END IF;
    DELETE FROM public.web_links l WHERE l.user_id = p_user AND l.used_at IS NULL;
    DELETE FROM public.sessions s WHERE s.user_id = p_user;
    GET DIAGNOSTICS v_ended = ROW_COUNT;
    RETURN v_ended;
END
$$;

-- Who acts did not sign in there: everything that was signed in is out, and the password with it.
CREATE FUNCTION sec.disown_sign_in() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_who CONSTANT uuid := sec.uid();
BEGIN
    PERFORM sec.end_sessions(v_who);
    UPDATE public.users u SET password_hash = NULL
    WHERE u.id = v_who AND u.password_hash IS NOT NULL;
    PERFORM sec.note_sign_in('disowned', v_who, NULL, 'chat', NULL);
END
$$;

-- Who works here no more is signed in no more.
CREATE FUNCTION sec.sign_out_strangers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_user CONSTANT uuid := coalesce(to_jsonb(OLD) ->> 'user_id', to_jsonb(OLD) ->> 'id');
BEGIN
    IF NOT sec.is_staff(v_user) THEN
        DELETE FROM public.web_links l WHERE l.user_id = v_user AND l.used_at IS NULL;
        DELETE FROM public.sessions s WHERE s.user_id = v_user;
    END IF;
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION
    sec.is_staff(uuid), sec.require_web(),
    sec.offer_web_link(text, web_purpose, interval, interval),
    sec.look_at_web_link(text, web_purpose, boolean, interval),
    sec.note_sign_in(text, uuid, uuid, text, text),
    sec.open_session(uuid, text, uuid, text, text, text, text, interval, interval),
    sec.sign_in_by_link(text, uuid, text, text, text, text, interval, interval),
    sec.count_try(try_kind, bytea, integer, timestamptz),
    sec.begin_sign_in(bytea, bytea, interval),
    sec.sign_in_by_password(
        bytea, bytea, text, text, uuid, text, text, text, text, interval, interval
    ),
    sec.refuse_sign_in(bytea, text), sec.set_password(text, text, text, interval),
    sec.enter_web(text, text, interval, interval, interval), sec.has_password(),
    sec.end_sessions(uuid), sec.disown_sign_in(), sec.sign_out_strangers()
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.offer_web_link(text, web_purpose, interval, interval),
    sec.look_at_web_link(text, web_purpose, boolean, interval),
    sec.sign_in_by_link(text, uuid, text, text, text, text, interval, interval),
    sec.begin_sign_in(bytea, bytea, interval),
    sec.sign_in_by_password(
        bytea, bytea, text, text, uuid, text, text, text, text, interval, interval
    ),
    sec.refuse_sign_in(bytea, text), sec.set_password(text, text, text, interval),
    sec.enter_web(text, text, interval, interval, interval), sec.has_password(),
    sec.disown_sign_in()
TO portal_app;
GRANT EXECUTE ON FUNCTION sec.end_sessions(uuid) TO portal_app, portal_worker, portal_owner;

GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.is_staff(uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.require_web() OWNER TO portal_definer;
ALTER FUNCTION sec.offer_web_link(text, web_purpose, interval, interval) OWNER TO portal_definer;
ALTER FUNCTION sec.look_at_web_link(text, web_purpose, boolean, interval) OWNER TO portal_definer;
ALTER FUNCTION sec.note_sign_in(text, uuid, uuid, text, text) OWNER TO portal_definer;
ALTER FUNCTION sec.open_session(uuid, text, uuid, text, text, text, text, interval, interval)
OWNER TO portal_definer;
ALTER FUNCTION sec.sign_in_by_link(text, uuid, text, text, text, text, interval, interval)
OWNER TO portal_definer;
ALTER FUNCTION sec.count_try(try_kind, bytea, integer, timestamptz) OWNER TO portal_definer;
ALTER FUNCTION sec.begin_sign_in(bytea, bytea, interval) OWNER TO portal_definer;
ALTER FUNCTION sec.sign_in_by_password(
    bytea, bytea, text, text, uuid, text, text, text, text, interval, interval
) OWNER TO portal_definer;
ALTER FUNCTION sec.refuse_sign_in(bytea, text) OWNER TO portal_definer;
ALTER FUNCTION sec.set_password(text, text, text, interval) OWNER TO portal_definer;
ALTER FUNCTION sec.enter_web(text, text, interval, interval, interval) OWNER TO portal_definer;
ALTER FUNCTION sec.has_password() OWNER TO portal_definer;
ALTER FUNCTION sec.end_sessions(uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.disown_sign_in() OWNER TO portal_definer;
ALTER FUNCTION sec.sign_out_strangers() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

CREATE TRIGGER sign_out AFTER DELETE ON event_staff
FOR EACH ROW EXECUTE FUNCTION sec.sign_out_strangers();
CREATE TRIGGER sign_out AFTER DELETE OR UPDATE OF revoked_at ON administrators
FOR EACH ROW EXECUTE FUNCTION sec.sign_out_strangers();
CREATE TRIGGER sign_out AFTER DELETE OR UPDATE OF approval_status ON organizer_applications
FOR EACH ROW EXECUTE FUNCTION sec.sign_out_strangers();
CREATE TRIGGER sign_out AFTER UPDATE OF status ON users
FOR EACH ROW EXECUTE FUNCTION sec.sign_out_strangers();
