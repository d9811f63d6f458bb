DROP TRIGGER keep_stage_name ON models;
DROP TRIGGER follow_house ON events;
DROP TRIGGER follow_house ON organizer_applications;
DROP TRIGGER follow_house ON user_profiles;
DROP FUNCTION sec.keep_stage_name(), sec.follow_house(), sec.keep_house(uuid);
DROP TABLE stage_names, houses;
