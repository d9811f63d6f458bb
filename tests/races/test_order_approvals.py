"""The house's word about an order, and what happens to that order at the same moment."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from domain import calling_off, making, order_approvals, orders
from domain.actors import WORKER, Person
from domain.baskets import Basket
from domain.errors import AwaitsWord, DecidedBefore, DomainError, RequestChanged
from jobs.calling_off import work_off_cancelled
from storage.context import Claim, Context
from storage.database import Database
from storage.ids import new_id
from storage.queries import orders as statements
from storage.queries import reserving
from storage.queries.reserving import ALONE, Wish
from tests.factories import MadeEvent, Owner, counters_agree, make_event, make_person, make_staff
from tests.faults.crowd import eventually
from tests.keeping import VAULT
from tests.races.test_asking import WAITS
from tests.storage.database_fixtures import Scratch

_WHERE = "SELECT status::text FROM orders WHERE id = $1"


@pytest.fixture
async def jobs(database: Scratch):
    """What happens by itself, when every request has lapsed."""
    opened = Database(
        database.dsn("portal_worker"),
        role="portal_worker",
        vault=VAULT,
        clock_offset=timedelta(hours=49),
    )
    yield opened
    await opened.close()


@dataclass
class Asked:
    """An order that waits for the word of a house with two who decide; others hold places, too."""

    show: MadeEvent
    order: UUID
    buyer: UUID
    organizer: UUID
    manager: UUID


async def holds(db: Database, show: MadeEvent, buyer: UUID, update: int = 1) -> UUID:
    held = await orders.reserve(
        db,
        claim=Claim(7, update),
        buyer=buyer,
        event_id=show.id,
        basket=Basket((1,)),
        shown_total=4500,
    )
    return held.order_id


async def asks(db: Database, order: UUID, buyer: UUID) -> None:
    async with db.begin(Person("person", buyer)) as tx:
        await order_approvals.ask(tx.session, order_id=order, buyer=buyer, now=tx.now)


async def asked(db: Database, owner: Owner) -> Asked:
    show = await make_event(owner, starts_in=timedelta(days=9))
    await owner.fetch("UPDATE ticket_types SET needs_approval = true")
    buyer, other, manager = [await make_person(owner, name) for name in ("Ada", "Bea", "Marta")]
    await make_staff(owner, show, manager, "manager")
    order = await holds(db, show, buyer)
    await holds(db, show, other, 2)
    await asks(db, order, buyer)
    return Asked(show, order, buyer, show.organizer, manager)


async def decides(db: Database, on: Asked, by: UUID, *, yes: bool, attempt: int = 1) -> None:
    decide = order_approvals.approve if yes else order_approvals.decline
    async with db.begin(Person("person", by)) as tx:
        await decide(
            tx.session, order_id=on.order, attempt=attempt, by=by, words="So be it", now=tx.now
        )


async def takes_back(db: Database, on: Asked) -> None:
    async with db.begin(Person("person", on.buyer)) as tx:
        await orders.release(tx.session, order_id=on.order, buyer=on.buyer, now=tx.now)


async def ended(act: Awaitable[None]) -> DomainError | None:
    try:
        await act
    except DomainError as error:
        return error
    return None


async def without(owner: Owner, guard: str) -> None:
    """The word of a house is written without one of its checks."""
    source = await owner.value(
        "SELECT pg_get_functiondef('sec.decide_order(uuid, boolean, text, timestamptz,"
        " timestamptz)'::regprocedure)"
    )
    assert guard in source
    await owner.connection.execute(source.replace(guard, "false"))


async def two_decide(db: Database, owner: Owner) -> tuple[Asked, list[DomainError | None]]:
    """The organizer says yes, and the manager no, at the same moment."""
    on = await asked(db, owner)
    yes, no = decides(db, on, on.organizer, yes=True), decides(db, on, on.manager, yes=False)
    return on, list(await asyncio.gather(ended(yes), ended(no)))


async def test_of_two_who_decide_one_does_and_the_other_reads_who(
    db: Database, owner: Owner
) -> None:
    on, (yes, no) = await two_decide(db, owner)
    [late] = [each for each in (yes, no) if each]
    assert isinstance(late, DecidedBefore)
    assert late.name == ("Organizer" if yes is None else "Marta")
    assert await owner.value(_WHERE, on.order) == ("pending" if yes is None else "cancelled")
    assert await owner.value("SELECT approved FROM order_approvals") is (yes is None)
    told = await owner.fetch("SELECT template FROM notifications")
    assert [row["template"] for row in told] == [
        "order-approved" if yes is None else "order-declined"
    ]
    assert await counters_agree(owner)


async def test_without_looking_at_the_state_both_would_have_decided(
    db: Database, owner: Owner
) -> None:
    await without(owner, "v_order.status <> 'awaiting_approval'")
    _, ends = await two_decide(db, owner)
    assert ends == [None, None]


async def approved_as_it_lapses(db: Database, jobs: Database, owner: Owner) -> Asked:
    """A yes that is not yet committed when the job comes by, whose clock is ahead."""
    on = await asked(db, owner)
    async with db.begin(Person("person", on.organizer)) as tx:
        await order_approvals.approve(
            tx.session,
            order_id=on.order,
            attempt=1,
            by=on.organizer,
            words=None,
            now=tx.now + timedelta(hours=47),
        )
        async with jobs.begin(WORKER) as other:
            due = await statements.lock_due(other.session, now=other.now, limit=9)
            lapsing = [row.id for row in due]
    assert on.order not in lapsing
    return on


async def test_a_yes_in_the_last_moment_is_a_yes(
    db: Database, jobs: Database, owner: Owner
) -> None:
    on = await approved_as_it_lapses(db, jobs, owner)
    assert await owner.value(_WHERE, on.order) == "pending"
    assert await counters_agree(owner)


async def test_without_skipping_what_is_held_an_approved_order_would_lapse(
    db: Database, jobs: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = text(str(statements._DUE).replace("FOR UPDATE SKIP LOCKED", ""))
    monkeypatch.setattr(statements, "_DUE", bare)
    with pytest.raises(AssertionError):
        await approved_as_it_lapses(db, jobs, owner)


async def test_a_yes_that_comes_when_it_has_lapsed_is_refused(
    db: Database, jobs: Database, owner: Owner
) -> None:
    on = await asked(db, owner)
    async with jobs.begin(WORKER) as tx:
        await orders.expire_due(tx.session, now=tx.now, limit=9)
    late = await ended(decides(db, on, on.organizer, yes=True))
    assert isinstance(late, DecidedBefore)
    assert late.name is None
    told = await owner.fetch("SELECT user_id FROM notifications WHERE template LIKE '%unanswered'")
    assert {row["user_id"] for row in told} == {on.buyer, on.organizer, on.manager}
    assert await counters_agree(owner)


async def test_what_was_chosen_since_the_house_looked_is_not_decided(
    db: Database, owner: Owner
) -> None:
    on = await asked(db, owner)
    await decides(db, on, on.manager, yes=True)
    await orders.reserve(
        db,
        claim=Claim(7, 3),
        buyer=on.buyer,
        event_id=on.show.id,
        basket=Basket((3,)),
        shown_total=13500,
    )
    await asks(db, on.order, on.buyer)
    for yes in (True, False):  # a dialog that was opened before
        late = await ended(decides(db, on, on.organizer, yes=yes))
        assert isinstance(late, RequestChanged)
    assert await owner.value(_WHERE, on.order) == "awaiting_approval"
    await decides(db, on, on.organizer, yes=True, attempt=2)
    assert await counters_agree(owner)


async def test_nobody_waits_for_a_word_beyond_an_earlier_start(db: Database, owner: Owner) -> None:
    on = await asked(db, owner)
    async with db.begin(Person("person", on.organizer)) as tx:
        starts_at = tx.now + timedelta(hours=20)
        await making.move(
            tx.session,
            event_id=on.show.id,
            by=on.organizer,
            starts_at=starts_at,
            reason="The hall is ours earlier",
            now=tx.now,
        )
    until = await owner.value("SELECT expires_at FROM orders WHERE id = $1", on.order)
    assert until == starts_at


async def declined_as_it_is_taken_back(db: Database, owner: Owner) -> Asked:
    """The buyer has looked at the order when the house says no."""
    on = await asked(db, owner)
    async with db.begin(Person("person", on.buyer)) as tx:
        await statements.lock(tx.session, order_id=on.order)
        no = asyncio.create_task(ended(decides(db, on, on.organizer, yes=False)))
        try:
            await eventually(owner, WAITS, 1, seconds=3)
        except TimeoutError:
            await no  # nobody held it
        await statements.return_held(tx.session, [on.order])
        await statements.set_status(
            tx.session, orders=[on.order], status=statements.OrderStatus.CANCELLED
        )
    assert isinstance(await no, DecidedBefore)
    return on


async def test_what_is_declined_and_taken_back_at_once_is_free_once(
    db: Database, owner: Owner
) -> None:
    await declined_as_it_is_taken_back(db, owner)
    assert await owner.value("SELECT held FROM quotas") == 1
    assert await counters_agree(owner)


async def test_without_the_order_held_its_places_would_be_free_twice(
    db: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = text(str(statements._LOCKED).replace("FOR UPDATE OF o", ""))
    monkeypatch.setattr(statements, "_LOCKED", bare)
    with pytest.raises(AssertionError):
        await declined_as_it_is_taken_back(db, owner)
    assert await owner.value("SELECT held FROM quotas") == 0


async def test_a_yes_and_a_change_of_mind_at_once_leave_nothing_held(
    db: Database, owner: Owner
) -> None:
    on = await asked(db, owner)
    await asyncio.gather(ended(decides(db, on, on.organizer, yes=True)), ended(takes_back(db, on)))
    assert await owner.value(_WHERE, on.order) == "cancelled"
    assert await owner.value("SELECT held FROM quotas") == 1
    assert await counters_agree(owner)


async def approved_when_called_off(db: Database, owner: Owner) -> DomainError | None:
    """The evening is called off, its orders are not yet worked off, and the house says yes."""
    on = await asked(db, owner)
    async with db.begin(Person("person", on.organizer)) as tx:
        await calling_off.call_off(tx.session, event_id=on.show.id, by=on.organizer, now=tx.now)
    return await ended(decides(db, on, on.manager, yes=True))


async def test_nothing_is_approved_for_an_evening_that_is_called_off(
    db: Database, jobs: Database, owner: Owner
) -> None:
    assert isinstance(await approved_when_called_off(db, owner), DecidedBefore)
    await work_off_cancelled(jobs)
    assert await owner.value("SELECT held FROM quotas") == 0
    assert await counters_agree(owner)


async def test_without_looking_at_the_evening_a_yes_would_be_said_for_nothing(
    db: Database, owner: Owner
) -> None:
    guard = (
        "NOT EXISTS (\n        SELECT FROM public.events e"
        " WHERE e.id = v_order.event_id AND e.status = 'published'\n    )"
    )
    await without(owner, guard)
    assert await approved_when_called_off(db, owner) is None


async def chooses_as_it_is_asked(db: Database, owner: Owner) -> Asked:
    """A new choice comes while the request is not yet committed."""
    show = await make_event(owner, starts_in=timedelta(days=9))
    await owner.fetch("UPDATE ticket_types SET needs_approval = true")
    buyer = await make_person(owner)
    order = await holds(db, show, buyer)
    async with db.begin(Person("person", buyer)) as tx:
        await order_approvals.ask(tx.session, order_id=order, buyer=buyer, now=tx.now)
        anew = asyncio.create_task(
            orders.reserve(
                db,
                claim=Claim(7, 2),
                buyer=buyer,
                event_id=show.id,
                basket=Basket((2,)),
                shown_total=9000,
            )
        )
        await eventually(owner, WAITS, 1)
    await anew
    return Asked(show, order, buyer, show.organizer, show.organizer)


async def test_beside_a_request_nothing_is_chosen(db: Database, owner: Owner) -> None:
    with pytest.raises(AwaitsWord):
        await chooses_as_it_is_asked(db, owner)
    assert await owner.value("SELECT count(*) FROM orders") == 1
    assert await counters_agree(owner)


async def test_without_its_index_a_person_would_have_two_orders(
    db: Database, owner: Owner
) -> None:
    await owner.connection.execute("DROP INDEX uq_orders_open")
    await chooses_as_it_is_asked(db, owner)
    assert await owner.value("SELECT count(*) FROM orders") == 2


async def test_in_a_rush_a_request_spoils_nobody_elses_choice(db: Database, owner: Owner) -> None:
    on = await asked(db, owner)
    other = await make_person(owner)
    wishes = [
        Wish(
            claim=Claim(7, 10 + number),
            order_id=new_id(),
            buyer=person,
            event_id=on.show.id,
            positions=(0,),
            quantities=(1,),
            shown_total=45,
            hold=timedelta(minutes=15),
            signed=db.sign(Context("person", person)),
        )
        for number, person in enumerate((on.buyer, other))
    ]
    answers = await reserving.reserve_many(db, wishes)
    assert [row["outcome"] for row in answers] == [ALONE, "ok"]
    with pytest.raises(AwaitsWord):
        await holds(db, on.show, on.buyer, 20)
    assert await counters_agree(owner)
