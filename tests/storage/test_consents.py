"""What the database itself guarantees about writing to people, whoever asks it to."""

import asyncio
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import asyncpg
import pytest

from storage.ids import derived_id, new_id
from tests.factories import MadeEvent, Owner, make_event, make_person
from tests.jobs.people import until
from tests.signing import act_as
from tests.storage.database_fixtures import Scratch

REFUSED = "FP002"
CHAT = 7_000_000_000
ONE = (
    "INSERT INTO notifications (id, user_id, campaign_id, lane, template, due_at)"
    " VALUES (uuidv7(), $1, $2, 2, 'campaign', now()) ON CONFLICT DO NOTHING"
)
MANY = (
    "INSERT INTO notifications (id, user_id, campaign_id, lane, template, due_at)"
    " SELECT uuidv7(), u, $2, 2, 'campaign', now() FROM unnest($1::uuid[]) u"
    " ON CONFLICT DO NOTHING"
)


@dataclass
class House:
    """A house with an event and a campaign of each purpose."""

    owner: Owner
    show: MadeEvent
    marketing: UUID
    service: UUID

    async def person(self, *, says: bool | None = None, holds: str | None = None) -> UUID:
        """Somebody who said yes or no to news, and has a ticket in such a status."""
        id = await make_person(self.owner)
        if says is not None:
            await say(self.owner.connection, id, says)
        if holds is not None:
            await self._ticket(id, holds)
        return id

    async def _ticket(self, holder: UUID, status: str) -> None:
        order = await self.owner.insert(
            "orders",
            user_id=holder,
            event_id=self.show.id,
            number=new_id().hex[-8:].upper(),
            total_amount=45,
            currency="EUR",
            status="completed",
        )
        code = new_id().hex
        await self.owner.insert(
            "tickets",
            order_id=order["id"],
            event_id=self.show.id,
            ticket_type_id=self.show.types["Standing"],
            user_id=holder,
            status=status,
            qr_code=code,
            short_code=code[-8:].upper(),
        )

    async def queued(self) -> int:
        """How many deliveries of campaigns there are."""
        count: int = await self.owner.value(
            "SELECT count(*) FROM notifications WHERE campaign_id IS NOT NULL"
        )
        return count


async def say(connection: asyncpg.Connection, person: UUID, granted: bool) -> None:
    await act_as(connection, person)
    await connection.execute(
        "INSERT INTO consents (user_id, purpose, channel, granted, version)"
        " VALUES ($1, 'marketing', 'push', $2, 1)",
        person,
        granted,
    )


@pytest.fixture
async def house(owner: Owner) -> House:
    show = await make_event(owner)
    made = []
    for purpose in ("marketing", "service"):
        row = await owner.insert(
            "campaigns",
            name=purpose,
            organizer_id=show.organizer,
            purpose=purpose,
            audience="holders",
            event_id=show.id,
        )
        made.append(row["id"])
    return House(owner, show, *made)


@pytest.fixture
async def writer(database: Scratch):
    """A connection of the one role that writes deliveries of campaigns."""
    connection = await asyncpg.connect(database.dsn("portal_worker"))
    yield connection
    await connection.close()


async def refuses(writer: asyncpg.Connection, statement: str, *values: object) -> None:
    with pytest.raises(asyncpg.PostgresError) as refusal:
        await writer.execute(statement, *values)
    assert refusal.value.sqlstate == REFUSED, refusal.value


async def test_marketing_reaches_nobody_who_did_not_agree(
    writer: asyncpg.Connection, house: House
) -> None:
    agreed = await house.person(says=True)
    for silent in (
        await house.person(),
        await house.person(says=False),
        await house.person(holds="valid"),
    ):
        await refuses(writer, ONE, silent, house.marketing)
        await refuses(writer, MANY, [agreed, silent, agreed], house.marketing)
    assert await house.queued() == 0
    await writer.execute(ONE, agreed, house.marketing)
    await writer.execute(MANY, [agreed] * 3, house.marketing)
    assert await house.queued() == 4


async def test_who_took_their_word_back_is_refused_from_then_on(
    writer: asyncpg.Connection, house: House
) -> None:
    person = await house.person(says=True)
    await writer.execute(ONE, person, house.marketing)
    await say(house.owner.connection, person, granted=False)
    await refuses(writer, ONE, person, house.marketing)
    assert await house.queued() == 1


async def test_a_service_notice_is_for_holders_alone(
    writer: asyncpg.Connection, house: House
) -> None:
    holders = [await house.person(holds=status) for status in ("valid", "used", "reserved")]
    for stranger in (
        await house.person(),
        await house.person(says=True),
        await house.person(holds="cancelled"),
    ):
        await refuses(writer, ONE, stranger, house.service)
        await refuses(writer, MANY, [*holders, stranger], house.service)
    assert await house.queued() == 0
    await writer.execute(MANY, holders, house.service)
    assert await house.queued() == len(holders)


async def test_a_chat_without_a_person_is_nobody_who_agreed(
    writer: asyncpg.Connection, house: House
) -> None:
    for campaign in (house.marketing, house.service):
        with pytest.raises(asyncpg.CheckViolationError):
            await writer.execute(
                "INSERT INTO notifications (id, chat_id, campaign_id, lane, template, due_at)"
                " VALUES (uuidv7(), $1, $2, 2, 'campaign', now())",
                CHAT,
                campaign,
            )


