"""Forget me, in the chat: told first, a second tap, a day to think, and then nobody knows you."""

from datetime import timedelta

import pytest
from redis.asyncio import Redis

from bot.callbacks.mine import Forget
from bot.state import clearing
from domain.house_rules import ERASE_COOL_OFF
from jobs.forgetting import forget_people
from tests.factories import Owner, make_event
from tests.flows.broadcasting import jobs_of, make_ticket
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor, a_visitor

pytestmark = pytest.mark.timeout(180)
DAY = ERASE_COOL_OFF.usually


async def test_who_asks_is_told_what_it_means_and_forgotten_after_a_day(
    portal: Portal, owner: Owner, redis: Redis, database: Scratch
) -> None:
    visitor = await a_visitor(portal, "Nora Lund")
    before = await portal.user_id(owner, visitor.guest)
    await visitor.says("/privacy")
    screen = await visitor.taps("Forget me")
    assert "What stays, without you" in said(screen)
    assert "out of our reach" in said(screen)
    screen = await visitor.taps("Forget me…")
    assert "Is this your wish?" in said(screen)
    assert await owner.value("SELECT count(*) FROM erasures") == 0
    screen = await visitor.taps("Yes, forget me")
    assert "in 24 hours" in said(screen)
    screen = await visitor.taps("Keep my account")
    assert "You stay" in said(screen)
    assert "nothing to take back" in said(await tapped(visitor, Forget(act="keep")))

    await visitor.says("/privacy")
    for label in ("Forget me", "Forget me…", "Yes, forget me"):
        await visitor.taps(label)
    await visitor.says("/support")  # a dialog that is left unfinished: its place is in Redis
    await visitor.taps("Accessibility")
    assert await places(redis, visitor) != []
    async with jobs_of(portal, database, redis, later=DAY - timedelta(minutes=59)) as jobs:
        await portal.says(visitor.guest, "minutes we forget you")
        jobs.db.clock_offset = DAY + timedelta(minutes=1)
        await forget_people(jobs.db, clearing(redis))
        jobs.deliverer.wake()
        await portal.says(visitor.guest, "You are forgotten")
        await jobs.settle(owner)
        jobs.db.clock_offset += timedelta(minutes=2)
        await forget_people(jobs.db, clearing(redis))
    assert await owner.value(
        "SELECT finished_at IS NOT NULL FROM erasures WHERE cancelled_at IS NULL"
    )
    assert await owner.value("SELECT count(*) FROM notifications") == 0
    assert await owner.value("SELECT count(*) FROM telegram_accounts") == 0
    assert await places(redis, visitor) == []

    await visitor.says("/start")
    assert await portal.user_id(owner, visitor.guest) not in (None, before)


async def test_a_valid_ticket_is_given_up_only_when_that_was_said(
    portal: Portal, owner: Owner
) -> None:
    visitor = await a_visitor(portal, "Nora Lund")
    show = await make_event(owner, starts_in=timedelta(days=3))
    await make_ticket(owner, portal, show, await portal.user_id(owner, visitor.guest))
    await visitor.says("/privacy")
    screen = await visitor.taps("Forget me")
    assert "Tickets that are valid: Velvet Hour" in said(screen)
    assert labels(screen)[:2] == ["My tickets", "Give them up…"]
    screen = await visitor.taps("Give them up…")
    assert "What stays, without you" in said(screen)
    assert "nothing paid back" in said(screen)
    await visitor.taps("Forget me…")
    another = await make_event(owner, title="Filo", starts_in=timedelta(days=4))
    await make_ticket(owner, portal, another, await portal.user_id(owner, visitor.guest))
    screen = await visitor.taps("Yes, forget me")  # but to what was shown, not to Filo
    assert "Filo" in said(screen)
    assert await owner.value("SELECT count(*) FROM erasures") == 0
    await visitor.taps("Give them up…")
    await visitor.taps("Forget me…")
    screen = await visitor.taps("Yes, forget me")
    assert "in 24 hours" in said(screen)
    assert await owner.value("SELECT bool_and(status = 'valid') FROM tickets") is True


async def places(redis: Redis, visitor: Visitor) -> list[bytes]:
    """Where Redis says that somebody's dialog is."""
    return [key async for key in redis.scan_iter(f"fsm:{visitor.guest.id}:*")]


async def tapped(visitor: Visitor, act: Forget) -> dict:
    """The screen after a button of an older message."""
    screen = await visitor.guest.screen()
    await visitor.guest.tap_data(screen["message_id"], act.pack())
    return await visitor.guest.screen()
