"""The specification's tables are there, each column under its own name."""

import asyncpg
import pytest

from storage import enums
from storage.tables import Base
from tests.storage.database_fixtures import Scratch
from tests.storage.specification import specified

FAMILIES = {
    "uuid": {"uuid"},
    "text": {"text", "character varying"},
    "time": {"timestamp with time zone"},
    "number": {"numeric"},
    "integer": {"integer", "smallint", "bigint"},
    "jsonb": {"jsonb"},
    "array": {"ARRAY"},
    "enum": {"USER-DEFINED"},
}


@pytest.fixture
async def owner(database: Scratch):
    connection = await asyncpg.connect(database.dsn())
    yield connection
    await connection.close()


async def test_every_specified_column_has_its_name_and_family(owner):
    rows = await owner.fetch(
        "SELECT table_name, column_name, data_type FROM information_schema.columns"
        " WHERE table_schema = 'public'"
    )
    there = {(row["table_name"], row["column_name"]): row["data_type"] for row in rows}
    wanted = specified()
    assert len(wanted) == 22
    wrong = [
        (table, column, there.get((table, column)))
        for table, columns in wanted.items()
        for column, (family, *_) in columns.items()
        if there.get((table, column)) not in FAMILIES[family]
    ]
    assert wrong == []


async def test_every_specified_word_is_in_its_enum_in_order(owner):
    rows = await owner.fetch(
        """
        SELECT c.table_name, c.column_name, array_agg(e.enumlabel ORDER BY e.enumsortorder) words
        FROM information_schema.columns c
        JOIN pg_type t ON t.typname = c.udt_name JOIN pg_enum e ON e.enumtypid = t.oid
        WHERE c.table_schema = 'public' GROUP BY 1, 2
        """
    )
    there = {(row["table_name"], row["column_name"]): list(row["words"]) for row in rows}
    for table, columns in specified().items():
        for column, (family, *words) in columns.items():
            if family == "enum":
                assert there[table, column][: len(words)] == words, (table, column)


async def test_python_and_database_know_the_same_words(owner):
    rows = await owner.fetch(
        "SELECT typname, array_agg(enumlabel ORDER BY enumsortorder) AS words"
        " FROM pg_enum JOIN pg_type t ON t.oid = enumtypid GROUP BY 1"
    )
    there = {row["typname"]: list(row["words"]) for row in rows}
    known = {
        enums.database_name(words): [word.value for word in words]
        for words in vars(enums).values()
        if isinstance(words, type) and issubclass(words, enums.StrEnum) and words.__members__
    }
    assert there == known


async def test_keys_are_made_in_python_and_by_the_database(owner):
    keys = await owner.fetch(
        """
        SELECT table_name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'id' AND column_default <> 'uuidv7()'
        """
    )
    assert keys == []
    made = Base.metadata.tables["orders"].c.id.default
    assert made is not None
    assert made.is_callable


async def test_relationships_say_what_they_read():
    lazy = {
        (mapper.class_.__name__, relation.key): relation.lazy
        for mapper in Base.registry.mappers
        for relation in mapper.relationships
    }
    assert set(lazy.values()) == {"raise"}


async def test_no_column_keeps_a_time_without_a_zone(owner):
    naive = await owner.fetch(
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND data_type IN ('timestamp without time zone', 'date')"
    )
    assert naive == []


async def test_every_text_column_has_a_limit(owner):
    unlimited = await owner.fetch(
        """
        SELECT c.relname, a.attname FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        WHERE a.atttypid = 'text'::regtype AND a.attnum > 0 AND c.relkind IN ('r', 'p')
            AND c.relnamespace = 'public'::regnamespace AND NOT c.relispartition
            AND NOT EXISTS (
                SELECT FROM pg_constraint k
                WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
                    AND pg_get_constraintdef(k.oid) LIKE '%char_length%'
            )
        """
    )
    assert unlimited == []


async def test_personal_columns_have_room_for_their_ciphertext(owner):
    """Base64 of 33 bytes around the longest name in four-byte characters."""
    ciphertext = "A" * (4 * -(-(33 + 4 * 128) // 3))
    await owner.execute("INSERT INTO users (full_name) VALUES ($1)", ciphertext)
    with pytest.raises(asyncpg.CheckViolationError):
        await owner.execute("INSERT INTO users (full_name) VALUES ($1)", ciphertext + "A")


async def test_a_venue_is_not_booked_twice_at_the_same_time(owner):
    person = await owner.fetchval("INSERT INTO users DEFAULT VALUES RETURNING id")
    venue = await owner.fetchval(
        "INSERT INTO venues (name, city, time_zone) VALUES ('V', 'Milan', 'Europe/Rome')"
        " RETURNING id"
    )
    book = (
        "INSERT INTO events (organizer_id, venue_id, title, type, currency, time_zone, status,"
        " start_date, end_date) VALUES ($1, $2, 'E', 'workshop', 'EUR', 'Europe/Rome', $3,"
        " now() + $4 * interval '1 hour', now() + $5 * interval '1 hour')"
    )
    await owner.execute(book, person, venue, "published", 1, 3)
    await owner.execute(book, person, venue, "published", 3, 4)
    await owner.execute(book, person, venue, "draft", 2, 4)
    with pytest.raises(asyncpg.ExclusionViolationError):
        await owner.execute(book, person, venue, "published", 2, 4)
