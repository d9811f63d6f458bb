"""The rows of a campaign: which of them leave, and when the whole of it stops itself."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest

from domain import broadcasts, notifications
from domain.actors import WORKER
from domain.broadcasts import ALIKE
from domain.notifications import LEASE, Delivery
from storage.database import Database
from storage.ids import new_id
from storage.queries import campaign_stops
from tests.factories import Owner, make_event, make_person
from tests.jobs.daytime import by_day
from tests.jobs.people import Ledger, People

SECOND = timedelta(seconds=1)
REFUSED = "a picture was refused"
LATER = "Internal Server Error"


@pytest.fixture(autouse=True)
def _by_day(db: Database) -> None:
    by_day(db, campaigns_per_week=1)


async def make_campaign(owner: Owner, **changes: object) -> UUID:
    """A campaign of a house that is under way."""
    now = await owner.value("SELECT now()")
    house = await make_person(owner, "Camilla Rossi")
    values = {
        "name": "News",
        "organizer_id": house,
        "created_by": house,
        "status": "active",
        "start_date": now,
        "launched_at": now,
    }
    row = await owner.insert("campaigns", **values | changes)
    return UUID(str(row["id"]))


async def put(
    owner: Owner, people: People, campaign: UUID, number: int, **changes: object
) -> Sequence[UUID]:
    """Rows of a campaign, for so many people more who agreed to news."""
    now = await owner.value("SELECT now()")
    made = []
    for _ in range(number):
        person = await people.arrive(len(people.ids) + 1)
        await owner.insert(
            "consents",
            user_id=person,
            purpose="marketing",
            channel="push",
            granted=True,
            version=1,
        )
        values = {
            "id": new_id(),
            "user_id": person,
            "campaign_id": campaign,
            "lane": 2,
            "template": "campaign",
            "due_at": now,
        }
        row = await owner.insert("notifications", **values | changes)
        made.append(UUID(str(row["id"])))
    return made


async def claimed(db: Database, limit: int = 10) -> Sequence[Delivery]:
    return (await notifications.claim(db, limit=limit)).deliveries


async def stops(db: Database, campaign: UUID) -> bool:
    async with db.begin(WORKER) as tx:
        return await broadcasts.stop_failing(tx.session, campaign_id=campaign, now=tx.now)


async def excused(db: Database, campaign: UUID) -> None:
    """Its maker lets it go on."""
    async with db.begin(WORKER) as tx:
        await campaign_stops.excuse(tx.session, id=campaign, now=tx.now)


async def gave_up(
    owner: Owner, people: People, campaign: UUID, number: int, why: str = REFUSED
) -> None:
    await put(owner, people, campaign, number, status="dead", due_at=None, last_error=why)


async def test_a_campaign_stops_itself_at_the_twentieth_that_fails_alike(
    db: Database, owner: Owner, people: People
) -> None:
    campaign = await make_campaign(owner)
    await gave_up(owner, people, campaign, ALIKE - 1)
    assert not await stops(db, campaign)
    await gave_up(owner, people, campaign, 1)
    assert await stops(db, campaign)
    [row] = await owner.fetch("SELECT status::text, stopped_why FROM campaigns")
    assert tuple(row.values()) == ("paused", REFUSED)
    assert not await stops(db, campaign)
    told = "SELECT count(*) FROM notifications WHERE template = 'campaign-stopped'"
    assert await owner.value(told) == 1


async def test_resumed_it_stops_itself_after_twenty_more_and_says_so_again(
    db: Database, owner: Owner, people: People
) -> None:
    campaign = await make_campaign(owner)
    await gave_up(owner, people, campaign, ALIKE)
    assert await stops(db, campaign)
    await excused(db, campaign)
    await owner.fetch("UPDATE campaigns SET status = 'active'")
    await gave_up(owner, people, campaign, ALIKE - 1)
    assert not await stops(db, campaign)
    await gave_up(owner, people, campaign, 1)
    assert await stops(db, campaign)
    told = "SELECT count(*) FROM notifications WHERE template = 'campaign-stopped'"
    assert await owner.value(told) == 2


async def test_a_campaign_of_which_one_arrived_goes_on(
    db: Database, owner: Owner, people: People
) -> None:
    campaign = await make_campaign(owner)
    await gave_up(owner, people, campaign, ALIKE)
    now = await owner.value("SELECT now()")
    await put(owner, people, campaign, 1, status="sent", due_at=None, sent_at=now)
    assert not await stops(db, campaign)


async def test_a_campaign_that_fails_for_different_reasons_goes_on(
    db: Database, owner: Owner, people: People
) -> None:
    campaign = await make_campaign(owner)
    await gave_up(owner, people, campaign, ALIKE)
    await gave_up(owner, people, campaign, 1, "message is too long")
    assert not await stops(db, campaign)


@pytest.mark.parametrize(
    ("waiting", "paused"),
    [
        ({"attempts": 1, "last_error": LATER}, True),
        ({"attempts": 0, "last_error": "quiet"}, False),
        ({"attempts": 0, "last_error": "too many requests"}, False),
        ({"attempts": 1, "last_error": None}, False),
    ],
    ids=["no server took it", "they sleep", "Telegram wants silence", "it has not failed yet"],
)
async def test_of_what_waits_only_what_was_tried_in_vain_stops_it(
    db: Database, owner: Owner, people: People, waiting: dict[str, object], paused: bool
) -> None:
    campaign = await make_campaign(owner)
    soon = await owner.value("SELECT now() + interval '10 minutes'")
    await put(owner, people, campaign, ALIKE, due_at=soon, **waiting)
    assert await stops(db, campaign) is paused


async def test_a_campaigns_message_whose_worker_died_is_uncertain_and_not_sent_again(
    db: Database, owner: Owner, people: People, ledger: Ledger
) -> None:
    """The claim itself says that the call comes next."""
    [id] = await put(owner, people, await make_campaign(owner), 1)
    [lost] = await claimed(db)
    assert lost.foregone is None
    db.clock_offset = LEASE + SECOND
    [heir] = await claimed(db)
    assert heir.foregone is not None
    async with db.begin(WORKER) as tx:
        await notifications.finish(tx.session, delivery=heir, outcome=heir.foregone, now=tx.now)
    assert (await ledger.of(id))["status"] == "unknown"


async def test_where_there_is_room_for_one_a_ticket_leaves_before_older_news(
    db: Database, owner: Owner, people: People
) -> None:
    [news] = await put(owner, people, await make_campaign(owner), 1)
    ticket = await people.told(50)
    assert [each.id for each in await claimed(db, limit=1)] == [ticket]
    assert [each.id for each in await claimed(db, limit=1)] == [news]


LONDON, TOKYO = "Europe/London", "Asia/Tokyo"


@pytest.mark.parametrize(
    ("of_person", "of_campaign", "hours", "channel", "leaves"),
    [
        (LONDON, TOKYO, None, "push", False),
        (TOKYO, LONDON, None, "push", True),
        (None, LONDON, None, "push", False),
        (None, TOKYO, None, "push", True),
        (LONDON, LONDON, [0, 0], "push", True),
        (TOKYO, TOKYO, [11, 13], "push", False),
        (LONDON, LONDON, None, "email", True),
    ],
)
async def test_at_two_in_the_night_of_london_news_wait_for_who_sleeps_then(
    db: Database,
    owner: Owner,
    people: People,
    of_person: str | None,
    of_campaign: str,
    hours: list[int] | None,
    channel: str,
    leaves: bool,
) -> None:
    """By their own clock, else by the campaign's; a letter wakes nobody."""
    by_day(db, quiet_from_hour=22, quiet_to_hour=8)
    db.clock_offset = await owner.value(
        "SELECT (date_trunc('day', now() AT TIME ZONE $1) + interval '26 hours') AT TIME ZONE $1"
        " - now()",
        LONDON,
    )
    await owner.fetch("ALTER TABLE notifications DISABLE TRIGGER require_consent")
    campaign = await make_campaign(owner, time_zone=of_campaign)
    [id] = await put(owner, people, campaign, 1, type=channel)
    await owner.fetch("UPDATE telegram_accounts SET time_zone = $1", of_person)
    if channel == "email":
        await owner.fetch(
            "INSERT INTO consents (user_id, purpose, channel, granted, version)"
            " SELECT user_id, 'marketing', 'email', true, 1 FROM notifications"
        )
    if hours is not None:
        choice = "UPDATE users SET preferences = jsonb_build_object('quiet', $1::int[])"
        await owner.fetch(choice, hours)
    assert [each.id for each in await claimed(db)] == ([id] if leaves else [])
    why = await owner.value("SELECT last_error FROM notifications")
    assert why == (None if leaves else "quiet")


