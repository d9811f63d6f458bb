-- Nobody is found by an address.

DROP FUNCTION sec.find_by_address(bytea, bytea);
