"""Seeing all that an act does: what the bot says, to whom, and what changes in the database."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from bot.callbacks.wire import Nothing
from tests.factories import Owner
from tests.flows.replaying.cast import Cast
from tests.guest import Guest

Rows = Mapping[str, frozenset[str]]
Call = dict[str, Any]

BOOKKEEPING = frozenset({"processed_updates", "cache_entries"})
"""That an update was handled, and what Telegram calls a picture."""

SHARED = frozenset({"quotas", "promo_codes"})
"""Counters, which agree with the rows of orders."""

_VOLATILE = frozenset({"callback_query_id", "message_id", "reply_to_message_id", "chat_id"})
_TABLES = """
    SELECT c.oid::regclass::text AS name FROM pg_class c
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relnamespace IN ('public'::regnamespace, 'sec'::regnamespace)
"""


async def rows_of(owner: Owner) -> Rows:
    """Every row of every table, in words."""
    tables = [row["name"] for row in await owner.fetch(_TABLES)]
    every = " UNION ALL ".join(
        f"SELECT '{name}' AS name, to_jsonb(t)::text AS words FROM {name} t" for name in tables
    )
    found: dict[str, set[str]] = {name: set() for name in tables}
    for row in await owner.fetch(every):
        found[row["name"]].add(row["words"])
    return {name: frozenset(rows) for name, rows in found.items()}


def changed(before: Rows, after: Rows) -> list[tuple[str, dict[str, Any]]]:
    """Rows that came, went or are others, with their tables; the books apart."""
    return [
        (table, json.loads(words))
        for table in before
        if table not in BOOKKEEPING
        for words in sorted(before[table] ^ after[table])
    ]


@dataclass
class Watch:
    """One person who acts, seen from all sides."""

    cast: Cast
    role: str
    heard: list[Call] = field(default_factory=list)

    @property
    def guest(self) -> Guest:
        return self.cast.guests[self.role]

    async def begin(self) -> None:
        """From now on; with a message of their own to tap at."""
        await self._news()
        self.heard.clear()
        self.screen = (await self.guest.screen())["message_id"]
        self._barrier = Nothing().pack()

    async def taps(self, data: str) -> list[Call]:
        """What the bot does upon a tap, as far as it can be compared."""
        await self.guest.tap_data(self.screen, data)
        return await self._settled()

    async def says(self, text: str) -> list[Call]:
        """What the bot does upon a message."""
        await self.guest.send(text)
        return await self._passed()

    async def opens(self, payload: str) -> list[Call]:
        """What the bot does upon a deep link."""
        await self.guest.start(payload)
        return await self._passed()

    async def _passed(self) -> list[Call]:
        """A message is through when a tap behind it is, and nothing is being handled."""
        await self.guest.tap_data(self.screen, self._barrier)
        return (await self._settled())[:-1]

    async def _settled(self) -> list[Call]:
        await self.cast.portal.updates.idle()
        return [_plain(call) for call in await self._news()]

    async def _news(self) -> list[Call]:
        since = getattr(self, "_seen", 0)
        async with self.guest.http.get(f"/client/calls?since={since}") as answer:
            told = await answer.json()
        self._seen = told["last"]
        news = [each for each in told["calls"] if each["method"] != "getUpdates"]
        self.heard += news
        return news

    def to_others(self) -> list[Call]:
        """What the bot sent to anybody else."""
        mine = {self.guest.id, None}
        return [call for call in self.heard if call.get("chat_id") not in mine]

    async def overheard(self) -> list[str]:
        """What was said to this person, or stands in a file, and is not theirs to know."""
        said = json.dumps(self.heard, ensure_ascii=False)
        for message in await self.guest.messages():
            if photo := message.get("photo"):
                said += await self._read("qr", photo["file_id"])
            if document := message.get("document"):
                said += await self._read("files", document["file_id"])
        return self.cast.told(self.role, said)

    async def _read(self, what: str, file_id: str) -> str:
        async with self.guest.http.get(f"/client/{what}/{file_id}") as answer:
            return await answer.text()

    async def is_own(self, table: str, row: Mapping[str, Any]) -> bool:
        """Whether a row is this person's."""
        me = str(self.cast.ids[self.role])
        whose = row.get("user_id") or row.get("organizer_id") or row.get("belongs_to")
        whose = whose or row.get("id")
        if table in SHARED or whose == me:
            return True
        order = row.get("order_id") or row.get("arguments", {}).get("order")  # its house is told
        return order is not None and self.cast.ids[self.role] == await self.cast.owner.value(
            "SELECT user_id FROM orders WHERE id = $1", UUID(order)
        )


def _plain(call: Call) -> Call:
    told = {name: value for name, value in call["params"].items() if name not in _VOLATILE}
    return {"method": call["method"], "params": told}
