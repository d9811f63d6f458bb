-- Designers, their collections, and models.

CREATE TABLE designers (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    brand_name TEXT NOT NULL CONSTRAINT ck_designers_brand_name_length CHECK (char_length("brand_name") <= 200),
    portfolio_url TEXT CONSTRAINT ck_designers_portfolio_url_length CHECK (char_length("portfolio_url") <= 1024),
    specialties TEXT[] DEFAULT '{}' NOT NULL CONSTRAINT ck_designers_specialties_count CHECK (cardinality(specialties) <= 50),
    experience_level TEXT CONSTRAINT ck_designers_experience_level_length CHECK (char_length("experience_level") <= 64),
    achievements JSONB DEFAULT '[]' NOT NULL CONSTRAINT ck_designers_achievements_shape CHECK (jsonb_typeof(achievements) = 'array'),
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_designers_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    approval_status approval_status DEFAULT 'draft' NOT NULL,
    paused_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_designers PRIMARY KEY (id),
    CONSTRAINT uq_designers_user_id UNIQUE (user_id),
    CONSTRAINT fk_designers_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);

CREATE TABLE models (
    id UUID DEFAULT uuidv7() NOT NULL,
    user_id UUID NOT NULL,
    height NUMERIC(5, 2) CONSTRAINT ck_models_height_in_cm CHECK (height BETWEEN 50 AND 260),
    measurements JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_models_measurements_shape CHECK (jsonb_typeof(measurements) = 'object'),
    portfolio_url TEXT CONSTRAINT ck_models_portfolio_url_length CHECK (char_length("portfolio_url") <= 5508),
    experience_level TEXT CONSTRAINT ck_models_experience_level_length CHECK (char_length("experience_level") <= 64),
    availability JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_models_availability_shape CHECK (jsonb_typeof(availability) = 'object'),
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_models_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    approval_status approval_status DEFAULT 'draft' NOT NULL,
    paused_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_models PRIMARY KEY (id),
    CONSTRAINT uq_models_user_id UNIQUE (user_id),
    CONSTRAINT fk_models_user_id FOREIGN KEY(user_id) REFERENCES users (id)
);

CREATE TABLE collections (
    id UUID DEFAULT uuidv7() NOT NULL,
    designer_id UUID NOT NULL,
    name TEXT NOT NULL CONSTRAINT ck_collections_name_length CHECK (char_length("name") <= 200),
    description TEXT CONSTRAINT ck_collections_description_length CHECK (char_length("description") <= 4000),
    season TEXT CONSTRAINT ck_collections_season_length CHECK (char_length("season") <= 64),
    year INTEGER CONSTRAINT ck_collections_year_range CHECK (year BETWEEN 1800 AND 2200),
    status collection_status DEFAULT 'draft' NOT NULL,
    images JSONB DEFAULT '[]' NOT NULL CONSTRAINT ck_collections_images_shape CHECK (jsonb_typeof(images) = 'array'),
    meta_data JSONB DEFAULT '{}' NOT NULL CONSTRAINT ck_collections_meta_data_shape CHECK (jsonb_typeof(meta_data) = 'object'),
    CONSTRAINT pk_collections PRIMARY KEY (id),
    CONSTRAINT fk_collections_designer_id FOREIGN KEY(designer_id) REFERENCES designers (id)
);
CREATE INDEX ix_collections_designer_id_id ON collections (designer_id, id);
