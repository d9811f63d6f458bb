-- A text message to a phone when an evening moves or is called off within a day, and Telegram does
-- not reach its guest: for who agreed to that.

ALTER TYPE consent_purpose ADD VALUE 'urgent' AFTER 'suggestions';
