"""The public catalogue follows every change of what it shows, and shows nothing else."""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from uuid import UUID

import asyncpg
import pytest

from storage.ids import new_id
from tests.factories import Owner, make_event, make_person
from tests.signing import act_as
from tests.storage.database_fixtures import Scratch

FROM_SCRATCH = """
    SELECT e.id AS event_id, d.* FROM events e CROSS JOIN LATERAL search_document(e.id) d
    ORDER BY e.id
"""
WORDS_FROM_SCRATCH = """
    SELECT DISTINCT word FROM events e
    CROSS JOIN LATERAL search_document(e.id) d CROSS JOIN unnest(d.names) word ORDER BY word
"""
CHANGES = 120


async def agrees(owner: Owner) -> bool:
    """Whether the catalogue is what a computation from nothing would make of the tables."""
    kept = await owner.fetch("SELECT * FROM event_search ORDER BY event_id")
    assert kept == await owner.fetch(FROM_SCRATCH)
    words = await owner.fetch("SELECT word FROM search_words ORDER BY word")
    assert words == await owner.fetch(WORDS_FROM_SCRATCH)
    return True


class Season:
    """A few events, houses and names, and every way to change them."""

    def __init__(self, owner: Owner, seed: int) -> None:
        self.owner = owner
        self.dice = random.Random(seed)
        self.acts: list[Callable[[], Awaitable[object]]] = [
            self.new_event,
            self.new_collection,
            self.new_model,
            self.join_collection,
            self.join_model,
            self.leave,
            self.rename_event,
            self.publish,
            self.move,
            self.change_venue,
            self.rename_brand,
            self.rename_collection,
            self.rename_model,
            self.new_type,
            self.change_type,
            self.translate,
        ]

    def word(self) -> str:
        return self.dice.choice(["Velvet", "Été", "Sfilata", "Gardênia", "Nuit", "Oro", "no"])

    def words(self) -> str:
        return " ".join(self.word() for _ in range(self.dice.randint(1, 3)))

    async def one(self, table: str) -> UUID | None:
        ids = await self.owner.fetch(f"SELECT id FROM {table} ORDER BY id")
        return self.dice.choice(ids)["id"] if ids else None

    async def change(self, statement: str, *values: object) -> None:
        await self.owner.connection.execute(statement, *values)

    async def new_event(self) -> None:
        status = self.dice.choice(["draft", "published"])
        language = self.dice.choice(["en", "fr", "it", "xx"])
        await make_event(self.owner, title=self.words(), status=status, language=language)

    async def new_collection(self) -> None:
        designer = await self.owner.insert(
            "designers", user_id=await make_person(self.owner), brand_name=self.words()
        )
        await self.owner.insert("collections", designer_id=designer["id"], name=self.words())

    async def new_model(self) -> None:
        await self.owner.insert(
            "models",
            user_id=await make_person(self.owner),
            meta_data={"stage_name": self.words()},
        )

    async def join_collection(self) -> None:
        await self.change(
            "INSERT INTO event_collections (event_id, collection_id) SELECT $1, $2"
            " WHERE $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL ON CONFLICT DO NOTHING",
            await self.one("events"),
            await self.one("collections"),
        )

    async def join_model(self) -> None:
        await self.change(
            "INSERT INTO event_models (event_id, model_id) SELECT $1, $2"
            " WHERE $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL ON CONFLICT DO NOTHING",
            await self.one("events"),
            await self.one("models"),
        )

    async def leave(self) -> None:
        table = self.dice.choice(["event_collections", "event_models"])
        await self.change(f"DELETE FROM {table} WHERE event_id = $1", await self.one("events"))

    async def rename_event(self) -> None:
        await self.change(
            "UPDATE events SET title = $2, description = $3, language = $4 WHERE id = $1",
            await self.one("events"),
            self.words(),
            self.dice.choice([None, self.words()]),
            self.dice.choice(["en", "fr", "it", "de-AT", ""]),
        )

    async def publish(self) -> None:
        await self.change(
            "UPDATE events SET status = $2 WHERE id = $1",
            await self.one("events"),
            self.dice.choice(["draft", "published", "cancelled", "completed"]),
        )

    async def move(self) -> None:
        await self.change(
            "UPDATE events SET end_date = end_date + interval '1 hour', type = 'exhibition',"
            " venue_id = CASE WHEN $2 THEN venue_id END WHERE id = $1",
            await self.one("events"),
            self.dice.random() < 0.7,
        )

    async def change_venue(self) -> None:
        latitude = self.dice.choice([None, 48.85])
        await self.change(
            "UPDATE venues SET name = $2, city = $3, latitude = $4, longitude = $4,"
            " facilities = $5 WHERE id = $1",
            await self.one("venues"),
            self.words(),
            self.dice.choice(["Paris", "Milan"]),
            latitude,
            json.dumps({"step_free": self.dice.random() < 0.5}),
        )

    async def rename_brand(self) -> None:
        await self.change(
            "UPDATE designers SET brand_name = $2 WHERE id = $1",
            await self.one("designers"),
            self.words(),
        )

    async def rename_collection(self) -> None:
        await self.change(
            "UPDATE collections SET name = $2, designer_id = $3 WHERE id = $1",
            await self.one("collections"),
            self.words(),
            await self.one("designers"),
        )

    async def rename_model(self) -> None:
        await self.change(
            "UPDATE models SET meta_data = $2 WHERE id = $1",
            await self.one("models"),
            json.dumps({"stage_name": self.words()}),
        )

    async def new_type(self) -> None:
        event = await self.one("events")
        await self.change(
            "INSERT INTO ticket_types (event_id, name, price, position) SELECT $1, 'T', $2,"
            " 1 + coalesce(max(position), 0) FROM ticket_types WHERE event_id = $1",
            event,
            self.dice.choice([0, 12, 80]),
        )

    async def change_type(self) -> None:
        kind = await self.one("ticket_types")
        if self.dice.random() < 0.2:
            await self.change("DELETE FROM quota_ticket_types WHERE ticket_type_id = $1", kind)
            await self.change("DELETE FROM ticket_types WHERE id = $1", kind)
            return
        await self.change(
            "UPDATE ticket_types SET status = $2, hidden = $3, price = $4 WHERE id = $1",
            kind,
            self.dice.choice(["active", "inactive", "sold_out"]),
            self.dice.random() < 0.3,
            self.dice.choice([0, 12, 80]),
        )

    async def translate(self) -> None:
        texts = self.dice.choice(
            [
                {},
                [],
                {"fr": {"title": self.words(), "description": self.words()}},
                {"it": {"title": self.words()}, "fr": "strange"},
            ]
        )
        await self.change(
            "UPDATE events SET meta_data = $2 WHERE id = $1",
            await self.one("events"),
            json.dumps({"texts": texts}),
        )