async def test_a_letter_asks_for_the_consent_to_letters(
    db: Database, owner: Owner, people: People, ledger: Ledger
) -> None:
    await owner.fetch("ALTER TABLE notifications DISABLE TRIGGER require_consent")
    [id] = await put(owner, people, await make_campaign(owner), 1, type="email")
    assert await claimed(db) == []  # they agreed to news in the chat
    row = await ledger.of(id)
    assert (row["status"], row["last_error"]) == ("skipped", "no consent")


async def test_a_consent_in_former_words_lets_nothing_more_leave(
    db: Database, owner: Owner, people: People, ledger: Ledger
) -> None:
    [id] = await put(owner, people, await make_campaign(owner), 1)
    known = await owner.value("SELECT pg_get_functiondef('sec.words_version'::regproc)")
    assert "SELECT 1::smallint" in known
    await owner.fetch(known.replace("SELECT 1::smallint", "SELECT 2::smallint"))
    assert await claimed(db) == []
    row = await ledger.of(id)
    assert (row["status"], row["last_error"]) == ("skipped", "no consent")


async def test_what_guests_must_know_leaves_however_much_news_they_had(
    db: Database, owner: Owner, people: People
) -> None:
    now = await owner.value("SELECT now()")
    await put(
        owner, people, await make_campaign(owner), 1, status="sent", due_at=None, sent_at=now
    )
    await owner.fetch("ALTER TABLE notifications DISABLE TRIGGER require_consent")
    show = await make_event(owner)
    for purpose in ("marketing", "service"):
        campaign = await make_campaign(
            owner, purpose=purpose, audience="holders", event_id=show.id
        )
        await owner.insert(
            "notifications",
            id=new_id(),
            user_id=people.ids[1],
            campaign_id=campaign,
            lane=2,
            template="campaign",
            due_at=now,
        )
        held = await claimed(db)
        assert [each.campaign_id for each in held] == ([campaign] if purpose == "service" else [])


@pytest.mark.parametrize(
    ("status", "kept", "why"),
    [
        ("paused", "pending", None),
        ("cancelled", "skipped", "cancelled"),
        ("completed", "skipped", "cancelled"),
    ],
)
async def test_of_a_campaign_that_does_not_run_nothing_leaves(
    db: Database,
    owner: Owner,
    people: People,
    ledger: Ledger,
    status: str,
    kept: str,
    why: str | None,
) -> None:
    campaign = await make_campaign(owner)
    [id] = await put(owner, people, campaign, 1)
    await owner.fetch("UPDATE campaigns SET status = $1::text::campaign_status", status)
    held = await notifications.claim(db, limit=10)
    assert held.deliveries == []
    assert held.resting == {campaign}  # what else waits of it is looked after at once
    row = await ledger.of(id)
    assert (row["status"], row["last_error"], row["attempts"]) == (kept, why, 1 if why else 0)
