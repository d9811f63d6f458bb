"""What a vault noticed of tampering: each place once in a while, and kept to be written down."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable

import structlog

from storage.security.sealed import Place

_SECONDS = 3600.0
_MOST_PLACES = 1000
_MOST_WAITING = 100

_log = structlog.get_logger(__name__)


class Noticed:
    """Tells the log of one place at most once in `seconds`, however often it is met.

    It remembers `places` of them, and the oldest gives way; what was told waits for `take`, the
    last hundred of it. `clock` is in seconds.
    """

    def __init__(
        self,
        *,
        places: int = _MOST_PLACES,
        seconds: float = _SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._places = places
        self._seconds = seconds
        self._clock = clock
        self._told: OrderedDict[bytes, float] = OrderedDict()
        self._waiting: deque[Place] = deque(maxlen=_MOST_WAITING)

    def tell(self, place: Place) -> None:
        """A value was met here that is not what was put there."""
        now, told = self._clock(), self._told.get(place.bound)
        if told is not None and now < told + self._seconds:
            return
        self._told.pop(place.bound, None)
        self._told[place.bound] = now
        if len(self._told) > self._places:
            self._told.popitem(last=False)
        self._waiting.append(Place(place.person, place.table, place.column, place.row))
        _log.error(
            "security event",
            kind="a sealed value was changed or moved",
            table=place.table,
            column=place.column,
            row=str(place.row),
        )

    def take(self) -> Place | None:
        """The place that has waited longest to be written down; it waits no more."""
        return self._waiting.popleft() if self._waiting else None

    def put_back(self, place: Place) -> None:
        """This one could not be written down: it waits again."""
        self._waiting.append(place)