@pytest.mark.parametrize("seed", range(3))
async def test_the_catalogue_equals_a_recomputation_after_any_changes(owner: Owner, seed: int):
    season = Season(owner, seed)
    await season.new_event()
    for number in range(CHANGES):
        await season.dice.choice(season.acts)()
        if number % 10 == 0:
            assert await agrees(owner)
    assert await agrees(owner)
    assert await owner.value("SELECT count(*) FROM event_search") > 0


async def test_a_catalogue_that_lags_behind_would_be_noticed(owner: Owner):
    """The negative control: without its trigger a new brand does not reach the catalogue."""
    season = Season(owner, 0)
    event = await make_event(owner)
    await season.new_collection()
    await season.change("INSERT INTO event_collections SELECT $1, id FROM collections", event.id)
    await season.change("ALTER TABLE designers DISABLE TRIGGER search_update")
    await season.change("UPDATE designers SET brand_name = 'Quite Another'")
    with pytest.raises(AssertionError):
        await agrees(owner)


async def test_drafts_are_not_in_the_catalogue_and_leave_no_words(owner: Owner):
    event = await make_event(owner, title="Segreto", status="draft")
    assert await owner.fetch("SELECT FROM event_search") == []
    await owner.connection.execute("UPDATE events SET status = 'published'")
    assert await owner.value("SELECT event_id FROM event_search") == event.id
    assert await owner.value("SELECT word FROM search_words WHERE word = 'segreto'") == "segreto"
    await owner.connection.execute("UPDATE events SET status = 'draft'")
    assert await owner.fetch("SELECT FROM event_search") == []
    assert await owner.fetch("SELECT FROM search_words") == []


async def test_the_last_place_that_goes_does_not_write_the_catalogue(owner: Owner):
    """Selling out is the hot path: no text is read again for it."""
    event = await make_event(owner)
    before = await owner.value("SELECT xmin FROM event_search")
    await owner.connection.execute("UPDATE ticket_types SET status = 'sold_out'")
    assert await owner.value("SELECT xmin FROM event_search") == before
    await owner.connection.execute("UPDATE ticket_types SET price = 0")
    row = (await owner.fetch("SELECT event_id, free FROM event_search"))[0]
    assert row == {"event_id": event.id, "free": True}


async def test_the_bot_may_change_what_is_shown_and_not_the_catalogue(
    database: Scratch, owner: Owner
):
    event = await make_event(owner)
    bot = await asyncpg.connect(database.dsn("portal_app"))
    await act_as(bot, event.organizer)
    await bot.execute("UPDATE events SET title = 'Altra' WHERE id = $1", event.id)
    assert await bot.fetchval("SELECT names @> ARRAY['altra'] FROM event_search")
    for statement in (
        "DELETE FROM event_search",
        "UPDATE event_search SET free = true",
        "INSERT INTO search_words VALUES ('rude')",
        "SELECT sec.search_refresh(ARRAY[]::uuid[])",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await bot.execute(statement)
    await bot.close()


async def test_two_who_change_one_event_at_once_leave_no_old_word(database: Scratch, owner: Owner):
    """One renames the venue while another moves the event there: whoever is second sees both."""
    event = await make_event(owner)
    hall = await owner.insert("venues", name="Old Hall", city="Roma", time_zone="Europe/Rome")
    first = await asyncpg.connect(database.dsn())
    second = await asyncpg.connect(database.dsn("portal_app"))
    await act_as(second, event.organizer)
    renaming = first.transaction()
    await renaming.start()
    await first.execute("UPDATE venues SET name = 'New Hall' WHERE id = $1", hall["id"])
    moving = asyncio.get_running_loop().create_task(
        second.execute("UPDATE events SET venue_id = $2 WHERE id = $1", event.id, hall["id"])
    )
    async with asyncio.timeout(10):
        while not await owner.fetch("SELECT FROM pg_locks WHERE NOT granted"):
            assert not moving.done()
    await renaming.commit()
    await moving
    await first.close()
    await second.close()
    assert await agrees(owner)


async def test_a_follow_is_of_one_thing_once(owner: Owner):
    person = await make_person(owner)
    await owner.insert("follows", user_id=person, city="Milano")
    with pytest.raises(asyncpg.UniqueViolationError):
        await owner.insert("follows", user_id=person, city="Milano")
    for wrong in ({}, {"city": "Roma", "organizer_id": person}):
        with pytest.raises(asyncpg.CheckViolationError):
            await owner.insert("follows", id=new_id(), user_id=person, **wrong)
