"""More campaigns than one look of the jobs takes: everybody's has its turn."""

from itertools import count
from typing import Any
from uuid import UUID

import pytest
from telegram.error import NetworkError

from domain import campaign_bars, second_person
from domain.actors import WORKER
from jobs.bars import Redrawer
from jobs.campaigns import Bars
from storage.database import Database
from tests.factories import Owner, make_event, make_person, make_staff
from tests.jobs.people import Ledger


class Away:
    """A Telegram that takes no edit, so that no bar is ever true; it notes who was tried."""

    def __init__(self) -> None:
        self.tried: list[int] = []

    async def silence(self) -> None:
        return None

    async def edit_message_text(self, _text: str, **about: Any) -> None:
        self.tried.append(about["message_id"])
        raise NetworkError("away")


async def make_campaigns(owner: Owner, count: int, **values: Any) -> list[UUID]:
    """Campaigns of one house, each with a number of its own as its name."""
    house = await make_person(owner, "Camilla Rossi")
    made = []
    for number in range(1, count + 1):
        row = await owner.insert(
            "campaigns",
            name=str(number),
            organizer_id=house,
            created_by=house,
            **{key: each(number) for key, each in values.items()},
        )
        made.append(row["id"])
    return made


async def test_who_watches_the_last_of_many_bars_sees_it_move(
    db: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two at a look, and the first two never come to rest: the others are shown all the same."""
    monkeypatch.setattr(campaign_bars, "AT_ONCE", 2)
    now = await owner.value("SELECT now()")
    await make_campaigns(
        owner,
        5,
        status=lambda _: "paused",
        launched_at=lambda _: now,
        start_date=lambda _: now,
        bar_chat_id=lambda number: number,
        bar_message_id=lambda number: number,
    )
    telegram, hours = Away(), count()
    bars = Bars(db, telegram, Redrawer(telegram, clock=lambda: next(hours) * 3600.0))
    for _ in range(5):
        await bars.show()
    assert telegram.tried == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]


async def test_everybody_who_may_agree_hears_of_what_waits_longest_first_and_once(
    db: Database, owner: Owner, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_person, "TOLD_AT_ONCE", 2)
    for name in ("Ada", "Bea", "Cleo"):
        await owner.insert("administrators", user_id=await make_person(owner, name))
    left = await make_person(owner, "Dora")
    now = await owner.value("SELECT now()")
    hours = "SELECT $1::timestamptz - $2 * interval '1 hour'"
    asked = {number: await owner.value(hours, now, number) for number in (1, 2)}
    await owner.insert("administrators", user_id=left, revoked_at=now)
    newer, older = await make_campaigns(
        owner, 2, status=lambda _: "awaiting_approval", asked_at=lambda number: asked[number]
    )
    house = await owner.value("SELECT organizer_id FROM campaigns LIMIT 1")
    await make_staff(owner, await make_event(owner, organizer=house), left)
    told = (
        "SELECT arguments ->> 'campaign' AS campaign, count(*) AS people,"
        " count(DISTINCT user_id) AS persons FROM notifications"
        " WHERE template = 'campaign-asked' GROUP BY 1"
    )

    async def heard() -> dict[UUID, int]:
        async with db.begin(WORKER) as tx:
            await second_person.tell(tx.session, now=tx.now)
        rows = await owner.fetch(told)
        assert all(row["people"] == row["persons"] for row in rows)
        return {UUID(row["campaign"]): row["people"] for row in rows}

    assert await heard() == {older: 2}
    assert await heard() == {older: 3, newer: 1}
    assert await heard() == {older: 3, newer: 3}
    assert await heard() == {older: 3, newer: 3}
