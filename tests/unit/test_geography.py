"""A point on the map has a country near it, and the country its clock and its money."""

from zoneinfo import ZoneInfo

import pytest

from domain import geography

CITIES = {
    "Milano": (45.4642, 9.19, "IT", "Europe/Rome", "EUR"),
    "Paris": (48.8566, 2.3522, "FR", "Europe/Paris", "EUR"),
    "London": (51.5074, -0.1278, "GB", "Europe/London", "GBP"),
    "Antwerpen": (51.2194, 4.4025, "BE", "Europe/Brussels", "EUR"),
    "Berlin": (52.52, 13.405, "DE", "Europe/Berlin", "EUR"),
    "København": (55.6761, 12.5683, "DK", "Europe/Copenhagen", "DKK"),
    "Barcelona": (41.3874, 2.1686, "ES", "Europe/Madrid", "EUR"),
    "Zürich": (47.3769, 8.5417, "CH", "Europe/Zurich", "CHF"),
    "New York": (40.7128, -74.006, "US", "America/New_York", "USD"),
    "Los Angeles": (34.0522, -118.2437, "US", "America/Los_Angeles", "USD"),
}


@pytest.mark.parametrize("city", CITIES)
def test_a_city_of_fashion_is_found(city: str) -> None:
    latitude, longitude, country, zone, currency = CITIES[city]
    assert country in geography.countries_near(latitude, longitude, limit=8)
    assert geography.zone_of(country, latitude, longitude) == zone
    assert geography.currency_of(country) == currency


@pytest.mark.parametrize("at", [(90.0, 0.0), (-90.0, 180.0), (0.0, -180.0), (0.0, 0.0)])
def test_the_ends_of_the_world_have_countries_and_clocks_too(at: tuple[float, float]) -> None:
    near = geography.countries_near(*at, limit=8)
    assert len(near) == len(set(near)) == 8
    for country in near:
        assert ZoneInfo(geography.zone_of(country, *at))


def test_money_that_cannot_be_charged_here_is_the_euro() -> None:
    assert geography.currency_of("JP") == geography.FALLBACK_CURRENCY
    assert geography.currency_of("XX") == geography.FALLBACK_CURRENCY
    assert geography.currency_in("Nowhere at all") == geography.FALLBACK_CURRENCY
    assert geography.currency_in("Switzerland") == "CHF"


def test_a_country_is_named_in_every_language() -> None:
    names = [geography.country_name("IT", locale) for locale in ("en", "fr", "it")]
    assert names == ["Italy", "Italie", "Italia"]
    assert geography.country_name("XX", "en") == "XX"
