-- Which table tells what: the uuid that its rows are found by, their key where that is another,
-- the columns that are told without a value (personal and clear, or a secret's digest), and those
-- that are sealed.

SELECT
    sec.audit(
        'users', 'id', '{}',
        '{email_mask,email_index,password_hash,full_name_mask,phone_number_mask,phone_index,profile_image_url_mask,preferences}',
        '{email,full_name,phone_number,profile_image_url}'
    ),
    sec.audit(
        'user_profiles', 'user_id', '{}',
        '{bio_mask,social_links_mask,company_mask,position_mask,location_mask,preferences}',
        '{bio,social_links,company,position,location}'
    ),
    sec.audit(
        'telegram_accounts', 'user_id', '{}',
        '{telegram_id,chat_id,first_name_mask,username_mask,language,chosen_language,time_zone}',
        '{first_name,username}'
    ),
    sec.audit('administrators', 'user_id'),
    sec.audit('organizer_applications', 'id', '{}', '{note}'),
    sec.audit('sessions', 'id', '{}', '{token,data}', '{ip_address,user_agent}'),
    sec.audit('email_confirmations', 'id', '{}', '{address_index}', '{address}'),
    sec.audit('dialog_drafts', 'id', '{}', '{form,step}', '{answers}'),
    sec.audit('one_time_links', 'created_by', '{}', '{digest}'),
    sec.audit('enquiries', 'id', '{}', '{photo}', '{message,answer}'),
    sec.audit('approvals', 'id', '{}', '{reason}'),
    sec.audit('guardian_consents', 'id', '{}', '{digest}'),
    sec.audit('consents', 'id'),
    sec.audit('consent_states', 'user_id', '{purpose,channel}'),
    sec.audit('follows', 'id', '{}', '{city}'),
    sec.audit('houses', 'user_id', '{}', '{name,about}'),
    sec.audit('stage_names', 'model_id', '{}', '{name}');

SELECT
    sec.audit(
        'designers', 'id', '{}',
        '{brand_name,portfolio_url,specialties,experience_level,achievements,meta_data}'
    ),
    sec.audit('collections', 'id', '{}', '{name,description,season,images,meta_data}'),
    sec.audit(
        'models', 'id', '{}',
        '{height,measurements_mask,portfolio_url_mask,experience_level,availability,meta_data,birth_date_mask,portfolio_mask}',
        '{measurements,portfolio_url,birth_date,portfolio}'
    ),
    sec.audit('venues', 'id', '{}', '{contact_info}'),
    sec.audit('events', 'id'),
    sec.audit('event_schedules', 'id'),
    sec.audit('event_staff', 'event_id', '{user_id,role}'),
    sec.audit('event_collections', 'event_id', '{collection_id}'),
    sec.audit('event_models', 'event_id', '{model_id}'),
    sec.audit('reminder_rounds', 'event_id', '{hours_ahead,starts_at}'),
    sec.audit('gates', 'id'),
    sec.audit('version_control', 'id');

SELECT
    sec.audit('ticket_types', 'id'),
    sec.audit('quotas', 'id', p_counters => '{held,sold}'),
    sec.audit('quota_ticket_types', 'ticket_type_id', '{quota_id}'),
    sec.audit('orders', 'id'),
    sec.audit('order_lines', 'order_id', '{ticket_type_id}'),
    sec.audit('payments', 'id'),
    sec.audit('refunds', 'id'),
    sec.audit('tickets', 'id', '{}', '{qr_code,short_code}'),
    sec.audit('checkins', 'id', '{}', '{nonce,code_digest}'),
    sec.audit('campaigns', 'id', '{}', '{bar_chat_id}'),
    sec.audit('external_services', 'id', '{}', '{config}'),
    sec.audit('quarantined_updates', NULL, '{bot_id,update_id}', '{payload,error}'),
    sec.audit('sec.context_keys', NULL, '{kid}', '{inner_block,outer_block}');

-- What a fan-out writes by the thousand; each delivery is its own log.
SELECT sec.audit_in_bulk('notifications');
