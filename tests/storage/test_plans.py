"""Hot statements go through their indexes and touch few pages, among enough rows to tell."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from tests.storage.catalogue import CATALOGUE
from tests.storage.crowd import gather, swell
from tests.storage.database_fixtures import Scratch, aside, copy_of
from tests.storage.plans import explain

PUBLIC = {"an event's schedule", "what is for sale and left"}
"""What is read without asking who does."""


@pytest.fixture(scope="module")
def crowd(postgres, template):
    for made in copy_of(postgres, template):
        aside(gather(made.dsn()))
        yield made


@pytest.mark.parametrize("name", CATALOGUE)
async def test_a_hot_statement_goes_through_its_indexes(crowd: Scratch, name: str):
    hot = CATALOGUE[name]
    engine = _engine(crowd)
    async with engine.connect() as connection:
        plan = await explain(connection, hot.statement, hot.values, acting=hot.acting)
    await engine.dispose()
    used = " ".join(plan.indexes)
    assert [index for index in hot.indexes if index not in used] == [], used
    assert plan.read_in_full == set()
    assert plan.buffers <= hot.pages
    assert plan.asks_once or hot.acting is None or name in PUBLIC


@pytest.mark.chaos
@pytest.mark.timeout(600)
async def test_ones_own_are_found_among_a_million(crowd: Scratch, record_property):
    """What somebody holds and ordered is read through an index, once it is known who asks."""
    await swell(crowd.dsn(), tickets=1_000_000)
    engine = _engine(crowd)
    for name in ("a holder's tickets", "a buyer's orders"):
        hot = CATALOGUE[name]
        async with engine.connect() as connection:
            plan = await explain(connection, hot.statement, hot.values, acting=hot.acting)
        assert hot.indexes <= plan.indexes, name
        assert plan.read_in_full == set(), name
        assert plan.buffers <= hot.pages, name
        assert plan.asks_once, name
        record_property(name, f"{plan.milliseconds} ms, {plan.buffers} pages")
    await engine.dispose()


async def test_the_harness_sees_a_table_that_is_read_in_full(crowd: Scratch):
    engine = _engine(crowd)
    async with engine.connect() as connection:
        plan = await explain(
            connection, text("SELECT count(*) FROM orders WHERE total_amount = :n"), {"n": 3}
        )
    await engine.dispose()
    assert plan.read_in_full == {"orders"}
    assert plan.buffers > 100


@pytest.mark.parametrize("name", ["a buyer's orders", "orders past their deadline"])
async def test_a_missing_index_would_be_noticed(crowd: Scratch, name: str):
    """The negative control: without its index the statement reads more or all."""
    hot = CATALOGUE[name]
    (index,) = hot.indexes
    engine = _engine(crowd)
    async with engine.connect() as connection:
        before = await explain(connection, hot.statement, hot.values, acting=hot.acting)
        await connection.execute(text(f"DROP INDEX {index}"))
        plan = await explain(connection, hot.statement, hot.values, acting=hot.acting)
    await engine.dispose()
    assert index not in plan.indexes
    assert plan.read_in_full or plan.buffers > before.buffers


def _engine(crowd: Scratch):
    dsn = crowd.dsn().replace("postgresql://", "postgresql+asyncpg://")
    return create_async_engine(dsn, poolclass=NullPool)
