-- Takes the catalogue's triggers and the definer's rights back.

DROP TRIGGER search_insert ON events;
DROP TRIGGER search_update ON events;
DROP TRIGGER search_delete ON events;
DROP TRIGGER search_insert ON event_collections;
DROP TRIGGER search_update ON event_collections;
DROP TRIGGER search_delete ON event_collections;
DROP TRIGGER search_insert ON event_models;
DROP TRIGGER search_update ON event_models;
DROP TRIGGER search_delete ON event_models;
DROP TRIGGER search_insert ON ticket_types;
DROP TRIGGER search_update ON ticket_types;
DROP TRIGGER search_delete ON ticket_types;
DROP TRIGGER search_update ON venues;
DROP TRIGGER search_update ON collections;
DROP TRIGGER search_update ON designers;
DROP TRIGGER search_update ON models;
DROP FUNCTION sec.search_follow();
DROP FUNCTION sec.search_refresh(uuid[]);
REVOKE SELECT ON
    events, venues, event_collections, collections, event_models, ticket_types
FROM portal_definer;
DROP FUNCTION public.search_document(uuid);
DROP FUNCTION public.word_query(text);
DROP FUNCTION public.text_config(text);
DROP FUNCTION public.plain(text);
DROP TABLE search_words;
DROP TABLE event_search;
DROP TABLE follows;
