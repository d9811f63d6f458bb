-- Nobody is counted who came by a button, and there is no file.

DROP FUNCTION sec.taken_up(uuid);
DROP FUNCTION public.taken_up(uuid);
DROP FUNCTION sec.tap_campaign(uuid, text, timestamptz);
DROP TABLE campaign_files;
DROP TABLE campaign_taps;
