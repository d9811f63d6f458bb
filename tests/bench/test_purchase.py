"""The floors do the same act as the domain: every purchase is there once, the counters agree."""

from tests.bench.purchase import CLASSIC, HOT_ROW_LAST, ONE_STATEMENT, open_stall
from tests.bench.rushing import rushing
from tests.storage.database_fixtures import Scratch


async def test_all_forms_of_a_purchase_count_right(database: Scratch) -> None:
    async with open_stall(database, purchases=2) as stall:
        assert await stall.with_domain() > 0
        assert await stall.one_by_one() > 0
        assert await stall.with_open_rows() > 0
        assert await stall.with_nothing_kept() > 0
        assert await stall.with_pgbench(CLASSIC) > 0
        assert await stall.with_pgbench(HOT_ROW_LAST) > 0


async def test_purchases_of_many_types_count_right(database: Scratch) -> None:
    async with open_stall(database, purchases=2, types=10) as stall:
        assert await stall.with_domain() > 0
        assert await stall.with_pgbench(ONE_STATEMENT) > 0


async def test_a_rush_is_measured(database: Scratch) -> None:
    claims = await rushing(database, rounds=1, purchases=2)
    assert [claim.others for claim in claims] == [(), ()]
