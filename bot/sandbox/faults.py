"""Faults on demand: what goes wrong, for which calls, how often."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Literal, get_args

from bot.sandbox.errors import (
    BotApiError,
    ClientError,
    bad_request,
    forbidden,
    too_many_requests,
)
from bot.sandbox.model import JSON

Kind = Literal[
    "403",
    "429",
    "500",
    "502",
    "timeout",
    "slow",
    "reset",
    "duplicate_update",
    "lost_ack",
    "provider",
]
KINDS: tuple[str, ...] = get_args(Kind)
_ON_DELIVERY = ("duplicate_update", "lost_ack")
_SECONDS = {"429": 1.0, "slow": 2.0, "timeout": 30.0}


@dataclass(slots=True)
class Fault:
    """`times` None: until it is taken away. `seconds`: how long to wait or to be told to."""

    id: int
    kind: str
    method: str = "*"
    chat_id: int | None = None
    times: int | None = 1
    seconds: float = 0.0

    def hits(self, method: str, chat_id: int | None) -> bool:
        return self.method.lower() in ("*", method.lower()) and (
            self.chat_id is None or self.chat_id == chat_id
        )


class Faults:
    """The faults in force, in the order they were set."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._number = 0
        self.rate_limits = False

    def set(self, wish: JSON) -> Fault:
        """Add a fault from its JSON. Raises ClientError."""
        kind = str(wish.get("kind", ""))
        if kind not in KINDS:
            raise ClientError(f"kind is one of {', '.join(KINDS)}.")
        times = wish.get("times", 1)
        chat_id = wish.get("chat_id")
        seconds = wish.get("seconds") or _SECONDS.get(kind, 0.0)
        if not (times is None or (type(times) is int and times > 0)):
            raise ClientError("times is a number above 0, or null for every time.")
        if not (chat_id is None or type(chat_id) is int):
            raise ClientError("chat_id is a number, or null for every chat.")
        if not isinstance(seconds, int | float) or not 0 <= seconds <= 3600:
            raise ClientError("seconds is between 0 and 3600.")
        self._number += 1
        method = str(wish.get("method") or "*")
        fault = Fault(self._number, kind, method, chat_id, times, float(seconds))
        self._faults.append(fault)
        return fault

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that this call meets, used up by one."""
        return self._take(
            lambda fault: fault.kind not in _ON_DELIVERY and fault.hits(method, chat_id)
        )

    def take_delivery(self, kind: Literal["duplicate_update", "lost_ack"]) -> bool:
        """Whether the delivery of an update goes wrong in this way."""
        return self._take(lambda fault: fault.kind == kind) is not None

    def _take(self, wanted: Callable[[Fault], bool]) -> Fault | None:
        for fault in self._faults:
            if wanted(fault):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times == 0:
                        self._faults.remove(fault)
                return fault
        return None

    def clear(self, number: int | None = None) -> None:
        """Take away one fault, or all and the rate limits."""
        if number is None:
            self._faults.clear()
            self.rate_limits = False
        else:
            self._faults = [fault for fault in self._faults if fault.id != number]

    def listed(self) -> list[JSON]:
        return [asdict(fault) for fault in self._faults]


def refusal(fault: Fault) -> BotApiError | None:
    """The answer of a fault that is an answer of Telegram's; None for the other kinds."""
    match fault.kind:
        case "403":
            return forbidden("bot was blocked by the user")
        case "429":
            return too_many_requests(round(fault.seconds))
        case "provider":
            return bad_request("PAYMENT_PROVIDER_INVALID")
        case "500":
            return BotApiError(500, "Internal Server Error")
    return None
