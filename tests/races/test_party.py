"""A party comes by its one code and by single codes in the same moment: each of it once."""

import asyncio
from uuid import UUID

from domain import parties
from domain.actors import Person
from domain.errors import FewerOutside
from storage.database import Database
from storage.enums import ScanResult
from tests.factories import Owner
from tests.races.test_door import comes, open_house, scans, team, without_constraint, without_lock

FRIENDS = 4


async def lets_in(db: Database, by: UUID, order: UUID, count: int) -> int:
    """So many of a party that is at the door; all or none."""
    async with db.begin(Person("person", by)) as tx:
        party = await parties.admit(
            tx.session, order_id=order, generation=1, count=count, by=by, nonce="p", now=tx.now
        )
    return party.passed


async def three_by_one_code_and_each_by_their_own(db: Database, owner: Owner) -> list:
    """Five stewards: what the one with the party's code is told, and what the others are."""
    show = await open_house(owner)
    codes = [code for _, code in await comes(db, owner, show, FRIENDS)]
    order = await owner.value("SELECT id FROM orders")
    stewards = [await team(owner, show) for _ in range(FRIENDS + 1)]
    return await asyncio.gather(
        lets_in(db, stewards[0], order, 3),
        *(scans(db, by, code, f"n{by}") for by, code in zip(stewards[1:], codes, strict=True)),
        return_exceptions=True,
    )


async def _entries(owner: Owner) -> int:
    return await owner.value("SELECT count(*) FROM checkins WHERE result = 'ok'")


async def test_each_of_a_party_comes_in_once(db: Database, owner: Owner) -> None:
    together, *singly = await three_by_one_code_and_each_by_their_own(db, owner)
    by_the_party = 0 if isinstance(together, FewerOutside) else together
    results = [each.result for each in singly]
    assert by_the_party in (0, 3)
    assert results.count(ScanResult.OK) == FRIENDS - by_the_party
    assert results.count(ScanResult.ALREADY_REDEEMED) == by_the_party
    assert await _entries(owner) == FRIENDS


async def test_without_lock_and_constraint_some_come_in_twice(
    db: Database, owner: Owner, monkeypatch
) -> None:
    """The negative control."""
    without_lock(monkeypatch, people=FRIENDS + 1)
    await without_constraint(owner)
    await three_by_one_code_and_each_by_their_own(db, owner)
    assert await _entries(owner) > FRIENDS
