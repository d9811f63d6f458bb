"""Until when a ticket may change hands or be given back: later the door's list stands still."""

from datetime import datetime

from domain import house_rules
from domain.errors import EventHasBegun, HoldersFixed
from domain.house_rules import Place


def require_open(place: Place, *, starts_at: datetime, now: datetime) -> None:
    """Let a change of a ticket's holder pass that comes early enough.

    Raises `EventHasBegun`; `HoldersFixed` when the door's list stands still already.
    """
    if now >= starts_at:
        raise EventHasBegun
    fixed_for = house_rules.HOLDERS_FIXED.lasts(place)
    if now >= starts_at - fixed_for:
        raise HoldersFixed(house_rules.HOLDERS_FIXED.number(place))
