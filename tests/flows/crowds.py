"""Thousands who want news, made in a moment on both sides: in the database and in the sandbox."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.factories import Owner

FIRST = 7_000_000_000
_AT_ONCE = 2000


@dataclass(frozen=True)
class Crowd:
    """People by their Telegram ids; `away` are those who blocked the bot, or left Telegram."""

    ids: Collection[int]
    away: Collection[int]


async def make_crowd(
    owner: Owner,
    http: aiohttp.ClientSession,
    size: int,
    *,
    every_blocks: int | None = None,
    every_leaves: int | None = None,
) -> Crowd:
    """So many people who started the bot and agreed to news; one in so many went away since."""
    ids = range(FIRST, FIRST + size)
    blocked = set(ids[::every_blocks]) if every_blocks else set()
    left = set(ids[1::every_leaves]) if every_leaves else set()
    for start in range(0, size, _AT_ONCE):
        wishes = [
            {
                "id": id,
                "first_name": "Guest",
                "language_code": "en",
                "started": True,
                "blocked": id in blocked,
                "deactivated": id in left,
            }
            for id in ids[start : start + _AT_ONCE]
        ]
        async with http.post("/client/people", json={"people": wishes}) as answer:
            assert answer.status == 200, await answer.text()
    await owner.connection.execute(
        """
        WITH made AS (
            INSERT INTO users (full_name) SELECT 'Guest ' || n FROM generate_series(1, $2) n
            RETURNING id
        ), accounts AS (
            INSERT INTO telegram_accounts (telegram_id, user_id, chat_id, language)
            SELECT $1::bigint + row_number() OVER (ORDER BY id) - 1, id,
                   $1::bigint + row_number() OVER (ORDER BY id) - 1, 'en'
            FROM made
        )
        INSERT INTO consents (user_id, purpose, channel, granted, version)
        SELECT id, 'marketing', 'push', true, 1 FROM made
        """,
        FIRST,
        size,
    )
    await owner.connection.execute("ANALYZE users, telegram_accounts, consent_states")
    return Crowd(ids, blocked | left)


async def calls_of(
    http: aiohttp.ClientSession, method: str, since: int = 0
) -> list[dict[str, Any]]:
    """The bot's calls of a method, from the sandbox's ledger."""
    address = f"/client/calls?method={method}&since={since}"
    async with http.get(address) as answer:
        found: list[dict[str, Any]] = (await answer.json())["calls"]
        return found
