-- What may be shown of what is sealed stands beside it (storage/security/masks.py).

ALTER TABLE users
    ADD COLUMN email_mask TEXT CONSTRAINT ck_users_email_mask_length CHECK (char_length("email_mask") <= 128),
    ADD COLUMN full_name_mask TEXT CONSTRAINT ck_users_full_name_mask_length CHECK (char_length("full_name_mask") <= 128),
    ADD COLUMN phone_number_mask TEXT CONSTRAINT ck_users_phone_number_mask_length CHECK (char_length("phone_number_mask") <= 128),
    ADD COLUMN profile_image_url_mask TEXT CONSTRAINT ck_users_profile_image_url_mask_length CHECK (char_length("profile_image_url_mask") <= 128);
ALTER TABLE user_profiles
    ADD COLUMN bio_mask TEXT CONSTRAINT ck_user_profiles_bio_mask_length CHECK (char_length("bio_mask") <= 128),
    ADD COLUMN social_links_mask TEXT CONSTRAINT ck_user_profiles_social_links_mask_length CHECK (char_length("social_links_mask") <= 128),
    ADD COLUMN position_mask TEXT CONSTRAINT ck_user_profiles_position_mask_length CHECK (char_length("position_mask") <= 128),
    ADD COLUMN location_mask TEXT CONSTRAINT ck_user_profiles_location_mask_length CHECK (char_length("location_mask") <= 128);
ALTER TABLE telegram_accounts
    ADD COLUMN first_name_mask TEXT CONSTRAINT ck_telegram_accounts_first_name_mask_length CHECK (char_length("first_name_mask") <= 128),
    ADD COLUMN username_mask TEXT CONSTRAINT ck_telegram_accounts_username_mask_length CHECK (char_length("username_mask") <= 128);
ALTER TABLE models
    ADD COLUMN measurements_mask TEXT CONSTRAINT ck_models_measurements_mask_length CHECK (char_length("measurements_mask") <= 128),
    ADD COLUMN portfolio_url_mask TEXT CONSTRAINT ck_models_portfolio_url_mask_length CHECK (char_length("portfolio_url_mask") <= 128),
    ADD COLUMN birth_date_mask TEXT CONSTRAINT ck_models_birth_date_mask_length CHECK (char_length("birth_date_mask") <= 128),
    ADD COLUMN portfolio_mask TEXT CONSTRAINT ck_models_portfolio_mask_length CHECK (char_length("portfolio_mask") <= 128);

GRANT UPDATE (email_mask, full_name_mask, phone_number_mask, profile_image_url_mask)
ON users TO portal_app;
GRANT UPDATE (username_mask) ON telegram_accounts TO portal_app;
