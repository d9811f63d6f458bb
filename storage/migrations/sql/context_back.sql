DROP FUNCTION
    sec.knows_key(text), sec.administrators(), sec.houses(), sec.events_as(staff_role[]),
    sec.is_admin(), sec.is_house(), sec.uid(), sec.context();
DROP TABLE sec.context_keys;