async def test_nobody_goes_round_the_check_by_a_partition(
    writer: asyncpg.Connection, house: House
) -> None:
    partition = await house.owner.value(
        "SELECT inhrelid::regclass::text FROM pg_inherits"
        " WHERE inhparent = 'notifications'::regclass LIMIT 1"
    )
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await writer.execute(
            ONE.replace("notifications", partition), await house.person(), house.marketing
        )


async def test_without_the_trigger_anybody_would_be_written_to(
    writer: asyncpg.Connection, house: House
) -> None:
    """The negative control: it is this trigger that refuses."""
    await house.owner.fetch("ALTER TABLE notifications DISABLE TRIGGER require_consent")
    await writer.execute(MANY, [await house.person()] * 2, house.marketing)
    assert await house.queued() == 2


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE consents SET granted = true",
        "DELETE FROM consents",
        "TRUNCATE consents",
        "UPDATE consent_states SET granted = true",
        "DELETE FROM consent_states",
        "INSERT INTO consent_states SELECT user_id, purpose, channel, true, version, created_at"
        " FROM consents",
        "ALTER TABLE consents DISABLE TRIGGER ALL",
    ],
)
async def test_what_was_said_is_never_changed(
    writer: asyncpg.Connection, house: House, change: str
) -> None:
    await house.person(says=False)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await writer.execute(change)


async def test_the_state_is_what_was_said_last(database: Scratch, owner: Owner) -> None:
    """In any order, and also where many speak for one person at the same moment."""
    people = [await make_person(owner) for _ in range(4)]
    dice = random.Random(13)
    words = [(dice.choice(people), dice.random() < 0.5) for _ in range(400)]
    pool = await asyncpg.create_pool(database.dsn("portal_app"), min_size=8, max_size=8)

    async def speak(person: UUID, granted: bool) -> None:
        async with pool.acquire() as connection, connection.transaction():
            await say(connection, person, granted)

    await asyncio.gather(*(speak(*each) for each in words))
    await pool.close()
    assert await owner.value("SELECT count(*) FROM consents") == len(words)
    assert await differing(owner) == []


async def test_who_began_first_and_spoke_last_is_heard(database: Scratch, owner: Owner) -> None:
    person = await make_person(owner)
    slow = await asyncpg.connect(database.dsn("portal_app"))
    quick = await asyncpg.connect(database.dsn("portal_app"))
    async with slow.transaction():
        await slow.fetchval("SELECT now()")
        await say(quick, person, granted=True)
        await say(slow, person, granted=False)
    assert await owner.value("SELECT granted FROM consent_states") is False
    assert await differing(owner) == []
    await slow.close()
    await quick.close()


async def test_a_line_is_numbered_when_its_turn_has_come(database: Scratch, owner: Owner) -> None:
    """Who waited for another's word is newer than it, though they began to speak before."""
    person = await make_person(owner)
    first, second = [await asyncpg.connect(database.dsn("portal_app")) for _ in range(2)]
    async with first.transaction():
        await say(first, person, granted=True)
        waiting = asyncio.create_task(say(second, person, granted=False))
        await somebody_waits(owner)
        committing = await first.fetchval("SELECT clock_timestamp()")
    await waiting
    spoken = await owner.value("SELECT uuid_extract_timestamp(id) FROM consents WHERE NOT granted")
    assert spoken >= committing - timedelta(milliseconds=1)
    assert await differing(owner) == []
    await first.close()
    await second.close()


async def somebody_waits(owner: Owner) -> None:
    """Return when a connection waits for another's lock."""

    async def waits() -> bool:
        found: bool = await owner.value("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return found

    await until(waits)


async def differing(owner: Owner) -> list[dict]:
    """People whose state is not the newest line of the log."""
    return await owner.fetch(
        """
        SELECT c.user_id, c.granted, s.granted AS held FROM (
            SELECT DISTINCT ON (user_id, purpose, channel) * FROM consents
            ORDER BY user_id, purpose, channel, id DESC
        ) c
        FULL JOIN consent_states s USING (user_id, purpose, channel)
        WHERE (s.granted, s.version, s.changed_at)
            IS DISTINCT FROM (c.granted, c.version, c.created_at)
        """
    )


async def test_a_key_made_by_the_database_is_the_key_made_here(owner: Owner) -> None:
    dice = random.Random(7)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    moments = [
        epoch + timedelta(microseconds=dice.randrange(4_000_000_000_000_000)) for _ in range(3000)
    ]
    letters = "aZ 0-é€😀\n'\\"
    keys = ["".join(dice.choices(letters, k=dice.randrange(40))) for _ in moments]
    made = await owner.fetch(
        "SELECT derived_id(at, key) AS id FROM unnest($1::timestamptz[], $2::text[])"
        " WITH ORDINALITY AS x (at, key, n) ORDER BY n",
        moments,
        keys,
    )
    assert [row["id"] for row in made] == [
        derived_id(at, key) for at, key in zip(moments, keys, strict=True)
    ]
