-- The door as it was.

DROP TRIGGER renew_party ON tickets;
DROP FUNCTION sec.renew_party();
ALTER TABLE orders DROP COLUMN party_generation;
DROP TRIGGER keep_door ON checkins;
DROP TRIGGER count_step ON checkins;
DROP FUNCTION sec.keep_door();
DROP FUNCTION sec.count_step();
DROP INDEX uq_checkins_undoes_id;
CREATE INDEX ix_checkins_undoes_id ON checkins (undoes_id);
DROP INDEX uq_checkins_step;
ALTER TABLE checkins DROP COLUMN step;
DROP POLICY add ON checkins;
CREATE POLICY add ON checkins FOR INSERT TO portal_app WITH CHECK (
    staff_id = (SELECT sec.uid())
    AND event_id = ANY ((SELECT sec.events_as('{manager,supervisor,steward}'))::uuid[])
);
DROP TABLE door_posts;
DROP TABLE gate_ticket_types;
ALTER TABLE gates DROP CONSTRAINT uq_gates_id_event_id;
DROP TABLE door_settings;
