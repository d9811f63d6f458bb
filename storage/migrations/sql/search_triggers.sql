-- The catalogue follows every change of what it shows.

-- Writes the rows of `p_events` anew.
CREATE FUNCTION sec.search_refresh(p_events uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_before text[];
BEGIN
    v_before := ARRAY(
        SELECT DISTINCT w.word FROM public.event_search s, unnest(s.names) AS w (word)
        WHERE s.event_id = ANY (p_events)
    );
    DELETE FROM public.event_search s
    WHERE s.event_id = ANY (p_events) AND NOT EXISTS (
        SELECT FROM public.events e WHERE e.id = s.event_id AND e.status = 'published'
    );
    INSERT INTO public.event_search AS s (
        event_id, organizer_id, venue_id, starts_at, ends_at, time_zone, type, city, city_code,
        latitude, longitude, cheapest, free, step_free, names, words
    )
    SELECT e.id, d.*
    FROM unnest(p_events) AS e (id) CROSS JOIN LATERAL public.search_document(e.id) d
    ON CONFLICT (event_id) DO UPDATE SET
        organizer_id = excluded.organizer_id, venue_id = excluded.venue_id,
        starts_at = excluded.starts_at, ends_at = excluded.ends_at, time_zone = excluded.time_zone, type = excluded.type,
        city = excluded.city, city_code = excluded.city_code, latitude = excluded.latitude,
        longitude = excluded.longitude, cheapest = excluded.cheapest, free = excluded.free,
        step_free = excluded.step_free, names = excluded.names, words = excluded.words
    WHERE s.* IS DISTINCT FROM excluded.*;
    INSERT INTO public.search_words (word)
    SELECT DISTINCT w.word FROM public.event_search s, unnest(s.names) AS w (word)
    WHERE s.event_id = ANY (p_events) AND w.word <> ALL (v_before)
    ORDER BY w.word
    ON CONFLICT DO NOTHING;
    DELETE FROM public.search_words g
    WHERE g.word = ANY (v_before)
        AND NOT EXISTS (SELECT FROM public.event_search s WHERE s.names @> ARRAY[g.word]);
END
$$;

-- The published events that a changed row concerns are written anew. One change at a time in the
-- whole portal: who renames a venue sees the event that another has just moved there, and the
-- other way round.
CREATE FUNCTION sec.search_follow() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_rows jsonb[] := ARRAY[]::jsonb[];
    v_keys uuid[];
    v_events uuid[];
BEGIN
    PERFORM pg_advisory_xact_lock(7361010);
    IF TG_OP <> 'INSERT' THEN
        v_rows := v_rows || to_jsonb(OLD);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        v_rows := v_rows || to_jsonb(NEW);
    END IF;
    v_keys := ARRAY(SELECT DISTINCT (r ->> TG_ARGV[0])::uuid FROM unnest(v_rows) r);
    v_events := CASE TG_TABLE_NAME
        WHEN 'venues' THEN ARRAY(
            SELECT e.id FROM public.events e
            WHERE e.venue_id = ANY (v_keys) AND e.status = 'published'
        )
        WHEN 'collections' THEN ARRAY(
            SELECT DISTINCT x.event_id FROM public.event_collections x
            WHERE x.collection_id = ANY (v_keys)
        )
        WHEN 'designers' THEN ARRAY(
            SELECT DISTINCT x.event_id FROM public.event_collections x
            JOIN public.collections c ON c.id = x.collection_id
            WHERE c.designer_id = ANY (v_keys)
        )
        WHEN 'models' THEN ARRAY(
            SELECT x.event_id FROM public.event_models x WHERE x.model_id = ANY (v_keys)
        )
        ELSE v_keys
    END;
    IF EXISTS (
        SELECT FROM public.events e WHERE e.id = ANY (v_events) AND e.status = 'published'
    ) OR EXISTS (SELECT FROM public.event_search s WHERE s.event_id = ANY (v_events)) THEN
        PERFORM sec.search_refresh(v_events);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER search_insert AFTER INSERT ON public.events
FOR EACH ROW WHEN (NEW.status = 'published') EXECUTE FUNCTION sec.search_follow('id');
CREATE TRIGGER search_update AFTER UPDATE ON public.events
FOR EACH ROW WHEN (
    (OLD.status = 'published' OR NEW.status = 'published')
    AND (OLD.status, OLD.organizer_id, OLD.title, OLD.description, OLD.start_date, OLD.end_date,
         OLD.venue_id, OLD.type, OLD.meta_data, OLD.time_zone, OLD.language)
        IS DISTINCT FROM
        (NEW.status, NEW.organizer_id, NEW.title, NEW.description, NEW.start_date, NEW.end_date,
         NEW.venue_id, NEW.type, NEW.meta_data, NEW.time_zone, NEW.language)
) EXECUTE FUNCTION sec.search_follow('id');
CREATE TRIGGER search_delete AFTER DELETE ON public.events
FOR EACH ROW EXECUTE FUNCTION sec.search_follow('id');

CREATE TRIGGER search_insert AFTER INSERT ON public.event_collections
FOR EACH ROW EXECUTE FUNCTION sec.search_follow('event_id');
CREATE TRIGGER search_update AFTER UPDATE ON public.event_collections
FOR EACH ROW WHEN (
    (OLD.event_id, OLD.collection_id) IS DISTINCT FROM (NEW.event_id, NEW.collection_id)
) EXECUTE FUNCTION sec.search_follow('event_id');
CREATE TRIGGER search_delete AFTER DELETE ON public.event_collections
FOR EACH ROW EXECUTE FUNCTION sec.search_follow('event_id');

CREATE TRIGGER search_insert AFTER INSERT ON public.event_models
FOR EACH ROW EXECUTE FUNCTION sec.search_follow('event_id');
CREATE TRIGGER search_update AFTER UPDATE ON public.event_models
FOR EACH ROW WHEN ((OLD.event_id, OLD.model_id) IS DISTINCT FROM (NEW.event_id, NEW.model_id))
EXECUTE FUNCTION sec.search_follow('event_id');
CREATE TRIGGER search_delete AFTER DELETE ON public.event_models
FOR EACH ROW EXECUTE FUNCTION sec.search_follow('event_id');

-- `sold_out` comes and goes with every last place and changes nothing here.
CREATE TRIGGER search_insert AFTER INSERT ON public.ticket_types
FOR EACH ROW EXECUTE FUNCTION sec.search_follow('event_id');
CREATE TRIGGER search_update AFTER UPDATE ON public.ticket_types
FOR EACH ROW WHEN (
    (OLD.event_id, OLD.price, OLD.hidden, OLD.status = 'inactive')
        IS DISTINCT FROM (NEW.event_id, NEW.price, NEW.hidden, NEW.status = 'inactive')
) EXECUTE FUNCTION sec.search_follow('event_id');
CREATE TRIGGER search_delete AFTER DELETE ON public.ticket_types
FOR EACH ROW EXECUTE FUNCTION sec.search_follow('event_id');

CREATE TRIGGER search_update AFTER UPDATE ON public.venues
FOR EACH ROW WHEN (
    (OLD.name, OLD.city, OLD.latitude, OLD.longitude, OLD.facilities)
        IS DISTINCT FROM (NEW.name, NEW.city, NEW.latitude, NEW.longitude, NEW.facilities)
) EXECUTE FUNCTION sec.search_follow('id');
CREATE TRIGGER search_update AFTER UPDATE ON public.collections
FOR EACH ROW WHEN ((OLD.name, OLD.designer_id) IS DISTINCT FROM (NEW.name, NEW.designer_id))
EXECUTE FUNCTION sec.search_follow('id');
CREATE TRIGGER search_update AFTER UPDATE ON public.designers
FOR EACH ROW WHEN (OLD.brand_name IS DISTINCT FROM NEW.brand_name)
EXECUTE FUNCTION sec.search_follow('id');
CREATE TRIGGER search_update AFTER UPDATE ON public.models
FOR EACH ROW WHEN (
    OLD.meta_data ->> 'stage_name' IS DISTINCT FROM NEW.meta_data ->> 'stage_name'
) EXECUTE FUNCTION sec.search_follow('id');

REVOKE ALL ON FUNCTION sec.search_refresh(uuid[]), sec.search_follow() FROM PUBLIC;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.search_refresh(uuid[]) OWNER TO portal_definer;
ALTER FUNCTION sec.search_follow() OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
SELECT sec.search_refresh(ARRAY(SELECT id FROM events WHERE status = 'published'));
