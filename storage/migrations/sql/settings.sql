-- What an administrator sets while the portal runs. Each setting is a row that is there from the
-- beginning (domain/house_rules.py declares the same), so nobody adds one or takes one away.

CREATE TABLE settings (
    id UUID DEFAULT uuidv7() NOT NULL,
    name TEXT NOT NULL CONSTRAINT ck_settings_name_length CHECK (char_length("name") <= 64),
    value INTEGER NOT NULL,
    lowest INTEGER NOT NULL,
    highest INTEGER NOT NULL,
    version INTEGER DEFAULT 1 NOT NULL,
    reason TEXT CONSTRAINT ck_settings_reason_length CHECK (char_length("reason") <= 500),
    changed_by UUID,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_settings PRIMARY KEY (id),
    CONSTRAINT uq_settings_name UNIQUE (name),
    CONSTRAINT ck_settings_value_in_bounds CHECK (value BETWEEN lowest AND highest),
    CONSTRAINT ck_settings_version_positive CHECK (version > 0),
    CONSTRAINT fk_settings_changed_by FOREIGN KEY(changed_by) REFERENCES users (id)
);
CREATE INDEX ix_settings_changed_by ON settings (changed_by);

INSERT INTO settings (name, value, lowest, highest) VALUES
('order_hold_minutes', 15, 5, 60),
('payment_grace_minutes', 10, 5, 60),
('tickets_per_person', 4, 1, 20),
('door_opens_hours', 12, 1, 72),
('door_closes_hours', 6, 1, 48),
('bulk_per_second', 25, 1, 30),
('delivery_attempts', 12, 3, 30),
('letters_per_hour', 5, 1, 20),
('code_lasts_minutes', 15, 5, 60),
('code_tries', 5, 3, 10),
('looks_per_hour', 30, 1, 200),
('team_link_hours', 72, 1, 336),
('guardian_link_days', 7, 1, 30),
('administrator_link_hours', 24, 1, 72),
('drafts_kept_days', 30, 7, 365),
('erase_cool_off_hours', 24, 24, 72),
('export_again_hours', 24, 1, 168),
('errors_per_minute', 20, 1, 1000),
('incident_calm_minutes', 2, 1, 60);

-- Each change is a version, of whoever is proven to act; a reason that came with an earlier value
-- is not given out for the new one.
CREATE FUNCTION sec.count_setting() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.changed_by := sec.uid();
    NEW.changed_at := now();
    IF NEW.changed_by IS NULL AND NEW.reason IS NOT DISTINCT FROM OLD.reason THEN
        NEW.reason := NULL;
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION sec.count_setting() FROM PUBLIC;
CREATE TRIGGER count BEFORE UPDATE ON settings
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION sec.count_setting();

ALTER TABLE settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE settings FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON settings TO portal_owner USING (true) WITH CHECK (true);
CREATE POLICY definer ON settings TO portal_definer USING (true) WITH CHECK (true);
CREATE POLICY worker ON settings TO portal_worker USING (true) WITH CHECK (true);
CREATE POLICY see ON settings FOR SELECT TO portal_app USING (true);
CREATE POLICY change ON settings FOR UPDATE TO portal_app
USING ((SELECT sec.is_admin())) WITH CHECK ((SELECT sec.is_admin()));
GRANT SELECT ON settings TO portal_app, portal_worker, portal_definer;
GRANT UPDATE (value, reason) ON settings TO portal_app;

-- What a setting was, the last change first, for who runs the portal; names stand masked.
CREATE FUNCTION sec.setting_history(p_name text, p_limit integer)
RETURNS TABLE (
    id uuid, at timestamptz, user_id uuid, mask text, capacity text, old_value integer,
    value integer, reason text, has_reason boolean
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT a.id, a.created_at, a.user_id, u.full_name_mask, a.capacity,
        (a.changes -> 'old' ->> 'value')::integer, (a.changes -> 'new' ->> 'value')::integer,
        a.changes -> 'new' ->> 'reason', a.changes -> 'new' ? 'reason'
    FROM public.settings s
    JOIN public.audit_logs a ON a.entity_type = 'settings' AND a.entity_id = s.id
    LEFT JOIN public.users u ON u.id = a.user_id
    WHERE s.name = p_name AND (SELECT sec.is_admin()) AND a.category = 'data'
    AND a.changes -> 'new' ? 'value'
    ORDER BY a.id DESC LIMIT p_limit
$$;
REVOKE ALL ON FUNCTION sec.setting_history(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.setting_history(text, integer) TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.setting_history(text, integer) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

SELECT sec.audit('settings', 'id');
