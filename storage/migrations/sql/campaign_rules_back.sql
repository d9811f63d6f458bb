DROP TRIGGER require_second_person ON campaigns;
DROP FUNCTION sec.require_second_person();
DROP FUNCTION
    sec.is_large(campaign_purpose, campaign_audience, uuid, text, uuid),
    sec.audience_about(campaign_purpose, campaign_audience, uuid, text, uuid, text, integer),
    sec.part_of_audience(campaign_purpose, campaign_audience, uuid, uuid, text, uuid, integer);
-- A part is not the whole: what was meant for one leaves no more.
UPDATE campaigns SET status = 'cancelled'
WHERE part IS NOT NULL AND launched_at IS NULL AND status <> 'cancelled';
DROP FUNCTION public.is_capped(uuid, uuid, timestamptz, integer);
DROP FUNCTION public.quiet_until(timestamptz, text, integer, integer);

-- What waits for a second person waits for its makers again.
UPDATE campaigns SET status = 'draft' WHERE status = 'awaiting_approval';
DROP TRIGGER audit ON campaigns;
DROP TRIGGER audit_update ON campaigns;
DROP TRIGGER audit_truncate ON campaigns;
SELECT sec.audit(
    'campaigns', 'id', '{}',
    '{bar_chat_id,bar_message_id,bar_shown,name,description,meta_data}'
);
DROP INDEX ix_campaigns_decided_by;
ALTER TABLE campaigns
    DROP CONSTRAINT ck_campaigns_part_fits,
    DROP CONSTRAINT ck_campaigns_four_eyes,
    DROP CONSTRAINT ck_campaigns_decided_in_time,
    DROP COLUMN time_zone,
    DROP COLUMN part,
    DROP COLUMN stopped_why,
    DROP COLUMN excused,
    DROP COLUMN asked_at,
    DROP COLUMN decided_by,
    DROP COLUMN decided_at,
    DROP COLUMN declined_why;

ALTER TABLE settings DISABLE TRIGGER audit;
DELETE FROM settings WHERE name IN (
    'quiet_from_hour', 'quiet_to_hour', 'campaigns_per_week', 'approval_above_people'
);
ALTER TABLE settings ENABLE TRIGGER audit;
