-- Where somebody works is theirs, and sealed as the rest of what they tell; the public name of a
-- house stands in `houses` alone, and whose house it is writes it there.

ALTER TABLE user_profiles
    ADD COLUMN company_mask TEXT CONSTRAINT ck_user_profiles_company_mask_length CHECK (char_length("company_mask") <= 128);

DROP TRIGGER follow_house ON user_profiles;
DROP TRIGGER follow_house ON events;
DROP TRIGGER follow_house ON organizer_applications;
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.follow_house();
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.keep_house(uuid);

-- What a house does, and whether it is approved, follow from its application.
CREATE FUNCTION sec.follow_application() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    UPDATE public.houses
    SET about = NEW.note, approved = (NEW.approval_status = 'approved')
    WHERE user_id = NEW.user_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER follow_application AFTER INSERT OR UPDATE OF note, approval_status
ON organizer_applications FOR EACH ROW EXECUTE FUNCTION sec.follow_application();
CREATE FUNCTION sec.find_application() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    SELECT a.note, a.approval_status = 'approved' INTO NEW.about, NEW.approved
    FROM public.organizer_applications a WHERE a.user_id = NEW.user_id;
    NEW.approved := coalesce(NEW.approved, false);
    RETURN NEW;
END
$$;
CREATE TRIGGER find_application BEFORE INSERT ON houses
FOR EACH ROW EXECUTE FUNCTION sec.find_application();

CREATE POLICY add ON houses FOR INSERT TO portal_app WITH CHECK (user_id = (SELECT sec.uid()));
CREATE POLICY change ON houses FOR UPDATE TO portal_app
USING (user_id = (SELECT sec.uid())) WITH CHECK (user_id = (SELECT sec.uid()));
GRANT INSERT (user_id, name), UPDATE (name) ON houses TO portal_app;
GRANT UPDATE (company_mask) ON user_profiles TO portal_app;
GRANT SELECT (company_mask) ON user_profiles TO portal_support;

-- What may be asked for, and the sealed value of it with the key of its row.
CREATE OR REPLACE FUNCTION sec.sealed_value(p_entity text, p_person uuid, p_field text)
RETURNS TABLE (row_key text, record text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    CASE p_entity || '.' || p_field
        WHEN 'users.full_name', 'users.email', 'users.phone_number', 'users.profile_image_url' THEN
            RETURN QUERY EXECUTE format(
                'SELECT t.id::text, t.%I FROM public.users t WHERE t.id = $1', p_field
            ) USING p_person;
        WHEN 'telegram_accounts.first_name', 'telegram_accounts.username' THEN
            RETURN QUERY EXECUTE format(
                'SELECT t.telegram_id::text, t.%I FROM public.telegram_accounts t'
                ' WHERE t.user_id = $1', p_field
            ) USING p_person;
        WHEN 'user_profiles.bio', 'user_profiles.company', 'user_profiles.position', 'user_profiles.location',
            'models.birth_date', 'models.portfolio_url' THEN
            RETURN QUERY EXECUTE format(
                'SELECT t.user_id::text, t.%I FROM public.%I t WHERE t.user_id = $1',
                p_field, p_entity
            ) USING p_person;
        WHEN 'user_profiles.social_links', 'models.measurements', 'models.portfolio' THEN
            RETURN QUERY EXECUTE format(
                'SELECT t.user_id::text, t.%I ->> ''sealed'' FROM public.%I t WHERE t.user_id = $1',
                p_field, p_entity
            ) USING p_person;
        ELSE
            RAISE EXCEPTION 'no such field' USING ERRCODE = '22023';
    END CASE;
END
$$;

-- A person with every sealed field masked, for who runs the portal. NULL is what was never told.
CREATE OR REPLACE FUNCTION sec.masked_person(p_person uuid)
RETURNS TABLE (
    id uuid, status public.user_status, created_at timestamptz, last_login timestamptz,
    telegram_id bigint, reachable boolean, roles text[], house text, masks jsonb
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
AS $$
    SELECT u.id, u.status, u.created_at, u.last_login, a.telegram_id, a.reachable,
        ARRAY(
            SELECT 'admin' FROM public.administrators x
            WHERE x.user_id = u.id AND x.revoked_at IS NULL
            UNION ALL
            SELECT 'organizer' FROM public.organizer_applications x
            WHERE x.user_id = u.id AND x.approval_status = 'approved'
            UNION ALL
            SELECT 'designer' FROM public.designers x
            WHERE x.user_id = u.id AND x.approval_status = 'approved'
            UNION ALL
            SELECT 'model' FROM public.models x
            WHERE x.user_id = u.id AND x.approval_status = 'approved'
            UNION ALL
            SELECT 'staff'
            WHERE EXISTS (SELECT FROM public.event_staff x WHERE x.user_id = u.id)
        ),
        h.name,
        jsonb_strip_nulls(jsonb_build_object(
            'users.full_name', u.full_name_mask, 'users.email', u.email_mask,
            'users.phone_number', u.phone_number_mask,
            'users.profile_image_url', u.profile_image_url_mask,
            'telegram_accounts.first_name', a.first_name_mask,
            'telegram_accounts.username', a.username_mask,
            'user_profiles.bio', p.bio_mask, 'user_profiles.social_links', p.social_links_mask,
            'user_profiles.company', p.company_mask, 'user_profiles.position', p.position_mask, 'user_profiles.location', p.location_mask,
            'models.birth_date', m.birth_date_mask, 'models.measurements', m.measurements_mask,
            'models.portfolio', m.portfolio_mask, 'models.portfolio_url', m.portfolio_url_mask
        ))
    FROM public.users u
    LEFT JOIN public.telegram_accounts a ON a.user_id = u.id
    LEFT JOIN public.user_profiles p ON p.user_id = u.id
    LEFT JOIN public.models m ON m.user_id = u.id
    LEFT JOIN public.houses h ON h.user_id = u.id
    WHERE u.id = p_person AND (SELECT sec.is_admin())
$$;

REVOKE ALL ON FUNCTION sec.follow_application(), sec.find_application() FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.follow_application() OWNER TO portal_definer;
ALTER FUNCTION sec.find_application() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
