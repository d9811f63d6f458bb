"""Everybody at the door in the same moment: a ticket lets one person in, once."""

import asyncio
from uuid import UUID

import pytest
from asyncpg.exceptions import IntegrityConstraintViolationError
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain import checkin, doors, orders, payments
from domain.actors import Person
from domain.baskets import Basket
from domain.checkin import Scan, Why
from domain.errors import NotAllowed, NothingToUndo
from storage.context import Claim
from storage.database import Database
from storage.enums import ScanDirection, ScanResult
from storage.queries import door as statements
from storage.security.codes import TicketCodes
from tests.factories import MadeEvent, Owner, make_event, make_person, make_staff

CODES = TicketCodes(b"k" * 32)
GATES = 20


async def comes(
    db: Database, owner: Owner, show: MadeEvent, places: int = 1
) -> list[tuple[UUID, str]]:
    """Somebody with free places: the ids of the tickets and their codes."""
    buyer = await make_person(owner, "Giulia Conti")
    held = await orders.reserve(
        db,
        claim=Claim(7, int.from_bytes(buyer.bytes[9:])),
        buyer=buyer,
        event_id=show.id,
        basket=Basket((places,)),
        shown_total=0,
    )
    async with db.begin(Person("person", buyer)) as tx:
        await payments.confirm_free(
            tx.session, order_id=held.order_id, buyer=buyer, codes=CODES, now=tx.now
        )
    rows = await owner.fetch(
        "SELECT id FROM tickets WHERE order_id = $1 ORDER BY id", held.order_id
    )
    return [(row["id"], CODES.code(show.id, row["id"], 1)) for row in rows]


async def open_house(owner: Owner, **changes) -> MadeEvent:
    return await make_event(owner, types={"Guest": ("0.00", 500)}, limit=20, **changes)


async def team(owner: Owner, show: MadeEvent, role: str = "steward") -> UUID:
    person = await make_person(owner, "Marco Riva")
    await make_staff(owner, show, person, role)
    return person


async def scans(db: Database, by: UUID, code: str, nonce: str) -> Scan:
    async with db.begin(Person("person", by)) as tx:
        found = await checkin.scan(
            tx.session, code=code, by=by, nonce=nonce, codes=CODES, now=tx.now
        )
    assert isinstance(found, Scan)
    return found


async def at_twenty_gates(db: Database, owner: Owner) -> list[ScanResult | type[BaseException]]:
    """Twenty stewards, each at a gate of their own, with one ticket."""
    show = await open_house(owner)
    [(_, code)] = await comes(db, owner, show)
    stewards = [await team(owner, show) for _ in range(GATES)]
    for number, steward in enumerate(stewards):
        gate = await owner.insert("gates", event_id=show.id, name=f"Gate {number}")
        async with db.begin(Person("person", steward)) as tx:
            await doors.stand_at(tx.session, gate_id=gate["id"], by=steward, now=tx.now)
    found = await asyncio.gather(
        *(scans(db, steward, code, f"n{number}") for number, steward in enumerate(stewards)),
        return_exceptions=True,
    )
    refused = [each for each in found if isinstance(each, Scan) and each.result != "ok"]
    assert all(each.last_gate.startswith("Gate") and each.last_at for each in refused)
    return [each.result if isinstance(each, Scan) else type(each) for each in found]


def without_lock(monkeypatch, people: int = GATES) -> None:
    """Nobody waits for a ticket, and these people have all decided before the first writes."""
    write, all_decided, decided = statements.add_scan, asyncio.Barrier(people), set()

    async def add_scan(session, **values) -> None:
        if session not in decided:
            decided.add(session)
            await all_decided.wait()
        await write(session, **values)

    for name in ("_LOCKED", "_LOCKED_PARTY"):
        bare = str(getattr(statements, name)).replace("FOR UPDATE OF t", "")
        monkeypatch.setattr(statements, name, text(bare))
    monkeypatch.setattr(statements, "add_scan", add_scan)


async def without_constraint(owner: Owner) -> None:
    """The database takes any passage."""
    await owner.fetch("DROP TRIGGER keep_door ON checkins")
    await owner.fetch("DROP INDEX uq_checkins_step")


async def test_twenty_gates_scan_one_ticket_at_once_and_one_lets_in(
    db: Database, owner: Owner
) -> None:
    found = await at_twenty_gates(db, owner)
    assert sorted(found) == [ScanResult.ALREADY_REDEEMED] * (GATES - 1) + [ScanResult.OK]
    assert await owner.value("SELECT count(*) FROM checkins WHERE result = 'ok'") == 1
    assert await owner.value("SELECT count(*) FROM checkins") == GATES


async def test_without_the_lock_the_database_still_lets_only_one_in(
    db: Database, owner: Owner, monkeypatch
) -> None:
    without_lock(monkeypatch)
    found = await at_twenty_gates(db, owner)
    assert found.count(ScanResult.OK) == 1
    assert found.count(IntegrityError) == GATES - 1  # whom the domain would have let in
    assert await owner.value("SELECT count(*) FROM checkins WHERE result = 'ok'") == 1


async def test_without_lock_and_constraint_several_come_in(
    db: Database, owner: Owner, monkeypatch
) -> None:
    """The negative control of the two tests above."""
    without_lock(monkeypatch)
    await without_constraint(owner)
    assert (await at_twenty_gates(db, owner)).count(ScanResult.OK) == GATES


