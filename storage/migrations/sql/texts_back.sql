-- Nobody gets a text message.

DELETE FROM notifications WHERE type = 'sms';
DELETE FROM consents WHERE purpose::text = 'urgent';
DELETE FROM consent_states WHERE purpose::text = 'urgent';
ALTER TYPE consent_purpose RENAME TO consent_purpose_wide;
CREATE TYPE consent_purpose AS ENUM ('marketing', 'suggestions');
DROP INDEX ix_consent_states_granted;
ALTER TABLE consents ALTER COLUMN purpose TYPE consent_purpose USING purpose::text::consent_purpose;
ALTER TABLE consent_states
    ALTER COLUMN purpose TYPE consent_purpose USING purpose::text::consent_purpose;
CREATE INDEX ix_consent_states_granted ON consent_states (purpose, channel, user_id) WHERE granted;
DROP TYPE consent_purpose_wide;
