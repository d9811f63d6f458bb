"""Deliveries of campaigns share a lease: who is drawn slowly holds up nobody past its end."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from bot.screen import Screen
from bot.texts import Texts
from bot.transport import Sender
from domain import notifications
from domain.notifications import Delivery
from jobs import deliver
from storage.database import Database
from storage.ids import derived_id
from tests.factories import Owner, make_event, make_person
from tests.jobs.daytime import by_day
from tests.jobs.delivering import delivering, plain
from tests.jobs.people import Ledger, People, until
from tests.jobs.telegram import Telegram


async def make_pack(owner: Owner, people: People, *numbers: int) -> dict[int, UUID]:
    """A campaign under way, due for these people in this order: each one's delivery."""
    await owner.fetch("ALTER TABLE notifications DISABLE TRIGGER require_consent")
    house = await make_person(owner, "Camilla Rossi")
    show = await make_event(owner, organizer=house)
    now = await owner.value("SELECT date_trunc('milliseconds', now())")
    campaign = await owner.insert(
        "campaigns",
        name="Tonight",
        organizer_id=house,
        purpose="service",
        audience="holders",
        event_id=show.id,
        status="active",
        start_date=now,
        launched_at=now,
        meta_data={"text": "Tonight"},
    )
    made = {}
    for place, number in enumerate(numbers):
        person = await people.arrive(number)
        made[number] = derived_id(now, f"campaign {campaign['id']} {person}")
        await owner.insert(
            "notifications",
            id=made[number],
            user_id=person,
            campaign_id=campaign["id"],
            lane=2,
            template="campaign",
            due_at=now - timedelta(seconds=60 - place),
        )
    return made


class Slow:
    """Draws at once, but for one chat, whose first drawing never ends."""

    def __init__(self, chat_id: int) -> None:
        self._chat_id = chat_id
        self.begun = asyncio.Event()
        self.given_up = False

    async def __call__(self, delivery: Delivery, t: Texts) -> Screen:
        """The screen."""
        if delivery.chat_id == self._chat_id and not self.given_up:
            self.begun.set()
            try:
                await asyncio.Event().wait()
            finally:
                self.given_up = True
        await asyncio.sleep(0)  # as one that asks the database: it can be given up there
        return await plain(delivery, t)


async def test_what_a_slow_picture_kept_from_being_begun_leaves_with_another_pack(
    db: Database,
    sender: Sender,
    telegram: Telegram,
    people: People,
    owner: Owner,
    ledger: Ledger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(deliver, "_LONGEST_DRAWING", 0.3)
    by_day(db)
    ids = await make_pack(owner, people, 1, 2, 3)
    async with delivering(db, sender, Slow(2)) as deliverer:
        assert (await ledger.becomes(ids[1], "sent"))["attempts"] == 1
        assert (await ledger.becomes(ids[3], "sent"))["attempts"] == 1
        slow = await ledger.becomes(ids[2], "pending")
        assert slow["attempts"] == 1
        assert "too long" in slow["last_error"]
        assert sorted(telegram.chats()) == [1, 3]
        db.clock_offset = timedelta(minutes=1)
        deliverer.wake()
        assert (await ledger.becomes(ids[2], "sent"))["attempts"] == 2
    assert sorted(telegram.chats()) == [1, 2, 3]


async def test_no_call_is_made_for_what_another_worker_has_ended(
    db: Database,
    sender: Sender,
    telegram: Telegram,
    people: People,
    owner: Owner,
    ledger: Ledger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The whole pack waits for one drawing while its lease runs out: what a call might still have
    brought somebody would stand in the result as uncertain."""
    monkeypatch.setattr(deliver, "_LONGEST_DRAWING", 1.0)
    monkeypatch.setattr(deliver, "_LONGEST_ATTEMPT", 3.0)
    monkeypatch.setattr(notifications, "LEASE", timedelta(seconds=4))
    by_day(db)
    ids = await make_pack(owner, people, 1, 2)
    slow = Slow(2)
    async with delivering(db, sender, slow):
        await slow.begun.wait()
        async with delivering(db, sender):

            async def is_over() -> bool:
                return slow.given_up or await ledger.count("unknown") > 0

            await until(is_over)
            await ledger.becomes(ids[1], "sent")
    assert telegram.chats()[0] == 1
    assert await ledger.count("unknown") == 0
