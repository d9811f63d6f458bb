"""The durable record: lines of `[table, key, value]`, the last line of a key wins."""

import asyncio
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

Line = tuple[str, str, Any]


class Journal:
    """An append-only file.

    `write` only remembers; pending lines are appended together by `flush`, which the server calls
    before each answer and the event loop calls right after a turn. The disk is not synced: a power
    cut may lose the last seconds of a sandbox, a kill loses no answered call.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pending: list[bytes] = []
        self._file: int | None = None

    def read(self) -> Iterator[Line]:
        """All lines; one that was cut off by a crash is passed over."""
        if not self._path.exists():
            return
        with self._path.open("rb") as lines:
            for raw in lines:
                try:
                    table, key, value = orjson.loads(raw)
                except ValueError:
                    continue
                yield table, key, value

    def begin(self, lines: Iterable[Line]) -> None:
        """Start anew with `lines` only: history that no longer matters is left behind."""
        self.close()
        fresh = self._path.with_suffix(".new")
        with fresh.open("wb") as out:
            out.writelines(orjson.dumps(line) + b"\n" for line in lines)
        fresh.replace(self._path)
        self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND)

    def write(self, table: str, key: str, value: Any) -> None:
        """Append a line; `value` None forgets the key."""
        if not self._pending:
            self._flush_soon()
        self._pending.append(orjson.dumps((table, key, value)))

    def _flush_soon(self) -> None:
        try:
            asyncio.get_running_loop().call_soon(self.flush)
        except RuntimeError:
            return  # outside of a loop: whoever built the state calls flush or close

    def flush(self) -> None:
        if self._pending and self._file is not None:
            data = b"\n".join(self._pending) + b"\n"
            self._pending.clear()
            while data:
                data = data[os.write(self._file, data) :]

    def close(self) -> None:
        self.flush()
        if self._file is not None:
            os.close(self._file)
            self._file = None
