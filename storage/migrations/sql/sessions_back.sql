-- Nobody signs in on the web.

DROP TRIGGER sign_out ON event_staff;
DROP TRIGGER sign_out ON administrators;
DROP TRIGGER sign_out ON organizer_applications;
DROP TRIGGER sign_out ON users;
DROP FUNCTION
    sec.sign_out_strangers(), sec.disown_sign_in(), sec.end_sessions(uuid), sec.has_password(),
    sec.enter_web(text, text, interval, interval, interval),
    sec.set_password(text, text, text, interval), sec.refuse_sign_in(bytea, text),
    sec.sign_in_by_password(
        bytea, bytea, text, text, uuid, text, text, text, text, interval, interval
    ),
    sec.begin_sign_in(bytea, bytea, interval),
    sec.count_try(try_kind, bytea, integer, timestamptz),
    sec.sign_in_by_link(text, uuid, text, text, text, text, interval, interval),
    sec.open_session(uuid, text, uuid, text, text, text, text, interval, interval),
    sec.note_sign_in(text, uuid, uuid, text, text),
    sec.look_at_web_link(text, web_purpose, boolean, interval),
    sec.offer_web_link(text, web_purpose, interval, interval),
    sec.require_web(), sec.is_staff(uuid);
DROP TABLE web_links, sign_in_tries;
DROP TYPE web_purpose;
DROP TYPE try_kind;

DROP TRIGGER audit ON sessions;
DROP TRIGGER audit_update ON sessions;
DROP TRIGGER audit_truncate ON sessions;
ALTER TABLE sessions DROP COLUMN started_at;
SELECT sec.audit('sessions', 'id', '{}', '{token,data}', '{ip_address,user_agent}');

REVOKE ALL ON sessions FROM portal_definer;
REVOKE SELECT ON users FROM portal_app;
GRANT SELECT ON users TO portal_app;
GRANT INSERT, UPDATE ON sessions TO portal_app;
CREATE POLICY add ON sessions FOR INSERT TO portal_app WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY change ON sessions FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
