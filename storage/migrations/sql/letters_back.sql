-- Campaigns go to chats alone.

CREATE OR REPLACE FUNCTION sec.is_large(
    p_purpose public.campaign_purpose, p_audience public.campaign_audience, p_house uuid,
    p_city text, p_event uuid
)
RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_most CONSTANT integer := (
        SELECT s.value FROM public.settings s WHERE s.name = 'approval_above_people'
    );
BEGIN
    RETURN p_purpose = 'marketing' AND (
        SELECT count(*) > v_most
        FROM sec.audience(
            p_purpose, p_audience, p_house, p_city, p_event,
            '00000000-0000-0000-0000-000000000000', v_most + 1
        )
    );
END
$$;
DROP FUNCTION sec.opt_out_of_letters(uuid, bytea, timestamptz);
DROP FUNCTION sec.gets_letters(uuid, bytea);
DROP FUNCTION sec.letter_audience_size(campaign_purpose, campaign_audience, uuid, text, uuid);
DROP FUNCTION sec.letter_audience(
    campaign_purpose, campaign_audience, uuid, text, uuid, uuid, integer
);
DROP TRIGGER forget_bounce ON users;
DROP FUNCTION sec.forget_bounce();
ALTER TABLE users DROP COLUMN email_bounced_at;
