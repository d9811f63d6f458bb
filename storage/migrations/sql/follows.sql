-- Whom and what a person follows: a designer, a house or a city.

CREATE TABLE follows (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    designer_id UUID,
    organizer_id UUID,
    city TEXT CONSTRAINT ck_follows_city_length CHECK (char_length("city") <= 120),
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_follows PRIMARY KEY (id),
    CONSTRAINT uq_follows_user_id_designer_id_organizer_id_city UNIQUE NULLS NOT DISTINCT (user_id, designer_id, organizer_id, city),
    CONSTRAINT ck_follows_one_thing CHECK (num_nonnulls(designer_id, organizer_id, city) = 1),
    CONSTRAINT fk_follows_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_follows_designer_id FOREIGN KEY(designer_id) REFERENCES designers (id),
    CONSTRAINT fk_follows_organizer_id FOREIGN KEY(organizer_id) REFERENCES users (id)
);
CREATE INDEX ix_follows_designer_id ON follows (designer_id) WHERE designer_id IS NOT NULL;
CREATE INDEX ix_follows_organizer_id ON follows (organizer_id) WHERE organizer_id IS NOT NULL;
CREATE INDEX ix_follows_city ON follows (city) WHERE city IS NOT NULL;

GRANT SELECT, INSERT, DELETE ON follows TO portal_app;
GRANT SELECT ON follows TO portal_worker;
