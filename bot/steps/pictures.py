"""Questions that are answered by photos or by a place on the map."""

import re
from dataclasses import dataclass
from typing import ClassVar

from bot.clean import clean_text
from bot.steps.base import Given, Sent, Spot, Step, Stored, Wrong, word, words

_COORDINATES = re.compile(r"(-?\d{1,2}(?:\.\d{1,9})?)[,; ] ?(-?\d{1,3}(?:\.\d{1,9})?)")
_LONGEST_NAME = 200

FULL = "photos-full"
"""The reason that declines one photo more than there is room for."""


@dataclass(frozen=True, kw_only=True)
class Photo(Step[str]):
    """A photo; the answer is Telegram's file id."""

    def expects(self, sent: Sent) -> bool:
        return sent.photo is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        if sent.photo is None:
            raise Wrong("expects-photo", sent=sent.kind)
        return sent.photo

    def read(self, stored: object) -> str:
        return word(stored)


@dataclass(frozen=True, kw_only=True)
class Photos(Step[tuple[str, ...]]):
    """From `least` to `most` photos, one by one or as albums, in the order they came."""

    collects: ClassVar[bool] = True

    least: int = 1
    most: int = 50

    def expects(self, sent: Sent) -> bool:
        return sent.photo is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        if sent.photo is None:
            raise Wrong("expects-photos", sent=sent.kind)
        before = given.before if isinstance(given.before, list) else []
        if len(before) >= self.most:
            raise Wrong(FULL, most=self.most, left=1)
        return before if sent.photo in before else [*before, sent.photo]

    def renewed(self, stored: Stored) -> Stored:
        return [stored] if isinstance(stored, str) else stored  # it asked for one photo before

    def enough(self, stored: Stored) -> bool:
        return stored is None or self.least <= len(words(stored)) <= self.most

    def read(self, stored: object) -> tuple[str, ...]:
        return tuple(words(stored))


@dataclass(frozen=True, kw_only=True)
class Place(Step[Spot]):
    """A place on the map: a shared location or venue, or written coordinates."""

    def expects(self, sent: Sent) -> bool:
        return sent.spot is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        spot = sent.spot or _written(sent.text or "")
        if spot is None:
            raise Wrong("expects-place", sent=sent.kind)
        name = clean_text(spot.name, _LONGEST_NAME)
        address = clean_text(spot.address, _LONGEST_NAME)
        return [f"{spot.latitude:.6f}", f"{spot.longitude:.6f}", name, address]

    def read(self, stored: object) -> Spot:
        latitude, longitude, name, address = words(stored)
        return Spot(float(latitude), float(longitude), name, address)


def _written(text: str) -> Spot | None:
    found = _COORDINATES.fullmatch(text.strip())
    if found is None:
        return None
    latitude, longitude = float(found[1]), float(found[2])
    return Spot(latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
