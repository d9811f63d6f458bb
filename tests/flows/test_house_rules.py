"""House rules and incidents in the chat, for who runs the portal and nobody else."""

from redis.asyncio import Redis

from bot.callbacks.office import ChangeRule, ShowIncidents, ShowRule, ShowRules
from domain import house_rules, incidents
from domain.actors import House
from domain.house_rules import HOLD
from storage.enums import IncidentKind
from tests.factories import Owner, make_event
from tests.flows.broadcasting import jobs_of
from tests.flows.buying import holds
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import a_visitor, an_administrator

_OF_HOLD = "SELECT id FROM settings WHERE name = 'order_hold_minutes'"


async def test_an_administrator_sets_a_rule_and_takes_it_back(
    portal: Portal, owner: Owner
) -> None:
    ada = await an_administrator(owner, portal)
    rules = said(await ada.says("/rules"))
    assert "1. Places are held: 15 minutes" in rules
    card = said(await ada.taps("1"))
    assert "Possible: 5 to 60 minutes" in card
    assert "Nobody has changed it yet" in card

    question = said(await ada.taps("Change it"))
    assert "From 5 to 60 is possible" in question
    assert "from 5 to 60" in said(await ada.says("90"))
    assert "whole number" in said(await ada.says("a quarter"))
    assert "Why?" in said(await ada.says("40"))
    card = said(await ada.says("Long queues at the bank"))
    assert "It holds from now on" in card
    assert "Now: 40 minutes" in card
    assert "you · 15 → 40 minutes · “Long queues at the bank”" in card

    await house_rules.refresh(portal.db)  # what every process does twice a second
    await make_event(owner)
    giulia = await portal.guest("Giulia Conti")
    await holds(portal, giulia, "Velvet Hour", places=1)
    minutes = await owner.value("SELECT extract(epoch FROM expires_at - created_at) FROM orders")
    assert round(minutes / 60) == 40

    await ada.says("/rules")
    screen = await ada.taps("1")
    assert "Back to 15 minutes" in labels(screen)
    assert "Why?" in said(await ada.taps("Back to 15 minutes"))
    card = said(await ada.says("The bank is quick again"))
    assert "you · 40 → 15 minutes" in card


async def test_who_was_overtaken_looks_again(portal: Portal, owner: Owner) -> None:
    ada = await an_administrator(owner, portal)
    await ada.says("/rules")
    await ada.taps("1")
    await ada.taps("Change it")
    await ada.says("40")
    await owner.connection.execute("UPDATE settings SET value = 30 WHERE name = $1", HOLD.name)
    assert "Somebody else has changed this rule" in said(await ada.says("Because"))
    assert await owner.value("SELECT value FROM settings WHERE name = $1", HOLD.name) == 30


async def test_rules_and_incidents_are_nobody_elses(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    rule = await owner.value(_OF_HOLD)
    screen = await giulia.guest.screen()
    for act in (
        ShowRules(),
        ShowRule(rule=rule),
        ChangeRule(rule=rule),
        ChangeRule(rule=rule, to=20),
        ShowIncidents(),
    ):
        pressed = await giulia.guest.tap_data(screen["message_id"], act.pack())
        assert "not for you to see" in str(pressed.get("text")), act


async def test_an_incident_reaches_the_office_and_so_does_its_end(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    ada = await an_administrator(owner, portal)
    assert "all is well" in said(await ada.says("/incidents"))
    async with portal.db.begin(House()) as tx:
        assert await incidents.note(tx.session, kind=IncidentKind.REDIS, since=tx.now, now=tx.now)
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.tick()
        await portal.says(ada.guest, "Redis is away")
    assert "Redis is away, for 1 minute now" in said(await ada.taps("What is wrong"))
    async with jobs_of(portal, database, redis, later=house_rules.CALM.usually * 2) as jobs:
        async with jobs.db.begin(House()) as tx:
            assert await incidents.end_calm(tx.session, now=tx.now) == 1
        await jobs.tick()
        await portal.says(ada.guest, "Over: Redis is away.")
    told = said(await ada.taps("What is wrong"))
    assert "all is well" in told
    assert "Redis is away · 1 minute" in told
