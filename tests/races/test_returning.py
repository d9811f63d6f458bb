"""Whoever ends tickets at once, each place is given back once and the money is owed once."""

import asyncio
from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import text

from domain import orders, payments, returning
from domain.actors import Person
from domain.baskets import Basket
from domain.errors import DomainError
from domain.money import Money
from domain.payments import Charge
from storage.context import Claim
from storage.database import Database
from storage.security.codes import TicketCodes
from tests.factories import Owner, counters_agree, make_event, make_person
from tests.storage.database_fixtures import Scratch

CODES = TicketCodes(b"k" * 32)
_GUARD = "t.status IN ('valid', 'blocked')\n"


async def bought(db: Database, owner: Owner) -> tuple[UUID, UUID]:
    """Three tickets that somebody has paid, and who; others hold as many."""
    show = await make_event(owner, starts_in=timedelta(days=9))
    buyer, other = await make_person(owner), await make_person(owner)
    made = [await buy(db, show.id, each, number) for number, each in enumerate((buyer, other))]
    return made[0], buyer


async def buy(db: Database, event_id: UUID, buyer: UUID, update: int) -> UUID:
    held = await orders.reserve(
        db,
        claim=Claim(7, update),
        buyer=buyer,
        event_id=event_id,
        basket=Basket((3,)),
        shown_total=13500,
    )
    async with db.begin(Person("person", buyer)) as tx:
        await payments.confirm(
            tx.session,
            order_id=held.order_id,
            charge=Charge(f"c{update}", f"p{update}", "telegram", Money(13500, "EUR")),
            codes=CODES,
            now=tx.now,
        )
    return held.order_id


async def ends(db: Database, order: UUID, buyer: UUID, ticket: UUID | None) -> None:
    """Give back one ticket or all, for whatever is shown at that moment; a refusal is fine."""
    person = Person("person", buyer)
    asked = {"order_id": order, "buyer": buyer, "ticket_id": ticket}
    async with db.read(person) as tx:
        quote = await returning.quote(tx.session, **asked, now=tx.now)
    try:
        async with db.begin(person) as tx:
            shown = quote.back.amount
            await returning.give_back(tx.session, **asked, shown=shown, now=tx.now)
    except DomainError:
        return


async def everything_at_once(db: Database, owner: Owner) -> UUID:
    """One ticket after the other and the whole order, each from five taps at once."""
    order, buyer = await bought(db, owner)
    tickets = [
        row["id"] for row in await owner.fetch("SELECT id FROM tickets WHERE order_id = $1", order)
    ]
    taps = [ends(db, order, buyer, each) for each in (*tickets, None) for _ in range(5)]
    await asyncio.gather(*taps)
    await ends(db, order, buyer, None)
    return order


async def test_one_ticket_and_the_whole_order_at_once_give_each_place_back_once(
    db: Database, owner: Owner
) -> None:
    order = await everything_at_once(db, owner)
    assert await owner.value("SELECT sold FROM quotas") == 3
    assert await owner.value("SELECT min(taken) FROM user_quota") == 0
    assert await owner.value("SELECT sum(amount) FROM refunds WHERE order_id = $1", order) == 135
    assert await owner.value("SELECT status::text FROM orders WHERE id = $1", order) == "cancelled"
    assert await counters_agree(owner)


async def test_without_the_look_at_the_status_places_would_come_back_twice(
    db: Database, owner: Owner, database: Scratch
) -> None:
    """The negative control: a ticket that has ended ends once more."""
    superuser = await asyncpg.connect(database.dsn())
    body = await superuser.fetchval(
        "SELECT pg_get_functiondef('sec.end_tickets(uuid, uuid[], numeric[])'::regprocedure)"
    )
    assert _GUARD in body
    await superuser.execute(body.replace(_GUARD, "true\n"))
    await superuser.execute("DROP TRIGGER keep_edges ON tickets")
    await superuser.close()
    order, buyer = await bought(db, owner)
    ticket = await owner.value("SELECT id FROM tickets WHERE order_id = $1 LIMIT 1", order)
    for _ in range(2):
        async with db.begin(Person("person", buyer)) as tx:
            await returning.queries.end(
                tx.session, order_id=order, tickets=[ticket], returned=[Money(0, "EUR").major]
            )
    assert await owner.value("SELECT sold FROM quotas") == 4
    with pytest.raises(AssertionError):
        await counters_agree(owner)


@pytest.mark.parametrize(
    "edge",
    [
        "UPDATE orders SET status = 'pending', expires_at = now()",
        "UPDATE orders SET status = 'expired'",
        "UPDATE tickets SET status = 'valid'",
    ],
)
async def test_the_database_refuses_an_edge_that_is_none(
    db: Database, owner: Owner, database: Scratch, edge: str
) -> None:
    """What was given back stays so for its buyer, and nothing paid becomes unpaid."""
    order, buyer = await bought(db, owner)
    if "tickets" in edge:
        await ends(db, order, buyer, None)
    with pytest.raises(Exception, match="does not become"):
        async with db.begin(Person("person", buyer)) as tx:
            await tx.session.execute(text(f"{edge} WHERE id IS NOT NULL"))


async def test_tickets_to_be_paid_at_the_door_end_with_the_order_that_holds_them(
    db: Database, owner: Owner
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    held = await orders.reserve(
        db,
        claim=Claim(7, 1),
        buyer=buyer,
        event_id=show.id,
        basket=Basket((1,)),
        shown_total=4500,
    )
    await owner.insert(
        "tickets",
        order_id=held.order_id,
        event_id=show.id,
        ticket_type_id=show.types["Standing"],
        user_id=buyer,
        qr_code="digest",
        short_code="ABCD2345",
        status="reserved",
    )
    async with db.begin(Person("person", buyer)) as tx:
        asked = {"order_id": held.order_id, "buyer": buyer}
        quote = await returning.give_back(tx.session, **asked, shown=0, now=tx.now)
        assert not quote.parts  # it holds its place, and nothing was sold
        await orders.release(tx.session, **asked, now=tx.now)
    assert await owner.value("SELECT status::text FROM tickets") == "cancelled"
    assert await owner.value("SELECT held + sold FROM quotas") == 0
    assert await counters_agree(owner)
