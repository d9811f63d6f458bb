-- My profile. An e-mail address and a phone number are found again by blind indexes: what is sealed
-- is different each time, so that nothing else can be unique.

-- squawk-ignore ban-drop-constraint
ALTER TABLE users DROP CONSTRAINT uq_users_email;
ALTER TABLE users
    ADD COLUMN email_index BYTEA
        CONSTRAINT ck_users_email_index_size CHECK (octet_length(email_index) = 16),
    ADD COLUMN phone_index BYTEA
        CONSTRAINT ck_users_phone_index_size CHECK (octet_length(phone_index) = 16),
    ADD CONSTRAINT uq_users_email_index UNIQUE (email_index),
    ADD CONSTRAINT uq_users_phone_index UNIQUE (phone_index);
GRANT UPDATE (email_index, phone_index) ON users TO portal_app;

CREATE TABLE email_confirmations (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    address TEXT NOT NULL CONSTRAINT ck_email_confirmations_address_length CHECK (char_length("address") <= 1400),
    address_index BYTEA NOT NULL CONSTRAINT ck_email_confirmations_address_index_size CHECK (octet_length(address_index) = 16),
    attempts INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_email_confirmations_attempts_positive CHECK ("attempts" >= 0),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    closed_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_email_confirmations PRIMARY KEY (id),
    CONSTRAINT fk_email_confirmations_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE INDEX ix_email_confirmations_user_id ON email_confirmations (user_id, id);
CREATE INDEX ix_email_confirmations_address_index ON email_confirmations (address_index, created_at);
CREATE INDEX ix_email_confirmations_created_at ON email_confirmations (created_at);

ALTER TABLE email_confirmations ENABLE ROW LEVEL SECURITY;
ALTER TABLE email_confirmations FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON email_confirmations TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON email_confirmations TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON email_confirmations TO portal_worker USING (true) WITH CHECK (true);
CREATE POLICY see ON email_confirmations FOR SELECT TO portal_app
USING (user_id = (SELECT sec.uid()));
CREATE POLICY add ON email_confirmations FOR INSERT TO portal_app
WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY change ON email_confirmations FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
GRANT SELECT, INSERT ON email_confirmations TO portal_app;
GRANT UPDATE (attempts, closed_at) ON email_confirmations TO portal_app;
GRANT SELECT, DELETE ON email_confirmations TO portal_worker;
GRANT SELECT ON email_confirmations TO portal_definer;

-- How many letters anybody asked for to an address: a number, so that nobody's mailbox is flooded.
CREATE FUNCTION sec.letters_to(p_index bytea, p_since timestamptz) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT count(*) FROM public.email_confirmations c
    WHERE c.address_index = p_index AND c.created_at > p_since
$$;
REVOKE ALL ON FUNCTION sec.letters_to(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.letters_to(bytea, timestamptz) TO portal_app;

-- A message may be a letter.
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz);
CREATE FUNCTION sec.notify(
    p_id uuid, p_user uuid, p_lane smallint, p_template text, p_arguments jsonb,
    p_due_at timestamptz, p_channel public.notification_type
)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    INSERT INTO public.notifications (id, user_id, lane, template, arguments, due_at, type)
    VALUES (p_id, p_user, p_lane, p_template, p_arguments, p_due_at, p_channel)
    ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION
    sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz, public.notification_type)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz, public.notification_type)
TO portal_app, portal_worker;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.letters_to(bytea, timestamptz) OWNER TO portal_definer;
ALTER FUNCTION sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz, public.notification_type)
OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
