"""Lists, search and what is near go through their indexes, however many evenings there are."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from storage.queries import programme, search
from tests.storage.database_fixtures import Scratch, aside, copy_of
from tests.storage.plans import Plan, explain
from tests.storage.season import ADMIRER, BRAND, ROAMER, TASTER, fill

NOW = datetime.now(UTC)
PAGE = {"limit": 6, "offset": 0, "reach": 6}
MILAN = "437d4"
LISTS: Mapping[str, tuple[Mapping[str, Any], set[str], int]] = {
    "what is next": ({}, {"ix_event_search_starts_at", "ix_event_search_time"}, 700),
    "tonight": ({"tonight": True}, {"ix_event_search_starts_at"}, 700),
    "a city": ({"city": MILAN}, {"ix_event_search_city_code"}, 900),
    "free": ({"free": True}, {"ix_event_search_free"}, 700),
    "a rare choice": (
        {"free": True, "city": MILAN, "kind": "workshop", "step_free": True},
        set(),
        1500,
    ),
    "up to a price": ({"most": 50, "step_free": True}, {"ix_event_search_starts_at"}, 700),
    "some days": (
        {"first_day": NOW.date() + timedelta(90), "last_day": NOW.date() + timedelta(92)},
        {"ix_event_search_starts_at"},
        1500,
    ),
    "near": (
        {"latitude": 45.47, "longitude": 9.2},
        {"ix_venues_place", "ix_event_search_venue_id"},
        700,
    ),
    "near and rare": (
        {"latitude": 45.47, "longitude": 9.2, "free": True, "kind": "workshop"},
        {"ix_venues_place", "ix_event_search_venue_id"},
        1500,
    ),
    "near and tonight": (
        {"latitude": 45.47, "longitude": 9.2, "tonight": True},
        {"ix_venues_place"},
        1500,
    ),
    "near, rare and on one day": (
        {
            "latitude": 45.47,
            "longitude": 9.2,
            "kind": "workshop",
            "free": True,
            "first_day": NOW.date() + timedelta(90),
            "last_day": NOW.date() + timedelta(90),
        },
        set(),
        2000,
    ),
    "near in a city without any": (
        {"latitude": 45.47, "longitude": 9.2, "city": "00000"},
        set(),
        2500,
    ),
    "for somebody": ({"person": ADMIRER}, {"ix_event_search_city_code"}, 3500),
    "for tastes in a city": ({"person": TASTER}, {"ix_event_search_city_code"}, 3500),
    "for tastes anywhere": ({"person": ROAMER}, set(), 3500),
}
"""What is asked, the indexes it needs, and the pages it may touch."""

WORDS: Mapping[str, tuple[str, set[str], int]] = {
    "a brand": (BRAND, {"ix_event_search_words"}, 2500),
    "a city that many have": ("milan", set(), 2000),
    "a word that all have": ("silk", set(), 2000),
    "a word that nobody has": ("zzxqy", {"ix_event_search_words"}, 1500),
}


@pytest.fixture(
    scope="module", params=[5_000, pytest.param(100_000, marks=pytest.mark.chaos)], ids=str
)
def season(request, postgres, template):
    for made in copy_of(postgres, template):
        aside(fill(made.dsn(), events=request.param))
        yield made


@asynccontextmanager
async def _connected(season: Scratch) -> AsyncIterator[AsyncConnection]:
    engine = create_async_engine(
        season.dsn().replace("postgresql://", "postgresql+asyncpg://"), poolclass=NullPool
    )
    async with engine.connect() as connection:
        yield connection
    await engine.dispose()


# As the bot asks it for somebody, behind the policies, which cost the programme next to nothing.
async def _plan(season: Scratch, statement: TextClause, values: Mapping[str, Any]) -> Plan:
    async with _connected(season) as connection:
        return await explain(connection, statement, values, acting=ADMIRER)


@pytest.mark.parametrize("name", LISTS)
async def test_a_list_goes_through_its_indexes(season: Scratch, name: str):
    asked, indexes, pages = LISTS[name]
    statement = programme.evenings(frozenset(asked))
    plan = await _plan(season, statement, {**asked, **PAGE, "now": NOW})
    assert indexes <= plan.indexes, plan.indexes
    assert plan.read_in_full == set()
    assert plan.buffers <= pages


@pytest.mark.parametrize("name", WORDS)
async def test_words_are_found_through_their_index(season: Scratch, name: str):
    word, indexes, pages = WORDS[name]
    query = await _query_of(season, word)
    plan = await _plan(season, search._FOUND, {"query": query, "now": NOW, **PAGE})
    assert indexes <= plan.indexes, plan.indexes
    assert plan.read_in_full == set()
    assert plan.buffers <= pages


async def test_what_a_menu_asks_reads_little(season: Scratch):
    plan = await _plan(season, programme._ROOMS, {"person": ADMIRER, "now": NOW, "reach": 1})
    assert plan.read_in_full == set()
    assert plan.buffers <= 3000


async def test_whose_collections_come_next_is_found_among_what_comes(season: Scratch):
    plan = await _plan(season, programme._BRANDS, {"now": NOW, "limit": 12})
    # Some thousands of each, a tenth of which are shown soon: either way is a good one.
    assert plan.read_in_full <= {"designers", "collections"}
    assert plan.buffers <= 3500


async def test_the_cities_are_skipped_through(season: Scratch):
    plan = await _plan(season, programme._CITIES, {"now": NOW})
    assert plan.read_in_full == set()
    assert plan.buffers <= 700


async def test_a_misspelt_word_is_looked_up_among_the_names(season: Scratch):
    plan = await _plan(season, search._NEAR_WORDS, {"word": "feradini", "limit": 24})
    assert plan.indexes == {"ix_search_words_trigrams"}
    assert plan.buffers <= 1500


async def test_a_missing_index_would_be_noticed(season: Scratch):
    """The negative control: without its index a city's list reads the whole programme."""
    asked = {"city": "00000", **PAGE, "now": NOW}
    statement = programme.evenings(frozenset({"city"}))
    async with _connected(season) as connection:
        before = await explain(connection, statement, asked)
        await connection.execute(text("DROP INDEX ix_event_search_city_code"))
        after = await explain(connection, statement, asked)
    assert after.buffers > 5 * before.buffers


async def _query_of(season: Scratch, word: str) -> str:
    async with _connected(season) as connection:
        asked = text("SELECT word_query(:word)::text")
        return str((await connection.execute(asked, {"word": word})).scalar_one())