async def test_one_scan_told_twenty_times_is_one_passage(db: Database, owner: Owner) -> None:
    show = await open_house(owner)
    [(_, code)] = await comes(db, owner, show)
    steward = await team(owner, show)
    found = await asyncio.gather(*(scans(db, steward, code, "same") for _ in range(GATES)))
    assert {each.result for each in found} == {ScanResult.OK}
    assert await owner.value("SELECT count(*) FROM checkins") == 1


async def test_out_and_in_again_where_the_house_allows_it(db: Database, owner: Owner) -> None:
    show = await open_house(owner)
    [(_, code)] = await comes(db, owner, show)
    steward = await team(owner, show)

    async def turn(way: ScanDirection) -> None:
        async with db.begin(Person("person", steward)) as tx:
            await doors.turn(tx.session, event_id=show.id, by=steward, way=way, now=tx.now)

    async def allow(allowed: bool) -> None:
        async with db.begin(Person("person", show.organizer)) as tx:
            await doors.allow(tx.session, event_id=show.id, by=show.organizer, reentry=allowed)

    await turn(ScanDirection.EXIT)
    assert (await scans(db, steward, code, "1")).result is ScanResult.RULES
    await turn(ScanDirection.ENTRY)
    assert (await scans(db, steward, code, "2")).result is ScanResult.OK
    await turn(ScanDirection.EXIT)
    assert (await scans(db, steward, code, "3")).result is ScanResult.OK
    await turn(ScanDirection.ENTRY)
    refused = await scans(db, steward, code, "4")
    assert (refused.result, refused.left) == (ScanResult.ALREADY_REDEEMED, True)
    await allow(True)
    assert (await scans(db, steward, code, "5")).result is ScanResult.OK
    assert (await scans(db, steward, code, "6")).result is ScanResult.ALREADY_REDEEMED
    async with db.read(Person("person", steward)) as tx:
        view = await doors.look(tx.session, event_id=show.id, by=steward)
    assert (view.inside, view.came, view.sold) == (1, 1, 1)
    steps = await owner.fetch("SELECT step FROM checkins WHERE step > 0 ORDER BY step")
    assert [each["step"] for each in steps] == [1, 2, 3]


async def test_a_gate_admits_its_own_types(db: Database, owner: Owner) -> None:
    show = await make_event(owner, types={"Guest": ("0.00", 9), "Crew": ("0.00", 9)})
    [(ticket, code)] = await comes(db, owner, show)
    supervisor = await team(owner, show, "supervisor")
    gate = await owner.insert("gates", event_id=show.id, name="Backstage")
    await owner.insert(
        "gate_ticket_types",
        gate_id=gate["id"],
        ticket_type_id=show.types["Crew"],
        event_id=show.id,
    )
    assert (await scans(db, supervisor, code, "1")).result is ScanResult.PRODUCT
    async with db.begin(Person("person", supervisor)) as tx:
        done = await checkin.admit(
            tx.session, ticket_id=ticket, by=supervisor, why=Why.KNOWN, nonce="2", now=tx.now
        )
    assert done.result is ScanResult.OK
    row = await owner.fetch("SELECT forced, reason FROM checkins WHERE result = 'ok'")
    assert row == [{"forced": True, "reason": "known"}]


async def test_ten_taps_on_admit_let_one_in_and_undo_is_a_row_of_its_own(
    db: Database, owner: Owner
) -> None:
    show = await open_house(owner)
    [(ticket, code)] = await comes(db, owner, show)
    supervisor = await team(owner, show, "supervisor")
    steward = await team(owner, show)

    async def admit(nonce: str) -> ScanResult:
        async with db.begin(Person("person", supervisor)) as tx:
            ask = {"ticket_id": ticket, "by": supervisor, "why": Why.PHONE}
            return (await checkin.admit(tx.session, **ask, nonce=nonce, now=tx.now)).result

    async def undo(by: UUID, nonce: str) -> Scan:
        async with db.begin(Person("person", by)) as tx:
            return await checkin.undo(
                tx.session, ticket_id=ticket, by=by, why=Why.MISTAKE, nonce=nonce, now=tx.now
            )

    taps = await asyncio.gather(*(admit(f"t{number}") for number in range(10)))
    assert taps.count(ScanResult.OK) == 1
    with pytest.raises(NotAllowed):
        await undo(steward, "u")
    undone = await undo(supervisor, "u1")
    assert (await undo(supervisor, "u1")).last_at == undone.last_at is None
    with pytest.raises(NothingToUndo):
        await undo(supervisor, "u2")
    assert await owner.value("SELECT status FROM tickets") == "valid"
    assert (await scans(db, steward, code, "s")).result is ScanResult.OK
    assert await owner.value("SELECT count(*) FROM checkins WHERE undoes_id IS NOT NULL") == 1


async def test_a_steward_cannot_overrule_even_past_our_code(db: Database, owner: Owner) -> None:
    show = await open_house(owner)
    [(ticket, _)] = await comes(db, owner, show)
    steward = await team(owner, show)
    supervisor = await team(owner, show, "supervisor")

    async def write(by: UUID, nonce: str) -> None:
        async with db.begin(Person("person", by)) as tx:
            await statements.add_scan(
                tx.session,
                event_id=show.id,
                ticket_id=ticket,
                staff_id=by,
                result=ScanResult.OK,
                forced=True,
                nonce=nonce,
                at=tx.now,
            )

    with pytest.raises(Exception, match="row-level security"):
        await write(steward, "1")
    await write(supervisor, "2")
    with pytest.raises(IntegrityError) as refused:
        await write(supervisor, "3")
    cause = refused.value.orig.__cause__
    assert isinstance(cause, IntegrityConstraintViolationError)
