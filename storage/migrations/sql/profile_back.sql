-- squawk-ignore ban-drop-function
DROP FUNCTION sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz, public.notification_type);
CREATE FUNCTION sec.notify(
    p_id uuid, p_user uuid, p_lane smallint, p_template text, p_arguments jsonb,
    p_due_at timestamptz
)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    INSERT INTO public.notifications (id, user_id, lane, template, arguments, due_at)
    VALUES (p_id, p_user, p_lane, p_template, p_arguments, p_due_at)
    ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz)
TO portal_app, portal_worker;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.notify(uuid, uuid, smallint, text, jsonb, timestamptz) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
DROP FUNCTION sec.letters_to(bytea, timestamptz);
DROP TABLE email_confirmations;
ALTER TABLE users
    DROP COLUMN email_index,
    DROP COLUMN phone_index,
    ADD CONSTRAINT uq_users_email UNIQUE (email);
