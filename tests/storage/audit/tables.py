"""Which tables tell the audit nothing, and why; what each of the others may be changed to."""

import asyncpg

from tests.storage.rows.probes import CHANGES
from tests.storage.rows.world import World, make_world

EXEMPT = {
    "audit_logs": "is the audit",
    "version_control": "follows from changes that are told, and is only added to",
    "audit_seals": "is made from the audit, and signed",
    "system_logs": "is a log that is only added to",
    "integration_logs": "is a log that is only added to",
    "performance_metrics": "is a log that is only added to",
    "cache_entries": "can be fetched anew at any time",
    "processed_updates": "is the number of an update; what that did is told where it was done",
    "job_runs": "is the clock's mark; what the job did is told where it was done",
    "alembic_version": "is written by migrations, before there is a month to tell it in",
    "event_search": "follows from events and their line-ups by triggers, which are compared",
    "search_words": "follows from event_search",
    "sign_in_tries": "counts tries for a day; what was refused is an event of its own",
    "promo_tries": "counts wrong words for a quarter of an hour",
    "erasure_ledger": "is a ledger that is only added to, beside an erasure, which is told",
    "ledger_lines": "is a ledger that is only added to, beside orders and tickets, which are told",
    "waitlist_calls": "asks for a look; what came of it is told where it was done",
    "campaign_posts": "is a ledger of posts; what they say is told with their campaign",
    "campaign_tallies": "follows from notifications",
    "campaign_taps": "counts who came by a button, and is only added to",
    "provider_events": "is what a provider told; what it changed is told where that was done",
    "user_quota": "follows from the lines of a person's orders, which are told",
}
BULK = {"notifications"}
"""Tables of which a statement is told, not a row: each delivery is its own log."""

_REST = """
INSERT INTO reminder_rounds (event_id, hours_ahead, starts_at, reminded_at)
    VALUES ({show}, 24, now(), now());
INSERT INTO external_services (name, type) VALUES ('telegram', 'bot');
INSERT INTO incidents (kind, opened_at, seen_at) VALUES ('redis', now(), now());
INSERT INTO one_time_links (digest, purpose, created_by, expires_at)
    VALUES ('digest', 'staff', {house}, now());
INSERT INTO web_links (user_id, digest, purpose, expires_at)
    VALUES ({house}, 'digest', 'sign_in', now());
INSERT INTO retention_rules (table_name, basis, since, action, keep, least)
    VALUES ('follows', 'contract', 'created_at', 'remove', '1 d', '0');
INSERT INTO sec.context_keys (kid, inner_block, outer_block)
    VALUES ('k', decode(repeat('00', 64), 'hex'), decode(repeat('00', 64), 'hex'));
"""
CHANGED = CHANGES | {
    "order_approvals": "approved = true, decided_at = now()",
    "administrators": "revoked_at = now()",
    "email_confirmations": "attempts = 1",
    "models": "height = 170",
    "checkins": "device = 'x'",
    "consents": "version = 2",
    "consent_states": "version = 2",
    "follows": "city = 'Rome', organizer_id = NULL",
    "houses": "name = 'x'",
    "stage_names": "name = 'x'",
    "event_staff": "created_at = now() - interval '1 d'",
    "quarantined_updates": "error = 'x'",
    "venues": "name = 'x'",
    "event_schedules": "title = 'x'",
    "event_collections": "position = 9",
    "event_models": "position = 9",
    "ticket_types": "name = 'x'",
    "quotas": "name = 'x'",
    "waitlist_offers": "seats = 3",
    "promo_codes": "paused = true",
    "promo_redemptions": "counts = false",
    "gates": "name = 'x'",
    "gate_ticket_types": "gate_id = gate_id",
    "reminder_rounds": "reminded_at = now() - interval '1 d'",
    "external_services": "type = 'x'",
    "one_time_links": "expires_at = now() + interval '1 d'",
    "web_links": "expires_at = now() + interval '1 d'",
    "sessions": "token = 'x'",
    "sec.context_keys": "created_at = now() - interval '1 d'",
    "incidents": "closed_at = now()",
    "house_channels": "title = 'x'",
    "quota_ticket_types": "quota_id = quota_id",
    "promo_code_ticket_types": "code_id = code_id",
    "cancelled_orders": "returned = 1",
    "event_moves": "told_at = now()",
    "retention_rules": "keep = '2 d'",
}
UNCHANGEABLE = {"quota_ticket_types", "gate_ticket_types", "promo_code_ticket_types"}
"""Tables whose rows have nothing but a key."""


async def make_rows(superuser: asyncpg.Connection) -> World:
    """A row at least in every table that tells of itself."""
    world = await make_world(superuser)
    await superuser.execute(_REST.format(**world.quoted()))
    return world


async def audited(superuser: asyncpg.Connection) -> list[str]:
    """The tables that tell of their changes, by their triggers."""
    rows = await superuser.fetch(
        """
        SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger
        WHERE tgfoid IN (to_regproc('sec.audit_row'), to_regproc('sec.audit_statement'))
            AND tgparentid = 0 AND tgname <> 'audit_truncate'
        ORDER BY 1
        """
    )
    return [row["name"] for row in rows]
