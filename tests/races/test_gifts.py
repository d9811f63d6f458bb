"""A ticket goes to one friend, whoever opens the card at the same moment, and never twice."""

import asyncio
import json
from datetime import timedelta
from uuid import UUID

import pytest

from domain import gifts
from domain.actors import WORKER, Person
from domain.errors import (
    DomainError,
    GiftOver,
    GiftTaken,
    GiftUnclaimed,
    NotAvailable,
    RefundUnderWay,
    TicketEnded,
    TicketPassed,
)
from domain.gifts import Claim, Gift
from storage.database import Database
from storage.enums import ScanResult
from tests.factories import Owner, counters_agree, make_person
from tests.races.test_door import CODES, comes, open_house, scans, team
from tests.storage.database_fixtures import Scratch

FRIENDS = 10


async def offer(db: Database, ticket: UUID, giver: UUID) -> Gift:
    async with db.begin(Person("person", giver)) as tx:
        return await gifts.offer(tx.session, ticket_id=ticket, by=giver, codes=CODES, now=tx.now)


async def claim(db: Database, code: str, friend: UUID) -> Claim:
    async with db.begin(Person("person", friend)) as tx:
        return (await gifts.claim(tx.session, code=code, now=tx.now))[0]


async def give(db: Database, gift: UUID, giver: UUID) -> None:
    async with db.begin(Person("person", giver)) as tx:
        await gifts.give(tx.session, gift_id=gift, by=giver, codes=CODES, now=tx.now)


async def withdraw(db: Database, gift: UUID, giver: UUID) -> None:
    async with db.begin(Person("person", giver)) as tx:
        await gifts.withdraw(tx.session, gift_id=gift, by=giver, now=tx.now)


async def a_ticket(db: Database, owner: Owner) -> tuple[UUID, str, UUID, UUID]:
    """A ticket, its code, its holder, and a steward of the show."""
    show = await open_house(owner)
    [(ticket, code)] = await comes(db, owner, show)
    holder = await owner.value("SELECT user_id FROM tickets")
    return ticket, code, holder, await team(owner, show)


async def ten_friends_open_the_card(db: Database, owner: Owner) -> list:
    ticket, _, giver, _ = await a_ticket(db, owner)
    gift = await offer(db, ticket, giver)
    friends = [await make_person(owner, f"Friend {number}") for number in range(FRIENDS)]
    return await asyncio.gather(
        *(claim(db, gift.code, friend) for friend in friends), return_exceptions=True
    )


async def test_of_ten_friends_at_once_one_claims(db: Database, owner: Owner) -> None:
    found = await ten_friends_open_the_card(db, owner)
    assert found.count(Claim.CLAIMED) == 1
    assert sum(isinstance(each, GiftTaken) for each in found) == FRIENDS - 1
    told = await owner.value("SELECT count(*) FROM notifications WHERE template = 'gift-claimed'")
    assert told == 1


async def test_without_the_lock_several_would_have_claimed(db: Database, owner: Owner) -> None:
    """The negative control: nobody waits for the row, all have looked before one writes."""
    source = await owner.value("SELECT pg_get_functiondef('sec.claim_gift'::regproc)")
    bare = source.replace("p_digest FOR UPDATE", "p_digest").replace(
        "    ELSE\n        UPDATE", "    ELSE\n        PERFORM pg_sleep(1);\n        UPDATE"
    )
    assert bare != source
    await owner.fetch(bare)
    assert (await ten_friends_open_the_card(db, owner)).count(Claim.CLAIMED) > 1


