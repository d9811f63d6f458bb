"""Every table is somebody's, public or ours, and says so; every rule keeps the house's form."""

import re

# fmt: off
PERSONAL = frozenset((
    "users", "user_profiles", "telegram_accounts", "administrators",
    "organizer_applications", "sessions", "dialog_drafts", "one_time_links", "houses",
    "designers", "collections", "models", "stage_names", "events", "event_staff", "follows",
    "waitlist_entries", "waitlist_offers",
    "promo_redemptions", "promo_tries", "order_answers", "order_approvals",
    "user_quota", "orders", "order_lines", "ledger_lines", "payments", "refunds", "tickets",
    "checkins", "campaigns", "notifications", "enquiries", "email_confirmations", "approvals",
    "guardian_consents", "consents", "consent_states", "data_requests", "erasures",
    "version_control", "audit_logs", "quarantined_updates", "web_links", "sign_in_tries",
    "seller_accounts", "sellers", "house_channels", "campaign_taps", "campaign_files",
    "attendee_files",
    "settings", "door_posts", "ticket_gifts", "cancellations", "cancelled_orders",
))
OFFERED = frozenset((  # read by everybody, written by who makes the event
    "waitlists",
    "venues", "event_schedules", "event_collections", "event_models", "ticket_types",
    "quotas", "quota_ticket_types", "gates", "gate_ticket_types", "door_settings",
    "event_moves", "event_questions",
))
KEPT = frozenset(("promo_codes", "promo_code_ticket_types"))  # for who makes the event
PUBLIC = frozenset(("event_search", "search_words"))
OURS = frozenset((
    "waitlist_calls",
    "external_services", "integration_logs", "system_logs", "performance_metrics",
    "cache_entries", "processed_updates", "job_runs", "reminder_rounds", "alembic_version",
    "audit_seals", "incidents", "erasure_ledger", "retention_rules",
    "provider_events",
    "campaign_posts", "campaign_tallies",
))
# fmt: on


async def test_every_table_is_listed_and_the_personal_ones_are_locked(superuser) -> None:
    tables = await superuser.fetch(
        "SELECT relname, relrowsecurity AND relforcerowsecurity AS locked FROM pg_class"
        " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
        " AND NOT relispartition"
    )
    assert {row["relname"] for row in tables} == PERSONAL | OFFERED | KEPT | PUBLIC | OURS
    assert {row["relname"] for row in tables if row["locked"]} == PERSONAL | OFFERED | KEPT


async def test_a_policy_asks_who_acts_once_a_statement(superuser) -> None:
    rows = await superuser.fetch(
        "SELECT tablename, policyname,"
        " coalesce(qual, '') || ' ' || coalesce(with_check, '') AS rule FROM pg_policies"
    )
    for row in rows:
        rule = row["rule"]
        assert "current_setting" not in rule, row
        asked = re.findall(r"sec\.\w+\(", rule)
        wrapped = re.findall(r"\( SELECT sec\.\w+\(", rule)
        assert len(asked) == len(wrapped), row


async def test_every_rule_with_a_condition_is_tried_wide_open(superuser) -> None:
    """The bot's by the probes (`test_row_security.py`); others are named here with their test."""
    rows = await superuser.fetch(
        "SELECT tablename, policyname FROM pg_policies"
        " WHERE (qual <> 'true' OR with_check <> 'true')"
        " AND (permissive <> 'PERMISSIVE' OR roles <> '{portal_app}')"
    )
    assert {tuple(row) for row in rows} == {
        ("events", "support"),  # test_who_may_sees
        ("audit_logs", "owner_adds_none"),  # tests/storage/audit/test_changes.py
    }


async def test_functions_of_the_definer_are_pinned_and_nobodys_by_default(superuser) -> None:
    rows = await superuser.fetch(
        """
        SELECT p.proname, p.proconfig, p.proowner::regrole::text AS owner,
               EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0) OR p.proacl IS NULL
                   AS everybodys
        FROM pg_proc p WHERE p.prosecdef
            AND p.pronamespace IN ('public'::regnamespace, 'sec'::regnamespace)
        """
    )
    assert len(rows) > 10
    for row in rows:
        assert row["owner"] == "portal_definer", row
        assert 'search_path=""' in (row["proconfig"] or []), row
        assert not row["everybodys"], row


async def test_what_a_policy_looks_up_by_is_indexed(superuser) -> None:
    leading = await superuser.fetch(
        """
        SELECT i.indrelid::regclass::text AS "table", a.attname AS "column" FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        """
    )
    there = {(row["table"], row["column"]) for row in leading}
    for table in PERSONAL - {"audit_logs", "quarantined_updates", "users"}:
        columns = await superuser.fetch(
            "SELECT column_name FROM information_schema.columns WHERE table_name = $1", table
        )
        if "user_id" in {row["column_name"] for row in columns}:
            assert (table, "user_id") in there, table
    assert {
        ("events", "organizer_id"),
        ("event_staff", "user_id"),
        ("tickets", "order_id"),
        ("payments", "order_id"),
        ("campaigns", "organizer_id"),
    } <= there
