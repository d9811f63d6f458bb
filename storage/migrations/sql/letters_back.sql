-- Campaigns go to chats alone.

DROP FUNCTION sec.opt_out_of_letters(uuid, bytea, timestamptz);
DROP FUNCTION sec.gets_letters(uuid, bytea);
DROP FUNCTION sec.letter_audience_size(campaign_purpose, campaign_audience, uuid, text, uuid);
DROP FUNCTION sec.letter_audience(
    campaign_purpose, campaign_audience, uuid, text, uuid, uuid, integer
);
DROP TRIGGER forget_bounce ON users;
DROP FUNCTION sec.forget_bounce();
ALTER TABLE users DROP COLUMN email_bounced_at;
