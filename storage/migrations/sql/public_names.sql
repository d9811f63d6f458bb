-- What the programme says of people, by their wish: the names of houses and of models who walk,
-- apart from the rows that hold the rest of them. Triggers keep both; nobody else writes.

CREATE TABLE houses (
    user_id UUID NOT NULL,
    name TEXT CONSTRAINT ck_houses_name_length CHECK (char_length("name") <= 1112) NOT NULL,
    about TEXT CONSTRAINT ck_houses_about_length CHECK (char_length("about") <= 1000),
    approved BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_houses PRIMARY KEY (user_id),
    CONSTRAINT fk_houses_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE TABLE stage_names (
    model_id UUID NOT NULL,
    user_id UUID NOT NULL,
    name TEXT CONSTRAINT ck_stage_names_name_length CHECK (char_length("name") <= 300) NOT NULL,
    bookable BOOLEAN DEFAULT false NOT NULL,
    CONSTRAINT pk_stage_names PRIMARY KEY (model_id),
    CONSTRAINT uq_stage_names_user_id UNIQUE (user_id),
    CONSTRAINT fk_stage_names_model_id FOREIGN KEY(model_id) REFERENCES models (id),
    CONSTRAINT fk_stage_names_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);

-- A house is who applied to be one or holds an event, under the name of their company.
CREATE FUNCTION sec.keep_house(p_user uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
    INSERT INTO public.houses (user_id, name, about, approved)
    SELECT p.user_id, p.company, a.note, coalesce(a.approval_status = 'approved', false)
    FROM public.user_profiles p
    LEFT JOIN public.organizer_applications a ON a.user_id = p.user_id
    WHERE p.user_id = p_user AND p.company IS NOT NULL AND (
        a.id IS NOT NULL OR EXISTS (SELECT FROM public.events e WHERE e.organizer_id = p_user)
    )
    ON CONFLICT (user_id) DO UPDATE
    SET name = excluded.name, about = excluded.about, approved = excluded.approved
$$;
CREATE FUNCTION sec.follow_house() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    PERFORM sec.keep_house((to_jsonb(NEW) ->> TG_ARGV[0])::uuid);
    RETURN NULL;
END
$$;
CREATE TRIGGER follow_house AFTER INSERT OR UPDATE OF company ON user_profiles
FOR EACH ROW WHEN (NEW.company IS NOT NULL) EXECUTE FUNCTION sec.follow_house('user_id');
CREATE TRIGGER follow_house AFTER INSERT OR UPDATE OF note, approval_status
ON organizer_applications FOR EACH ROW EXECUTE FUNCTION sec.follow_house('user_id');
CREATE TRIGGER follow_house AFTER INSERT ON events
FOR EACH ROW EXECUTE FUNCTION sec.follow_house('organizer_id');

CREATE FUNCTION sec.keep_stage_name() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
    IF NEW.meta_data ->> 'stage_name' IS NOT NULL THEN
        INSERT INTO public.stage_names (model_id, user_id, name, bookable)
        VALUES (
            NEW.id, NEW.user_id, NEW.meta_data ->> 'stage_name',
            NEW.approval_status = 'approved' AND NEW.paused_at IS NULL
        )
        ON CONFLICT (model_id) DO UPDATE SET name = excluded.name, bookable = excluded.bookable;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER keep_stage_name
AFTER INSERT OR UPDATE OF meta_data, approval_status, paused_at ON models
FOR EACH ROW EXECUTE FUNCTION sec.keep_stage_name();

GRANT SELECT ON houses, stage_names TO portal_app, portal_worker, portal_support;
GRANT SELECT, INSERT, UPDATE ON houses, stage_names TO portal_definer;
GRANT SELECT ON user_profiles, organizer_applications TO portal_definer;
REVOKE ALL ON FUNCTION sec.keep_house(uuid), sec.follow_house(), sec.keep_stage_name() FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.keep_house(uuid) OWNER TO portal_definer;
ALTER FUNCTION sec.follow_house() OWNER TO portal_definer;
ALTER FUNCTION sec.keep_stage_name() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

INSERT INTO houses (user_id, name, about, approved)
SELECT p.user_id, p.company, a.note, coalesce(a.approval_status = 'approved', false)
FROM user_profiles p
LEFT JOIN organizer_applications a ON a.user_id = p.user_id
WHERE p.company IS NOT NULL AND (
    a.id IS NOT NULL OR EXISTS (SELECT FROM events e WHERE e.organizer_id = p.user_id)
);
INSERT INTO stage_names (model_id, user_id, name, bookable)
SELECT m.id, m.user_id, m.meta_data ->> 'stage_name',
    m.approval_status = 'approved' AND m.paused_at IS NULL
FROM models m WHERE m.meta_data ->> 'stage_name' IS NOT NULL;
