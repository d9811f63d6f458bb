"""Two who run the portal decide in the same moment: the first has decided, once."""

import asyncio
from uuid import UUID

import pytest
from sqlalchemy import text

from domain import approvals, designers
from domain.actors import Person
from domain.designers import Designer
from domain.errors import AlreadyDecided, AlreadyRegistered
from storage.database import Database
from storage.enums import ApprovalStatus, Trade
from storage.queries import approvals as queries
from tests.factories import Owner, make_person

ADMINISTRATORS = 8
BRAND = Designer(
    brand="Casa Noor",
    about="Cloth.",
    specialties=("couture",),
    experience="emerging",
    portfolio=None,
    achievements=(),
    links=(),
    logo=None,
)


async def make_administrators(owner: Owner) -> list[Person]:
    found = []
    for number in range(ADMINISTRATORS):
        person = await make_person(owner, f"Ada {number}")
        await owner.insert("administrators", user_id=person)
        found.append(Person("person", person))
    return found


async def register(db: Database, person: UUID) -> None:
    async with db.begin(Person("person", person)) as tx:
        await designers.register(tx.session, person=person, designer=BRAND, now=tx.now)


async def decide(db: Database, by: Person, approval: UUID, *, yes: bool) -> bool:
    try:
        async with db.begin(by) as tx:
            facts = {"approval_id": approval, "by": by, "now": tx.now}
            if yes:
                await approvals.approve(tx.session, **facts)
            else:
                await approvals.refuse(tx.session, reason="Not yet.", **facts)
    except AlreadyDecided:
        return False
    return True


async def everybody_decides(db: Database, owner: Owner) -> int:
    """How many of the administrators believe that it was them."""
    administrators = await make_administrators(owner)
    noor = await make_person(owner, "Noor")
    await register(db, noor)
    approval = await owner.value("SELECT id FROM approvals")
    decided = await asyncio.gather(
        *(
            decide(db, each, approval, yes=number % 2 == 0)
            for number, each in enumerate(administrators)
        )
    )
    return sum(decided)


async def test_one_decides_and_the_others_are_told_so(db: Database, owner: Owner) -> None:
    assert await everybody_decides(db, owner) == 1
    (approval,) = await owner.fetch("SELECT status, decided_by FROM approvals")
    assert approval["decided_by"] is not None
    assert await owner.value("SELECT approval_status FROM designers") == approval["status"]
    told = "SELECT count(*) FROM notifications WHERE template = 'approval-decided'"
    assert await owner.value(told) == 1


async def test_without_the_guard_several_would_decide(
    db: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the same crowd, and an UPDATE that does not ask who was first."""

    async def unguarded(session, *, id, status, reason, by, now):
        changed = await session.execute(
            text(
                "UPDATE approvals SET status = CAST(:status AS approval_status), reason = :reason,"
                " decided_by = :by, decided_at = :now WHERE id = :id RETURNING user_id, trade"
            ),
            {"status": status.value, "reason": reason, "by": by, "now": now, "id": id},
        )
        return changed.one_or_none()

    monkeypatch.setattr(queries, "decide", unguarded)
    assert await everybody_decides(db, owner) > 1


async def test_amending_while_somebody_decides_never_locks_up(db: Database, owner: Owner) -> None:
    """Whoever is first: an approved brand is not amended, an amended one waits or is approved."""
    (ada, *_) = await make_administrators(owner)
    noor = await make_person(owner, "Noor")
    for _round in range(10):
        await register(db, noor)
        approval = await owner.value("SELECT id FROM approvals WHERE status = 'pending'")
        async with asyncio.timeout(20):
            done = await asyncio.gather(
                decide(db, ada, approval, yes=True),
                *(register(db, noor) for _ in range(4)),
                return_exceptions=True,
            )
        failed = [each for each in done if isinstance(each, BaseException)]
        assert all(isinstance(each, AlreadyRegistered) for each in failed), failed
        assert done[0] is True
        waiting = await owner.value("SELECT count(*) FROM approvals WHERE status = 'pending'")
        status = await owner.value("SELECT approval_status FROM designers")
        assert (waiting, status) == (0, ApprovalStatus.APPROVED)
        await owner.fetch("UPDATE designers SET approval_status = 'draft'")


async def test_one_waits_once_however_often_it_is_sent(db: Database, owner: Owner) -> None:
    await make_administrators(owner)
    noor = await make_person(owner, "Noor")
    await asyncio.gather(*(register(db, noor) for _ in range(6)))
    assert await owner.value("SELECT count(*) FROM approvals") == 1
    told = "SELECT count(*) FROM notifications WHERE template = 'approval-waiting'"
    assert await owner.value(told) == ADMINISTRATORS
    async with db.read(Person("person", noor)) as tx:
        assert await approvals.standing(tx.session, person=noor) == {
            Trade.DESIGNER: ApprovalStatus.PENDING
        }
