"""Delivering a campaign, ledger included, to a loop that only posts; and two workers to one."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg

from jobs.campaigns import run_campaigns
from storage.database import Database
from tests.bench.claims import Claim, in_turn
from tests.bench.sending import measured_apart
from tests.keeping import VAULT
from tests.storage.database_fixtures import Scratch

_ROOT = Path(__file__).parents[2]
_AWAY_MS = 50
"""How far away the second server is."""

_CROWD = """
    WITH made AS (
        INSERT INTO users (full_name) SELECT 'Guest ' || n FROM generate_series(1, $1) n
        RETURNING id
    ), accounts AS (
        INSERT INTO telegram_accounts (telegram_id, user_id, chat_id, language)
        SELECT 9000000000 + row_number() OVER (), id, 9000000000 + row_number() OVER (), 'en'
        FROM made
    )
    INSERT INTO consents (user_id, purpose, channel, granted, version)
    SELECT id, 'marketing', 'push', true, 1 FROM made
"""
_ALONE = "UPDATE settings SET value = highest WHERE name = 'approval_above_people'"
_CAMPAIGN = """
    INSERT INTO campaigns
        (name, organizer_id, status, audience, start_date, launched_at, meta_data)
    SELECT 'Tonight', id, 'active', 'everyone', now(), now(),
           jsonb_build_object('text', '<b>Tonight</b> the doors open at nine.')
    FROM users LIMIT 1
"""


async def delivering(
    scratch: Scratch, redis_url: str, *, people: int, rounds: int
) -> Sequence[Claim]:
    """CPU a message with the limiter lifted, and what a second worker adds."""
    superuser = await asyncpg.connect(scratch.dsn())
    await superuser.execute(_CROWD, people)
    await superuser.execute(_ALONE)
    await superuser.execute("VACUUM ANALYZE")
    db = Database(scratch.dsn("portal_worker"), role="portal_worker", vault=VAULT)

    async def workers(api: str, number: int) -> Sequence[Mapping[str, float]]:
        await superuser.execute(_CAMPAIGN)
        await run_campaigns(db)
        words = ["worker", scratch.dsn("portal_worker"), api, redis_url, "lifted"]
        return await asyncio.gather(*(measured_apart(*words) for _ in range(number)))

    async with _server(0) as near, _server(_AWAY_MS) as away:

        async def ours() -> float:
            [taken] = await workers(near, 1)
            return taken["cpu"] / people * 1000

        async def floor() -> float:
            return (await measured_apart("loop", near, str(people)))["cpu"] / people * 1000

        async def rate_of(number: int) -> float:
            taken = await workers(away, number)
            span = max(e["ended"] for e in taken) - min(e["began"] for e in taken)
            return people / span

        cpu = await in_turn(ours, floor, rounds)
        rates = await in_turn(lambda: rate_of(2), lambda: rate_of(1), rounds)
    await asyncio.gather(db.close(), superuser.close())
    return [
        Claim("CPU of a delivery, ledger included", "a loop that posts", "ms", *cpu, least=0.4),
        Claim(f"two workers, Telegram {_AWAY_MS} ms away", "one", "/s", *rates, least=1.7),
    ]


@asynccontextmanager
async def _server(pause_ms: int) -> AsyncIterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "tests.bench.silent_telegram", str(port), str(pause_ms)]
    process = await asyncio.create_subprocess_exec(*words, cwd=_ROOT)
    try:
        await _answers(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def _answers(port: int) -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
