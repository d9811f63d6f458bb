-- Nothing is posted anywhere.

DROP FUNCTION sec.posts_of(uuid);
DROP FUNCTION sec.post_places(uuid);
DROP FUNCTION sec.lose_channel(bigint);
DROP FUNCTION sec.connect_channel(bigint, text, timestamptz);
REVOKE SELECT ON external_services FROM portal_definer;
DROP TABLE campaign_posts;
DROP TABLE house_channels;
