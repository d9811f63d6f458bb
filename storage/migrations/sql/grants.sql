-- Who may do what. Nobody may anything that does not stand here, and only on parents of
-- partitions. Row policies come on top of this.

GRANT USAGE ON SCHEMA sec TO portal_app, portal_worker, portal_definer;

-- The bot.
GRANT SELECT ON
    users, user_profiles, telegram_accounts, administrators, organizer_applications, sessions,
    dialog_drafts, designers, collections, models, venues, events, event_schedules, event_staff,
    event_collections, event_models, ticket_types, quotas, quota_ticket_types, user_quota, orders,
    order_lines, payments, refunds, tickets, gates, checkins, campaigns, notifications,
    version_control, external_services, cache_entries, processed_updates, quarantined_updates,
    alembic_version
TO portal_app;
GRANT INSERT ON
    organizer_applications, sessions, dialog_drafts, designers, collections, models, venues,
    events, event_schedules, event_staff, event_collections, event_models, ticket_types,
    quota_ticket_types, user_quota, orders, order_lines, payments, refunds, tickets, gates,
    checkins, campaigns, notifications, version_control, integration_logs, system_logs,
    performance_metrics, cache_entries, processed_updates, quarantined_updates
TO portal_app;
GRANT INSERT (id, event_id, kind, name, size, closed, waiting_claim) ON quotas TO portal_app;
GRANT UPDATE (
    email, full_name, phone_number, user_type, updated_at, last_login, profile_image_url,
    preferences
) ON users TO portal_app;
GRANT UPDATE (chosen_language, time_zone, username, reachable, blocked_at)
ON telegram_accounts TO portal_app;
GRANT UPDATE ON
    user_profiles, organizer_applications, sessions, dialog_drafts, designers, collections,
    models, venues, events, event_schedules, event_staff, event_collections, event_models,
    ticket_types, user_quota, orders, order_lines, payments, refunds, tickets, gates,
    campaigns, notifications, cache_entries
TO portal_app;
GRANT UPDATE (name, size, held, sold, size_floor, closed, waiting_claim)
ON quotas TO portal_app;
GRANT DELETE ON
    sessions, dialog_drafts, event_schedules, event_staff, event_collections, event_models,
    quota_ticket_types, order_lines, cache_entries
TO portal_app;

-- What happens by itself.
GRANT SELECT ON
    users, user_profiles, telegram_accounts, administrators, organizer_applications, sessions,
    dialog_drafts, one_time_links, designers, collections, models, venues, events,
    event_schedules, event_staff, event_collections, event_models, ticket_types, quotas,
    quota_ticket_types, user_quota, orders, order_lines, payments, refunds, tickets, gates,
    checkins, campaigns, notifications, version_control, external_services, integration_logs,
    system_logs, performance_metrics, cache_entries, processed_updates, quarantined_updates,
    job_runs, alembic_version
TO portal_worker;
GRANT INSERT ON
    user_quota, payments, refunds, tickets, notifications, integration_logs, system_logs,
    performance_metrics, cache_entries, processed_updates, quarantined_updates, job_runs,
    external_services
TO portal_worker;
GRANT UPDATE (reachable, blocked_at, chat_id) ON telegram_accounts TO portal_worker;
GRANT UPDATE ON
    events, ticket_types, user_quota, orders, order_lines, payments, refunds, tickets,
    campaigns, notifications, external_services, cache_entries, job_runs
TO portal_worker;
GRANT UPDATE (held, sold, size_floor, closed, waiting_claim) ON quotas TO portal_worker;
GRANT DELETE ON
    sessions, dialog_drafts, one_time_links, cache_entries, processed_updates,
    quarantined_updates, job_runs
TO portal_worker;

-- Support sees what is public, until masks are there; auditors see the audit log.
GRANT SELECT ON venues, events, event_schedules, ticket_types, gates, external_services
TO portal_support;
GRANT SELECT ON audit_logs TO portal_audit_ro;

-- The definer's functions, and what they need.
GRANT SELECT, INSERT, UPDATE ON users, telegram_accounts, administrators TO portal_definer;
GRANT SELECT, INSERT ON user_profiles, event_staff TO portal_definer;
GRANT SELECT, INSERT, UPDATE, DELETE ON one_time_links TO portal_definer;
GRANT SELECT ON organizer_applications, designers, models TO portal_definer;
REVOKE ALL ON FUNCTION
    sec.enter(uuid, bigint, bigint, bigint, text, text),
    sec.offer_first_administrator(text, interval),
    sec.redeem_link(text, uuid, interval)
FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    sec.enter(uuid, bigint, bigint, bigint, text, text),
    sec.offer_first_administrator(text, interval),
    sec.redeem_link(text, uuid, interval)
TO portal_app;

GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.enter(uuid, bigint, bigint, bigint, text, text) OWNER TO portal_definer;
ALTER FUNCTION sec.offer_first_administrator(text, interval) OWNER TO portal_definer;
ALTER FUNCTION sec.redeem_link(text, uuid, interval) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;

-- Selling, by whom.
GRANT EXECUTE ON FUNCTION
    public.quota_shortage(uuid[], integer[], text),
    public.quota_shift(uuid[], integer[], integer[], text),
    public.quota_refresh_sold_out(uuid[]),
    public.user_quota_return(uuid[], uuid[], integer[]),
    public.quota_return(uuid[]),
    public.quota_sell(uuid),
    public.quota_take(uuid, boolean, text),
    public.quota_unsell(uuid, uuid[], integer[]),
    public.uuid_floor(timestamptz)
TO portal_app, portal_worker;
GRANT EXECUTE ON FUNCTION
    public.current_order(uuid, uuid),
    public.bought(uuid, uuid),
    public.over_limit(uuid, uuid[], integer[]),
    public.limit_shift(uuid, uuid[], integer[]),
    public.quota_resize(uuid, integer),
    public.reserve(
        bigint, bigint, uuid, uuid, uuid, uuid[], integer[], numeric, interval, interval
    )
TO portal_app;
