"""`make bench`: starts servers of its own, measures, says how it went.

Exit status 1 when a promised ratio is missed.
"""

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path

import orjson
import structlog
import uvloop
from redis.asyncio import Redis
from rich.console import Console

from storage.bootstrap import bootstrap
from storage.embedded import Servers, running
from storage.schema import migrate
from tests.bench.auditing import auditing
from tests.bench.campaign import campaign
from tests.bench.claims import Claim
from tests.bench.delivering import delivering
from tests.bench.fanning import fanning
from tests.bench.finding import finding
from tests.bench.picture import picture
from tests.bench.purchase import purchase, spread
from tests.bench.report import table
from tests.bench.rushing import rushing
from tests.bench.sealing import sealing
from tests.bench.tap import tap
from tests.bench.update import update
from tests.keeping import VAULT
from tests.signing import introduce
from tests.storage.database_fixtures import Scratch
from tests.storage.embedded_fixtures import open_directory

DATABASE = "portal"
BENCHES = (
    *("purchase", "update", "picture", "tap", "campaign", "finding", "sealing"),
    *("fanning", "auditing", "spread", "rushing", "delivering"),
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("--json", action="store_true", help="all numbers as JSON")
    parser.add_argument("--rounds", type=int, default=5, help="of each, in turn; medians count")
    parser.add_argument("--purchases", type=int, default=20, help="of each buyer in a round")
    parser.add_argument("--people", type=int, default=1500, help="whom the campaign is for")
    parser.add_argument("--rate", type=int, default=25, help="of the campaign, a second")
    parser.add_argument("--evenings", type=int, default=100_000, help="among which to find")
    parser.add_argument("--receivers", type=int, default=100_000, help="of a campaign's queue")
    parser.add_argument("--changes", type=int, default=1_000_000, help="that the audit holds")
    parser.add_argument("--messages", type=int, default=10_000, help="that a worker delivers")
    parser.add_argument("--only", choices=BENCHES)
    chosen = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with (
        open_directory() as directory,
        running(directory) as servers,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        claims = runner.run(_measure(servers, directory, chosen))
    if chosen.json:
        sys.stdout.buffer.write(orjson.dumps([claim.as_json() for claim in claims]) + b"\n")
    else:
        Console().print(table(claims, cores=os.cpu_count() or 1))
    return int(any(claim.missed for claim in claims))


async def _measure(
    servers: Servers, directory: Path, chosen: argparse.Namespace
) -> Sequence[Claim]:
    scratch = Scratch(servers, DATABASE)
    await bootstrap(scratch.dsn(), servers.passwords)
    await migrate(scratch.dsn("portal_migrate"))
    await introduce(scratch.dsn())
    await VAULT.prepare()
    redis: Redis = Redis.from_url(servers.redis_url or "")
    rounds = chosen.rounds
    benches: dict[str, Callable[[], Awaitable[Sequence[Claim]]]] = {
        "purchase": partial(purchase, scratch, rounds=rounds, purchases=chosen.purchases),
        "spread": partial(spread, scratch, rounds=rounds, purchases=chosen.purchases),
        "rushing": partial(rushing, scratch, rounds=rounds, purchases=chosen.purchases),
        "update": partial(update, scratch, redis, rounds=rounds),
        "picture": partial(picture, rounds=rounds),
        "tap": partial(tap, scratch, redis, directory / "sandbox", rounds=rounds),
        "campaign": partial(
            campaign,
            Scratch(servers, "campaign"),
            servers.redis_url or "",
            directory / "sandbox",
            people=chosen.people,
            per_second=chosen.rate,
        ),
        "finding": partial(
            finding, Scratch(servers, "season"), rounds=rounds, evenings=chosen.evenings
        ),
        "sealing": partial(sealing, directory, rounds=rounds),
        "fanning": partial(
            fanning, Scratch(servers, "fanning"), people=chosen.receivers, rounds=rounds
        ),
        "delivering": partial(
            delivering,
            scratch,
            servers.redis_url or "",
            people=chosen.messages,
            rounds=rounds,
        ),
        "auditing": partial(
            auditing, Scratch(servers, "auditing"), changes=chosen.changes, rounds=rounds
        ),
    }
    claims: list[Claim] = []
    for name in [chosen.only] if chosen.only else BENCHES:
        claims += await benches[name]()
    await redis.aclose()
    return claims


if __name__ == "__main__":
    sys.exit(main())
