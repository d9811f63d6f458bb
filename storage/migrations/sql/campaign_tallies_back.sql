-- Deliveries of a campaign are counted when somebody asks.

DROP TRIGGER tally_delete ON notifications;
DROP TRIGGER tally_update ON notifications;
DROP TRIGGER tally_insert ON notifications;
DROP FUNCTION sec.tally();
DROP TABLE campaign_tallies;
