"""What is on, and finding it."""

from typing import Literal
from uuid import UUID

from aiogram.filters.callback_data import CallbackData


class ShowMenu(CallbackData, prefix="m"):
    """The first screen."""


class Browse(CallbackData, prefix="b"):
    """The programme: the evenings and the page that the filter's code `of` names."""

    of: str = ""


class Narrow(CallbackData, prefix="fi"):
    """The choices of a filter, or the values of one of them."""

    of: str = ""
    part: Literal["", "city", "days", "kind", "price"] = ""


class PickDays(CallbackData, prefix="fd"):
    """The calendar of a filter, at a month such as 2026-12."""

    of: str = ""
    month: str = ""


class Search(CallbackData, prefix="s"):
    """The evenings that answer to some words, page by page from 0."""

    words: str
    page: int = 0


class AskWords(CallbackData, prefix="sw"):
    """What shall I look for?"""


class AskPlace(CallbackData, prefix="sn"):
    """Where are you?"""


class ShowEvent(CallbackData, prefix="e"):
    """An event's card; `back` is the list it was opened from (`bot/screens/lists.py`)."""

    event: UUID
    back: str = ""


class ShowHouse(CallbackData, prefix="ho"):
    """The page of a house, by its organizer."""

    organizer: UUID


class ShowFollowing(CallbackData, prefix="fs"):
    """Whom and what I follow."""


class Follow(CallbackData, prefix="fo"):
    """Follow (`on`) or no longer: the designer `d`, the house `o` or the city `c` of a key.

    `at` is the screen to show then: its own page, or the list of all that I follow.
    """

    kind: Literal["d", "o", "c"]
    key: str
    on: bool
    at: Literal["page", "list"] = "page"


class ShowProgramme(CallbackData, prefix="p"):
    """An event's line-up and schedule."""

    event: UUID


class ShowVenue(CallbackData, prefix="v"):
    """Where an event takes place, on the map."""

    event: UUID


class SendCalendar(CallbackData, prefix="ics"):
    """An event as a calendar file."""

    event: UUID


class ShowLookBook(CallbackData, prefix="lb"):
    """What a designer shows."""

    designer: UUID


class ShowCollection(CallbackData, prefix="lc"):
    """The photos of a collection, album by album from 0."""

    collection: UUID
    page: int = 0
