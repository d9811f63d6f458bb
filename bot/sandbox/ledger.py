"""Which calls the bot made: for programs that want to see what happened. No token is kept."""

import time
from collections import deque
from itertools import islice
from typing import Any

from bot.sandbox.model import JSON
from bot.sandbox.params import Params

CALLS = 25_000  # more than a campaign to everybody of a large demo
_SECRET = frozenset(("provider_token", "secret_token", "certificate"))


class Ledger:
    """The last calls, numbered from 1 since the start."""

    def __init__(self) -> None:
        self._calls: deque[JSON] = deque(maxlen=CALLS)
        self._number = 0

    def add(self, method: str, params: Params, status: int, description: str = "") -> None:
        """Note an answered call. `status` is the HTTP status, 0 if no answer was sent."""
        self._number += 1
        call: JSON = {
            "n": self._number,
            "at": time.time(),
            "method": method,
            "status": status,
            "params": _shown(params),
        }
        if params.has("chat_id"):
            call["chat_id"] = params.integer("chat_id")
        if description:
            call["description"] = description
        self._calls.append(call)

    def since(self, number: int, method: str = "") -> list[JSON]:
        """Calls after `number`, only those of `method` if it is given."""
        wanted = method.lower()
        known = max(0, number - (self._number - len(self._calls)))
        return [
            call
            for call in islice(self._calls, known, None)
            if wanted in ("", call["method"].lower())
        ]

    @property
    def last(self) -> int:
        return self._number


def _shown(params: Params) -> JSON:
    shown: JSON = {}
    for name, value in params.values.items():
        shown[name] = "***" if name in _SECRET and value else _parsed(params, name, value)
    for name, upload in params.uploads.items():
        shown[name] = f"<{upload.name}, {len(upload.data)} bytes>"
    return shown


def _parsed(params: Params, name: str, value: Any) -> Any:
    """JSON strings are shown as what they hold: it is the same for every library."""
    if name in ("reply_markup", "media", "prices", "entities", "caption_entities"):
        return params.structure(name)
    return value
