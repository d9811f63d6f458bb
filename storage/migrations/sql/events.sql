-- Events: where and when they are, what happens there, and who makes them.

CREATE TABLE venues (
    id UUID DEFAULT uuidv7() NOT NULL,
    name TEXT NOT NULL CONSTRAINT ck_venues_name_length CHECK (char_length("name") <= 200),
    address TEXT CONSTRAINT ck_venues_address_length CHECK (char_length("address") <= 500),
    city TEXT NOT NULL CONSTRAINT ck_venues_city_length CHECK (char_length("city") <= 120),
    country TEXT CONSTRAINT ck_venues_country_length CHECK (char_length("country") <= 120),
    capacity INTEGER,
    facilities JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_venues_facilities_shape CHECK (jsonb_typeof(facilities) = 'object'),
    contact_info JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_venues_contact_info_shape CHECK (jsonb_typeof(contact_info) = 'object'),
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_venues_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    time_zone TEXT NOT NULL CONSTRAINT ck_venues_time_zone_length CHECK (char_length("time_zone") <= 64),
    CONSTRAINT pk_venues PRIMARY KEY (id),
    CONSTRAINT ck_venues_capacity_positive CHECK (capacity >= 0),
    CONSTRAINT ck_venues_latitude_range CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT ck_venues_longitude_range CHECK (longitude BETWEEN -180 AND 180),
    CONSTRAINT ck_venues_latitude_with_longitude CHECK ((latitude IS NULL) = (longitude IS NULL))
);
CREATE INDEX ix_venues_city ON venues (city);
CREATE INDEX ix_venues_facilities ON venues USING gin (facilities jsonb_path_ops);
CREATE INDEX ix_venues_place ON venues USING gist (ll_to_earth(latitude, longitude));

CREATE TABLE events (
    id UUID DEFAULT uuidv7() NOT NULL,
    organizer_id UUID NOT NULL,
    title TEXT NOT NULL CONSTRAINT ck_events_title_length CHECK (char_length("title") <= 200),
    description TEXT CONSTRAINT ck_events_description_length CHECK (char_length("description") <= 4000),
    start_date TIMESTAMP WITH TIME ZONE NOT NULL,
    end_date TIMESTAMP WITH TIME ZONE NOT NULL,
    venue_id UUID,
    status event_status DEFAULT 'draft' NOT NULL,
    capacity INTEGER,
    type event_type NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_events_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    currency TEXT NOT NULL CONSTRAINT ck_events_currency_length CHECK (char_length("currency") <= 3),
    time_zone TEXT NOT NULL CONSTRAINT ck_events_time_zone_length CHECK (char_length("time_zone") <= 64),
    language TEXT DEFAULT 'en' NOT NULL CONSTRAINT ck_events_language_length CHECK (char_length("language") <= 16),
    CONSTRAINT pk_events PRIMARY KEY (id),
    CONSTRAINT ck_events_ends_after_start CHECK (end_date > start_date),
    CONSTRAINT ck_events_capacity_positive CHECK (capacity >= 0),
    CONSTRAINT ck_events_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT ex_events_venue_once EXCLUDE USING gist (venue_id WITH =, tstzrange(start_date, end_date) WITH &&) WHERE (status = 'published'),
    CONSTRAINT fk_events_organizer_id FOREIGN KEY(organizer_id) REFERENCES users (id),
    CONSTRAINT fk_events_venue_id FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE INDEX ix_events_organizer_id ON events (organizer_id, id DESC);
CREATE INDEX ix_events_published ON events (start_date) WHERE status = 'published';
CREATE INDEX ix_events_venue_id ON events (venue_id);

CREATE TABLE event_models (
    event_id UUID NOT NULL,
    model_id UUID NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_event_models_position_positive CHECK ("position" >= 0),
    CONSTRAINT pk_event_models PRIMARY KEY (event_id, model_id),
    CONSTRAINT fk_event_models_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_event_models_model_id FOREIGN KEY(model_id) REFERENCES models (id)
);
CREATE INDEX ix_event_models_model_id ON event_models (model_id);

CREATE TABLE event_schedules (
    id UUID DEFAULT uuidv7() NOT NULL,
    event_id UUID NOT NULL,
    title TEXT NOT NULL CONSTRAINT ck_event_schedules_title_length CHECK (char_length("title") <= 200),
    description TEXT CONSTRAINT ck_event_schedules_description_length CHECK (char_length("description") <= 2000),
    start_time TIMESTAMP WITH TIME ZONE NOT NULL,
    end_time TIMESTAMP WITH TIME ZONE,
    location TEXT CONSTRAINT ck_event_schedules_location_length CHECK (char_length("location") <= 200),
    type TEXT NOT NULL CONSTRAINT ck_event_schedules_type_length CHECK (char_length("type") <= 32),
    "order" INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_event_schedules_order_positive CHECK ("order" >= 0),
    CONSTRAINT pk_event_schedules PRIMARY KEY (id),
    CONSTRAINT ck_event_schedules_ends_after_start CHECK (end_time >= start_time),
    CONSTRAINT fk_event_schedules_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);
CREATE INDEX ix_event_schedules_event_id_start_time ON event_schedules (event_id, start_time);

CREATE TABLE event_staff (
    event_id UUID NOT NULL,
    user_id UUID NOT NULL,
    role staff_role NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_event_staff PRIMARY KEY (event_id, user_id, role),
    CONSTRAINT fk_event_staff_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_event_staff_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE INDEX ix_event_staff_user_id ON event_staff (user_id);

CREATE TABLE event_collections (
    event_id UUID NOT NULL,
    collection_id UUID NOT NULL,
    position INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_event_collections_position_positive CHECK ("position" >= 0),
    CONSTRAINT pk_event_collections PRIMARY KEY (event_id, collection_id),
    CONSTRAINT fk_event_collections_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_event_collections_collection_id FOREIGN KEY(collection_id) REFERENCES collections (id)
);
CREATE INDEX ix_event_collections_collection_id ON event_collections (collection_id);
