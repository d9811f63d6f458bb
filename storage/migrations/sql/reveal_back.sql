-- Nobody looks.

DROP POLICY support ON users;
DROP POLICY support ON user_profiles;
DROP POLICY support ON telegram_accounts;
DROP POLICY support ON models;
REVOKE SELECT (
    id, user_type, status, created_at, last_login, email_mask, full_name_mask, phone_number_mask,
    profile_image_url_mask
) ON users FROM portal_support;
REVOKE SELECT (id, user_id, bio_mask, social_links_mask, position_mask, location_mask)
ON user_profiles FROM portal_support;
REVOKE SELECT (
    telegram_id, user_id, reachable, blocked_at, created_at, first_name_mask, username_mask
) ON telegram_accounts FROM portal_support;
REVOKE SELECT (
    id, user_id, approval_status, created_at, birth_date_mask, measurements_mask, portfolio_mask,
    portfolio_url_mask
) ON models FROM portal_support;
DROP INDEX ix_orders_number;
DROP INDEX ix_tickets_short_code;
DROP FUNCTION sec.masked_person(uuid);
DROP FUNCTION sec.find_people(uuid, bigint, text);
DROP FUNCTION sec.looks_at(uuid, integer);
DROP FUNCTION sec.revealed(uuid);
DROP FUNCTION sec.reveal(text, uuid, text, text);
DROP FUNCTION sec.sealed_value(text, uuid, text);
