ALTER TABLE settings DISABLE TRIGGER audit;
DELETE FROM settings WHERE name = 'promo_tries';
ALTER TABLE settings ENABLE TRIGGER audit;
-- squawk-ignore ban-drop-function
DROP FUNCTION sec.try_promo(uuid, text, integer, interval, timestamptz);
-- squawk-ignore ban-drop-table
DROP TABLE promo_tries;
