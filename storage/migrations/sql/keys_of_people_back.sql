DROP FUNCTION sec.people_under_seal(integer);
