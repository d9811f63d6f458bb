"""House rules: declared once, held by the database, in force everywhere at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from uuid import UUID

import asyncpg
import pytest

from domain import house_rules, orders, rulings
from domain.actors import Person
from domain.baskets import Basket
from domain.errors import DecidedMeanwhile, NotAvailable, OutOfBounds
from domain.house_rules import HOLD, RULES
from storage.context import Claim
from storage.database import Database
from storage.ids import new_id
from tests.factories import Owner, make_event, make_person
from tests.jobs.people import until
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch


@pytest.fixture
async def processes(database: Scratch) -> AsyncIterator[list[Database]]:
    """A bot and two that work, each as in a process of its own."""
    async with AsyncExitStack() as closing:
        opened = []
        for role in ("portal_app", "portal_worker", "portal_worker"):
            db = Database(database.dsn(role), role=role, signer=SIGNER, vault=VAULT)
            closing.push_async_callback(db.close)
            opened.append(db)
        yield opened


async def an_administrator(owner: Owner) -> Person:
    ada = await make_person(owner, "Ada King")
    await owner.insert("administrators", user_id=ada)
    return Person("person", ada)


async def _key_of_hold(owner: Owner) -> UUID:
    key: UUID = await owner.value("SELECT id FROM settings WHERE name = $1", HOLD.name)
    return key


async def test_the_database_has_the_rules_that_are_declared(owner: Owner) -> None:
    rows = await owner.fetch("SELECT name, value, lowest, highest FROM settings")
    assert {tuple(row.values()) for row in rows} == {
        (each.name, each.usual, each.lowest, each.highest) for each in RULES.values()
    }
    assert all(each.lowest <= each.usual <= each.highest for each in RULES.values())


async def test_a_rule_that_was_set_holds_in_every_process(
    processes: list[Database], owner: Owner
) -> None:
    """By plain SQL, with no Redis anywhere: each process comes to know it by itself."""
    following = [asyncio.create_task(house_rules.follow(db)) for db in processes]
    try:
        for minutes in (20, 7):
            await owner.connection.execute(
                "UPDATE settings SET value = $1 WHERE name = 'order_hold_minutes'", minutes
            )

            async def holds(minutes: int = minutes) -> bool:
                return {HOLD.number(db) for db in processes} == {minutes}

            await until(holds)
    finally:
        for each in following:
            each.cancel()
        await asyncio.gather(*following, return_exceptions=True)


async def test_who_sets_a_rule_is_written_down_with_the_reason(
    processes: list[Database], owner: Owner
) -> None:
    bot, *_ = processes
    ada = await an_administrator(owner)
    hold = await _key_of_hold(owner)
    for value, reason in ((20, "long queues"), (30, "long queues"), (15, "as before")):
        async with bot.begin(ada) as tx:
            now = await rulings.get(tx.session, by=ada, id=hold)
            await rulings.decide(
                tx.session, by=ada, id=hold, value=value, reason=reason, version=now.version
            )
    await owner.connection.execute("UPDATE settings SET value = 10 WHERE name = $1", HOLD.name)
    async with bot.read(ada) as tx:
        told = await rulings.history(tx.session, by=ada, name=HOLD.name)
    assert [(each.who, each.before, each.value, each.reason) for each in told] == [
        (None, 15, 10, None),
        ("", 30, 15, "as before"),
        ("", 20, 30, "long queues"),
        ("", 15, 20, "long queues"),
    ]
    events = await owner.fetch("SELECT * FROM audit_logs WHERE category = 'settings'")
    assert [row["user_id"] for row in events] == [ada.id] * 3
    kept = await owner.fetch(
        "SELECT comment FROM version_control WHERE entity_id = $1 AND created_by = $2"
        " ORDER BY version",
        hold,
        ada.id,
    )
    assert [each["comment"] for each in kept] == ["long queues", "long queues", "as before"]
    [row] = await owner.fetch("SELECT * FROM settings WHERE name = $1", HOLD.name)
    assert (row["version"], row["changed_by"], row["reason"]) == (5, None, None)


async def test_nothing_impossible_is_set(processes: list[Database], owner: Owner) -> None:
    bot, *_ = processes
    ada = await an_administrator(owner)
    giulia = Person("person", await make_person(owner, "Giulia Conti"))
    hold = await _key_of_hold(owner)

    async def decide(by: Person, *, id: UUID = hold, value: int = 20, version: int = 1) -> None:
        async with bot.begin(by) as tx:
            await rulings.decide(
                tx.session, by=by, id=id, value=value, reason="why", version=version
            )

    for value in (HOLD.lowest - 1, HOLD.highest + 1):
        with pytest.raises(OutOfBounds):
            await decide(ada, value=value)
    with pytest.raises(NotAvailable):
        await decide(ada, id=new_id())
    with pytest.raises(NotAvailable):
        await decide(giulia)
    with pytest.raises(DecidedMeanwhile):
        await decide(ada, version=7)
    async with bot.begin(giulia) as tx:
        assert await rulings.stand(tx.session)
        with pytest.raises(NotAvailable):
            await rulings.history(tx.session, by=giulia, name=HOLD.name)
    with pytest.raises(asyncpg.CheckViolationError):
        await owner.connection.execute("UPDATE settings SET value = 1000000")
    assert await owner.value("SELECT max(version) FROM settings") == 1


async def test_places_are_held_for_as_long_as_the_rule_says(
    processes: list[Database], owner: Owner
) -> None:
    bot, *_ = processes
    event = await make_event(owner)
    buyer = await make_person(owner, "Giulia Conti")
    await owner.connection.execute("UPDATE settings SET value = 40 WHERE name = $1", HOLD.name)
    await house_rules.refresh(bot)
    price = await owner.value("SELECT price FROM ticket_types ORDER BY position LIMIT 1")
    held = await orders.reserve(
        bot,
        claim=Claim(1, 1),
        buyer=buyer,
        event_id=event.id,
        basket=Basket((1,)),
        shown_total=int(price * 100),
    )
    [row] = await owner.fetch(
        "SELECT expires_at - created_at AS held FROM orders WHERE id = $1", held.order_id
    )
    assert round(row["held"].total_seconds() / 60) == 40
