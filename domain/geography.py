"""Where a point on the map is: countries near it, and the time and the money of a country.

From the time zone database's own table of countries, zones and their principal places. Most
countries have one time zone, and then it is exact; of several the nearest principal place
decides, and people can change it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt

from babel import Locale
from babel.numbers import get_currency_precision, get_territory_currencies

FALLBACK_CURRENCY = "EUR"
_DECIMALS = 2
"""`domain.money` counts hundredths; a currency with other decimals cannot be charged."""

_AFTER_THE_LARGE = 3
"""How much further away a country counts whose clocks follow a larger neighbour's."""

_COORDINATES = re.compile(r"([+-]\d+)([+-]\d+)")


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone of a country, and where its principal place is, in degrees."""

    country: str
    name: str
    latitude: float
    longitude: float


def countries_near(latitude: float, longitude: float, *, limit: int) -> Sequence[str]:
    """The codes (ISO 3166) of the countries whose principal places are nearest.

    Italy's only one is Rome: that Milan has four small states and Slovenia nearer must not hide
    it, so they count as further away.
    """
    large = _large()

    def away(zone: Zone) -> float:
        distance = _distance(zone, latitude, longitude)
        return distance if zone.country in large else distance * _AFTER_THE_LARGE

    near = sorted(_zones(), key=away)
    return list(dict.fromkeys(zone.country for zone in near))[:limit]


def zone_of(country: str, latitude: float, longitude: float) -> str:
    """The time zone of a point in a country. Raises `ValueError` for no country we know."""
    own = [zone for zone in _zones() if zone.country == country]
    return min(own, key=lambda zone: _distance(zone, latitude, longitude)).name


def currency_of(country: str) -> str:
    """The money of a country, or the euro where that cannot be charged here."""
    for currency in get_territory_currencies(country):
        if get_currency_precision(currency) == _DECIMALS:
            return str(currency)
    return FALLBACK_CURRENCY


def currency_in(country: str) -> str:
    """The money of a country by its English name, the euro where we do not know it."""
    return currency_of(_codes().get(country, ""))


def country_name(country: str, locale: str) -> str:
    """A country in the words of a language."""
    return str(Locale(locale).territories.get(country, country))


@cache
def _codes() -> Mapping[str, str]:
    return {name: code for code, name in Locale("en").territories.items()}


@cache
def _zones() -> Sequence[Zone]:
    """Every country's own zones."""
    return [
        Zone(country, name, _degrees(latitude, 2), _degrees(longitude, 3))
        for country, place, name in _table("zone.tab")
        for latitude, longitude in _COORDINATES.findall(place)
    ]


@cache
def _large() -> frozenset[str]:
    """The countries that come first where several share a zone since 1970."""
    return frozenset(countries.partition(",")[0] for countries, _, _ in _table("zone1970.tab"))


def _table(name: str) -> Iterator[tuple[str, str, str]]:
    text = files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            countries, place, zone = line.split("\t")[:3]
            yield countries, place, zone


def _degrees(text: str, digits: int) -> float:
    """±DDMM[SS] (or ±DDDMM[SS]) as degrees."""
    sign, whole, rest = text[0], text[1 : 1 + digits], text[1 + digits :]
    degrees = int(whole) + int(rest[:2]) / 60 + int(rest[2:] or 0) / 3600
    return -degrees if sign == "-" else degrees


def _distance(zone: Zone, latitude: float, longitude: float) -> float:
    """The angle between a zone's place and a point, which orders as the way between them."""
    here, there = radians(latitude), radians(zone.latitude)
    across = radians(zone.longitude - longitude)
    half = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(across / 2) ** 2
    return 2 * asin(sqrt(min(half, 1.0)))
