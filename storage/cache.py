"""The durable content cache: what must outlive a flush of Redis (reliability.md 2.7)."""

from datetime import timedelta
from typing import Any

from storage.database import Database

_FIND = """
    UPDATE cache_entries SET hit_count = hit_count + 1, last_accessed = now(),
                             expiration = now() + $2
    WHERE key = $1 AND (expiration IS NULL OR expiration > now())
    RETURNING value
"""
_KEEP = """
    INSERT INTO cache_entries (key, value, expiration) VALUES ($1, $2, now() + $3)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, expiration = excluded.expiration
"""
_FORGET = "DELETE FROM cache_entries WHERE key = $1"
_KEPT = timedelta(days=60)
"""An entry that nobody asks for is forgotten after this; every hit begins anew."""


class FileIdCache:
    """The id that Telegram gave to a picture, by bot and content: saves every second upload."""

    def __init__(self, db: Database, bot_id: int) -> None:
        self._db = db
        self._bot_id = bot_id

    def _key(self, key: str) -> str:
        return f"file:{self._bot_id}:{key}"

    async def find(self, key: str) -> str | None:
        """The id, if the picture was sent before."""
        rows: Any = await self._db.call(_FIND, self._key(key), _KEPT)
        return str(rows[0]["value"]).strip('"') if rows else None

    async def keep(self, key: str, file_id: str) -> None:
        """Remember it."""
        await self._db.call(_KEEP, self._key(key), f'"{file_id}"', _KEPT)

    async def forget(self, key: str) -> None:
        """Telegram no longer knows it."""
        await self._db.call(_FORGET, self._key(key))
