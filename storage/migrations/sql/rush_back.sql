DROP FUNCTION sec.reserve_many(
    text[], bigint, uuid, uuid, bigint[], uuid[], uuid[], integer[], numeric[], interval, interval
);