async def test_the_ticket_passes_and_the_old_code_dies_at_once(db: Database, owner: Owner) -> None:
    ticket, code, giver, steward = await a_ticket(db, owner)
    friend = await make_person(owner, "Lea Roth")
    gift = await offer(db, ticket, giver)
    assert (await offer(db, ticket, giver)).id == gift.id
    with pytest.raises(GiftUnclaimed):
        await give(db, gift.id, giver)
    assert await claim(db, gift.code, giver) is Claim.OWN
    assert await claim(db, gift.code, friend) is Claim.CLAIMED
    assert await claim(db, gift.code, friend) is Claim.WAITING
    with pytest.raises(NotAvailable):
        await give(db, gift.id, friend)
    await asyncio.gather(*(give(db, gift.id, giver) for _ in range(5)))
    assert await claim(db, gift.code, friend) is Claim.GIVEN

    old = await scans(db, steward, code, "old")
    assert (old.result, old.given_away) == (ScanResult.REVOKED, True)
    row = (await owner.fetch("SELECT * FROM tickets"))[0]
    assert (row["user_id"], row["generation"]) == (friend, 2)
    new = CODES.code(row["event_id"], ticket, 2)
    assert (await scans(db, steward, new, "new")).result is ScanResult.OK
    assert await owner.value("SELECT user_id FROM orders") == giver
    assert await owner.value("SELECT taken FROM user_quota WHERE user_id = $1", giver) == 1
    told = await owner.fetch(
        "SELECT user_id, template FROM notifications WHERE user_id = $1", friend
    )
    assert {each["template"] for each in told} == {"gift-given", "ticket"}
    told = await owner.value(
        "SELECT changes FROM audit_logs WHERE entity_type = 'tickets' AND user_id = $1"
        " AND changes -> 'new' ? 'user_id' AND action = 'update'",
        giver,
    )
    assert json.loads(told)["old"]["user_id"] == str(giver)
    assert json.loads(told)["new"]["user_id"] == str(friend)
    assert await counters_agree(owner)


async def test_what_cannot_be_given_says_why(db: Database, owner: Owner) -> None:
    ticket, code, giver, steward = await a_ticket(db, owner)
    friend = await make_person(owner, "Lea Roth")
    stranger = await make_person(owner, "Sten Ström")

    async def refused(error: type[DomainError], act) -> None:
        with pytest.raises(error):
            await act

    await refused(NotAvailable, offer(db, ticket, stranger))
    await refused(NotAvailable, claim(db, "A" * 43, friend))
    gift = await offer(db, ticket, giver)
    await claim(db, gift.code, friend)
    await refused(NotAvailable, withdraw(db, gift.id, stranger))
    await withdraw(db, gift.id, giver)
    await withdraw(db, gift.id, giver)
    await refused(GiftOver, give(db, gift.id, giver))
    await refused(GiftOver, claim(db, gift.code, friend))
    assert (await scans(db, steward, code, "1")).result is ScanResult.OK
    await refused(TicketPassed, offer(db, ticket, giver))
    await owner.fetch("UPDATE tickets SET status = 'valid'")

    gift = await offer(db, ticket, giver)
    await claim(db, gift.code, friend)
    for status, error in (("used", TicketPassed), ("cancelled", TicketEnded)):
        await owner.fetch(f"UPDATE tickets SET status = '{status}'")
        await refused(error, give(db, gift.id, giver))
    await owner.fetch("UPDATE tickets SET status = 'valid'")
    order = (await owner.fetch("SELECT id, event_id FROM orders"))[0]
    facts = {"order_id": order["id"], "event_id": order["event_id"], "currency": "EUR"}
    payment = await owner.insert(
        "payments", **facts, amount=5, payment_method="telegram", status="successful"
    )
    refund = {"source": "buyer", "reason": "wish", "cause": payment["id"], "amount": 5}
    await owner.insert("refunds", **facts, **refund, payment_id=payment["id"])
    await refused(RefundUnderWay, give(db, gift.id, giver))
    await refused(RefundUnderWay, offer(db, ticket, giver))
    assert await owner.value("SELECT user_id FROM tickets") == giver


async def test_a_card_that_nobody_answers_runs_out_and_both_are_told(
    db: Database, owner: Owner, database: Scratch
) -> None:
    ticket, _, giver, _ = await a_ticket(db, owner)
    friend = await make_person(owner, "Lea Roth")
    gift = await offer(db, ticket, giver)
    await claim(db, gift.code, friend)
    jobs = Database(
        database.dsn("portal_worker"), role="portal_worker", clock_offset=timedelta(days=4)
    )
    for expected in (1, 0):
        async with jobs.begin(WORKER) as tx:
            assert await gifts.expire_due(tx.session, now=tx.now, limit=9) == expected
    await jobs.close()
    told = await owner.fetch("SELECT user_id FROM notifications WHERE template = 'gift-over'")
    assert {each["user_id"] for each in told} == {giver, friend}
    with pytest.raises(GiftOver):
        await give(db, gift.id, giver)
