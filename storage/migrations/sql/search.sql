-- The public catalogue: published events alone, as they are looked for. It carries no row
-- security; what stands in it anybody may read.

-- A text as it is compared: small letters without accents.
CREATE FUNCTION public.plain(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT lower(public.unaccent('public.unaccent', p_text))
$$;

-- How the words of a language are brought to their stem; as they are, where we do not know it.
CREATE FUNCTION public.text_config(p_language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE split_part(lower(p_language), '-', 1)
        WHEN 'en' THEN 'pg_catalog.english'::regconfig
        WHEN 'fr' THEN 'pg_catalog.french'::regconfig
        WHEN 'it' THEN 'pg_catalog.italian'::regconfig
        WHEN 'de' THEN 'pg_catalog.german'::regconfig
        WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
        WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
        WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
        ELSE 'pg_catalog.simple'::regconfig
    END
$$;

CREATE TABLE event_search (
    event_id UUID NOT NULL,
    organizer_id UUID NOT NULL,
    venue_id UUID,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
    time_zone TEXT NOT NULL CONSTRAINT ck_event_search_time_zone_length CHECK (char_length("time_zone") <= 64),
    type event_type NOT NULL,
    city TEXT CONSTRAINT ck_event_search_city_length CHECK (char_length("city") <= 120),
    city_code TEXT CONSTRAINT ck_event_search_city_code_length CHECK (char_length("city_code") <= 5),
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    cheapest NUMERIC(12, 2),
    free BOOLEAN NOT NULL,
    step_free BOOLEAN NOT NULL,
    names TEXT[] NOT NULL,
    words TSVECTOR NOT NULL,
    CONSTRAINT pk_event_search PRIMARY KEY (event_id)
);
CREATE INDEX ix_event_search_starts_at ON event_search (starts_at, event_id) INCLUDE (ends_at, city_code, type, cheapest, free, step_free, time_zone);
CREATE INDEX ix_event_search_city_code ON event_search (city_code, starts_at, event_id);
CREATE INDEX ix_event_search_free ON event_search (starts_at, event_id) WHERE free;
CREATE INDEX ix_event_search_organizer_id ON event_search (organizer_id, starts_at);
CREATE INDEX ix_event_search_time ON event_search USING gist (tstzrange(starts_at, ends_at));
CREATE INDEX ix_event_search_venue_id ON event_search (venue_id, starts_at, event_id) INCLUDE (ends_at, city_code, type, cheapest, free, step_free, time_zone);
CREATE INDEX ix_event_search_words ON event_search USING gin (words);
CREATE INDEX ix_event_search_names ON event_search USING gin (names);

-- Every word of the names in the catalogue, once: what a misspelt word may have meant.
CREATE TABLE search_words (
    word TEXT NOT NULL CONSTRAINT ck_search_words_word_length CHECK (char_length("word") <= 200),
    CONSTRAINT pk_search_words PRIMARY KEY (word)
);
CREATE INDEX ix_search_words_trigrams ON search_words USING gin (word gin_trgm_ops);

-- What a word asks for: itself, the beginning of a longer one, and its stem in each of our
-- languages. NULL for a word that says nothing in one of them ("the", "les", "di").
CREATE FUNCTION public.word_query(p_word text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN numnode(plainto_tsquery('pg_catalog.english', p_word)) = 0
            OR numnode(plainto_tsquery('pg_catalog.french', p_word)) = 0
            OR numnode(plainto_tsquery('pg_catalog.italian', p_word)) = 0 THEN NULL
        ELSE CASE
                WHEN char_length(p_word) < 3 THEN plainto_tsquery('pg_catalog.simple', p_word)
                ELSE (quote_literal(p_word) || ':*')::tsquery
            END
            || plainto_tsquery('pg_catalog.english', p_word)
            || plainto_tsquery('pg_catalog.french', p_word)
            || plainto_tsquery('pg_catalog.italian', p_word)
    END
$$;

-- What is searched of a published event; no row for any other.
CREATE FUNCTION public.search_document(p_event uuid) RETURNS TABLE (
    organizer_id uuid, venue_id uuid, starts_at timestamptz, ends_at timestamptz, time_zone text,
    type public.event_type, city text, city_code text,
    latitude double precision, longitude double precision,
    cheapest numeric, free boolean, step_free boolean, names text[], words tsvector
)
LANGUAGE sql STABLE
AS $$
    SELECT e.organizer_id, e.venue_id, e.start_date, e.end_date, e.time_zone, e.type, v.city,
        left(md5(v.city), 5), v.latitude, v.longitude, p.cheapest,
        coalesce(p.cheapest = 0, false),
        coalesce(v.facilities @> '{"step_free": true}', false),
        ARRAY(
            SELECT DISTINCT word FROM unnest(tsvector_to_array(
                to_tsvector('pg_catalog.simple', public.plain(
                    concat_ws(' ', e.title, l.names, w.names, v.name, v.city)
                ))
            )) word
            WHERE char_length(word) BETWEEN 3 AND 200 ORDER BY word
        ),
        setweight(to_tsvector('pg_catalog.simple', public.plain(e.title)), 'A')
            || setweight(to_tsvector(public.text_config(e.language), public.plain(e.title)), 'A')
            || setweight(t.titles, 'A')
            || setweight(to_tsvector('pg_catalog.simple', public.plain(
                concat_ws(' ', l.names, w.names)
            )), 'B')
            || setweight(to_tsvector('pg_catalog.simple', public.plain(
                concat_ws(' ', v.name, v.city, e.description)
            )), 'C')
            || setweight(to_tsvector(
                public.text_config(e.language), public.plain(coalesce(e.description, ''))
            ), 'C')
            || setweight(t.descriptions, 'C')
    FROM public.events e
    LEFT JOIN public.venues v ON v.id = e.venue_id
    CROSS JOIN LATERAL (
        SELECT min(k.price) AS cheapest FROM public.ticket_types k
        WHERE k.event_id = e.id AND k.status <> 'inactive' AND NOT k.hidden
    ) p
    CROSS JOIN LATERAL (
        SELECT string_agg(concat_ws(' ', d.brand_name, c.name), ' ' ORDER BY c.id) AS names
        FROM public.event_collections x
        JOIN public.collections c ON c.id = x.collection_id
        JOIN public.designers d ON d.id = c.designer_id
        WHERE x.event_id = e.id
    ) l
    CROSS JOIN LATERAL (
        SELECT string_agg(m.meta_data ->> 'stage_name', ' ' ORDER BY m.id) AS names
        FROM public.event_models x JOIN public.models m ON m.id = x.model_id
        WHERE x.event_id = e.id
    ) w
    CROSS JOIN LATERAL (
        SELECT
            to_tsvector('pg_catalog.simple', public.plain(
                coalesce(string_agg(o.value ->> 'title', ' ' ORDER BY o.key), '')
            )) || to_tsvector('pg_catalog.french', public.plain(
                coalesce(max(o.value ->> 'title') FILTER (WHERE o.key = 'fr'), '')
            )) || to_tsvector('pg_catalog.italian', public.plain(
                coalesce(max(o.value ->> 'title') FILTER (WHERE o.key = 'it'), '')
            )) AS titles,
            to_tsvector('pg_catalog.simple', public.plain(
                coalesce(string_agg(o.value ->> 'description', ' ' ORDER BY o.key), '')
            )) || to_tsvector('pg_catalog.french', public.plain(
                coalesce(max(o.value ->> 'description') FILTER (WHERE o.key = 'fr'), '')
            )) || to_tsvector('pg_catalog.italian', public.plain(
                coalesce(max(o.value ->> 'description') FILTER (WHERE o.key = 'it'), '')
            )) AS descriptions
        FROM jsonb_each(
            CASE WHEN jsonb_typeof(e.meta_data -> 'texts') = 'object'
                THEN e.meta_data -> 'texts' ELSE '{}' END
        ) o
        WHERE jsonb_typeof(o.value) = 'object'
    ) t
    WHERE e.id = p_event AND e.status = 'published'
$$;

GRANT SELECT ON event_search, search_words TO portal_app, portal_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON event_search, search_words TO portal_definer;
GRANT SELECT ON
    events, venues, event_collections, collections, event_models, ticket_types
TO portal_definer;
GRANT EXECUTE ON FUNCTION
    public.plain(text), public.text_config(text), public.word_query(text),
    public.search_document(uuid)
TO portal_app, portal_worker, portal_definer;
