"""What is kept is kept as long as its rule says, and no longer."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import asyncpg
import pytest

from jobs.housekeeping import forget_old
from storage.database import Database
from storage.datamap import TABLES, Basis
from storage.datamap.retention import rules
from storage.ids import NOBODY, derived_id
from tests.console.commands import run_main
from tests.factories import Owner, make_event, make_person
from tests.storage.database_fixtures import Scratch

IN_SETTINGS = {"dialog_drafts"}
YEAR = timedelta(days=365)


def test_every_span_of_the_data_map_is_a_rule_and_the_law_keeps_what_it_asks_for() -> None:
    spans = {
        table.name: part.keep
        for table in TABLES.values()
        for part in table.parts
        if part.keep.span is not None and table.name not in IN_SETTINGS
    }
    known = rules()
    assert spans.keys() == {rule.table for rule in known.values() if rule.basis != "none"}
    for name, keep in spans.items():
        assert (known[name].keep, known[name].since) == (keep.span, keep.since)
        by_law = {part.basis for part in TABLES[name].parts} == {Basis.LAW}
        assert (known[name].least == keep.span) == by_law
    assert known["audit_logs"].least == 2 * YEAR


async def test_rows_go_or_lose_their_person_after_their_time(jobs: Database, owner: Owner) -> None:
    person = await make_person(owner)
    show = await make_event(owner)
    made = {}
    for years in (1, 11):
        at = await owner.value(f"SELECT now() - interval '{years} years'")
        made[years] = await owner.insert(
            "orders", id=derived_id(at, f"order {years}"), user_id=person, event_id=show.id,
            number=f"A{years}", total_amount=Decimal(45), currency="EUR", status="completed",
            payment_status="paid", created_at=at,
        )  # fmt: skip
        await owner.insert(
            "enquiries", id=derived_id(at, "asked"), user_id=person, topic="other",
            message="Hello?", created_at=at,
        )  # fmt: skip
        await owner.insert(
            "approvals", id=derived_id(at, "told"), user_id=person, trade="model",
            status="rejected", reason="Too late", decided_by=person, decided_at=at, created_at=at,
        )  # fmt: skip
    await forget_old(jobs)
    orders = await owner.fetch("SELECT user_id, total_amount FROM orders ORDER BY id")
    assert [row["user_id"] for row in orders] == [NOBODY, person]
    assert {row["total_amount"] for row in orders} == {Decimal(45)}
    assert await owner.value("SELECT count(*) FROM enquiries") == 1
    told = await owner.fetch("SELECT user_id, reason FROM approvals ORDER BY id")
    assert told == [
        {"user_id": NOBODY, "reason": ""},
        {"user_id": person, "reason": "Too late"},
    ]
    [rule] = await owner.fetch("SELECT * FROM retention_rules WHERE table_name = 'orders'")
    assert rule["last_count"] == 1
    await forget_old(jobs)  # nothing is done twice
    [rule] = await owner.fetch("SELECT * FROM retention_rules WHERE table_name = 'orders'")
    assert rule["last_count"] == 0


async def test_a_rule_that_is_changed_counts_at_the_next_run_and_no_law_is_broken(
    jobs: Database, owner: Owner, database: Scratch, tmp_path: Path
) -> None:
    given = {"DATA_DIR": str(tmp_path), "DATABASE_URL": database.dsn("portal_migrate")}
    await owner.connection.execute(
        "INSERT INTO processed_updates (bot_id, update_id, processed_at)"
        " SELECT 1, n, now() - n * interval '1 day' FROM generate_series(1, 14) n"
    )
    told = run_main("retention", "keep", "processed_updates", "10", cwd=tmp_path, **given)
    assert told.returncode == 0, told.stderr
    jobs.clock_offset = timedelta(minutes=-1)
    await forget_old(jobs)
    assert await owner.value("SELECT count(*) FROM processed_updates") == 10
    listed = run_main("retention", "list", cwd=tmp_path, **given)
    [line] = [each for each in listed.stdout.splitlines() if each.startswith("processed_updates")]
    assert line.split()[1:5] == ["10", "d", "processed_at", "remove"]
    assert line.split()[-1] == "4"
    refused = run_main("retention", "keep", "orders", "30", cwd=tmp_path, **given)
    assert refused.returncode != 0
    assert "The law wants orders kept for 3650 days" in " ".join(refused.stderr.split())
    with pytest.raises(asyncpg.CheckViolationError):
        await owner.connection.execute(
            "UPDATE retention_rules SET keep = '30 days' WHERE table_name = 'orders'"
        )
    changes = await owner.fetch(
        "SELECT changes FROM audit_logs WHERE entity_type = 'retention_rules'"
        " AND action = 'update' AND changes -> 'new' ? 'keep'"
    )
    assert len(changes) == 1
