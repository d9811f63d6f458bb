-- Campaigns as they were.

DROP TRIGGER require_consent ON notifications;
ALTER TABLE campaigns
    DROP COLUMN purpose,
    DROP COLUMN audience,
    DROP COLUMN city,
    DROP COLUMN created_by,
    DROP COLUMN launched_at,
    DROP COLUMN fanned_out_to,
    DROP COLUMN fanned_out_at,
    DROP COLUMN bar_chat_id,
    DROP COLUMN bar_message_id,
    DROP COLUMN bar_shown;
