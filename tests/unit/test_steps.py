"""What each kind of question accepts, what it keeps, and what it says to the rest."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.steps import (
    Amount,
    Answers,
    Day,
    Given,
    Length,
    Link,
    Links,
    Moment,
    NotOffered,
    Photos,
    Place,
    Sent,
    Spot,
    Step,
    Stored,
    WholeNumber,
    Wrong,
    ahead,
    behind,
    has_letters,
    is_worded,
)
from bot.steps.dates import day_value, moment_value
from bot.steps.numbers import in_feet, in_inches
from bot.steps.reading import read_day, read_time

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
TODAY = NOW.date()

HEIGHT = Length("height", low=120, high=230)
WAIST = Length("waist", low=45, high=150, around=True)
SEATS = WholeNumber("seats", low=1, high=5000)
YEAR = WholeNumber("year", low=1950, high=2050, year=True)
PRICE = Amount("price", currency="EUR", most=500_000)
YEN = Amount("yen", currency="JPY")
BORN = Day("born", span=behind(), calendar=False)
OPENS = Day("opens", span=ahead(400))
STARTS = Moment("starts", zone="Europe/Rome")
ENDS = Moment("ends", zone="Europe/Rome", after=STARTS)
SITE = Link("site")
LINKS = Links("links", most=2)
PHOTOS = Photos("photos", least=2, most=3)
SPOT = Place("spot")


def given(before: Stored = None, answers: Mapping[str, Stored] | None = None) -> Given:
    return Given(before, Answers(answers or {}, NOW))


def taken(step: Step[Any], text: str, before: Stored = None, **answers: Stored) -> Any:
    """What a step makes of a text, read with its type."""
    return step.read(step.take(Sent(text=text), given(before, answers)))


def refused(step: Step[Any], sent: Sent | str, before: Stored = None, **answers: Stored) -> Wrong:
    """Why a step declines a message."""
    with pytest.raises(Wrong) as caught:
        step.take(Sent(text=sent) if isinstance(sent, str) else sent, given(before, answers))
    return caught.value


@pytest.mark.parametrize(
    ("written", "centimetres"),
    [
        ("178", 178),
        ("178 cm", 178),
        ("178,5", 178),
        ("1.78", 178),
        ("1,78 m", 178),
        ("1m78", 178),
        ("1 m 78", 178),
        ("5'10\"", 178),
        ("5′10″", 178),
        ("5’10”", 178),
        ("5'10", 178),
        ("5 ft 10 in", 178),
        ("5 feet 10 inches", 178),
        ("5ft 10.5", 179),
        ("6'", 183),
        ("70 in", 178),
        ("5 pieds 10 pouces", 178),
        ("5 pieds 10 po", 178),
        ("5 piedi 10 pollici", 178),
        ("  1.78\u00a0M ", 178),
    ],
)
def test_a_height_in_every_way_people_write_it(written: str, centimetres: int) -> None:
    assert taken(HEIGHT, written) == centimetres


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (Sent(other="voice"), "expects-length"),
        (Sent(photo="file-1"), "expects-length"),
        ("tall", "no-length"),
        ("5'12\"", "no-length"),
        ("-178", "no-length"),
        ("178 178", "no-length"),
        ("🦒", "no-length"),
        ("", "no-length"),
        ("12", "length-range"),
        ("999", "length-range"),
        ("9'11\"", "length-range"),
        ("10", "length-range"),
    ],
)
def test_what_is_no_height(sent: Sent | str, reason: str) -> None:
    assert refused(HEIGHT, sent).reason == reason


def test_a_range_is_told_in_both_units() -> None:
    assert refused(HEIGHT, "12").facts == {
        "low": 120,
        "high": 230,
        "lowest": "3′11″",
        "highest": "7′7″",
    }
    assert in_feet(61) == "2′0″"
    assert in_inches(61) == "24″"
    assert taken(WAIST, '24"') == 61


def test_what_goes_around_the_body_is_told_in_inches_alone() -> None:
    assert refused(WAIST, "12").facts == {
        "low": 45,
        "high": 150,
        "lowest": "18″",
        "highest": "59″",
    }
    assert refused(WAIST, "wide").reason == "no-girth"
    assert refused(WAIST, Sent(other="voice")).reason == "expects-girth"


@pytest.mark.parametrize(
    ("written", "number"),
    [("40", 40), (" 5 000 ", 5000), ("007", 7), ("1.200", 1200), ("1,200", 1200)],
)
def test_a_whole_number(written: str, number: int) -> None:
    assert taken(SEATS, written) == number


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (Sent(photo="file-1"), "expects-number"),
        ("many", "no-number"),
        ("4.5", "no-number"),
        ("0.200", "no-number"),
        ("1.200,50", "no-number"),
        ("٣", "no-number"),
        ("0", "number-range"),
        ("-3", "number-range"),
        ("5001", "number-range"),
        ("9" * 5000, "number-range"),
    ],
)
def test_what_is_no_whole_number(sent: Sent | str, reason: str) -> None:
    assert refused(SEATS, sent).reason == reason


def test_the_range_of_a_year_has_no_mark_for_thousands() -> None:
    assert refused(YEAR, "1850").facts == {"low": "1950", "high": "2050"}
    assert taken(YEAR, "2027") == 2027


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("45", 4500),
        ("45.5", 4550),
        ("45,50", 4550),
        ("€45.50", 4550),
        ("45,50 €", 4550),
        ("45 EUR", 4500),
        ("1 200", 120_000),
        ("1,200.50", 120_050),
        ("1.200,50", 120_050),
        ("0", 0),
    ],
)
def test_an_amount_in_minor_units(written: str, minor: int) -> None:
    assert taken(PRICE, written) == minor


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (Sent(other="voice"), "expects-amount"),
        ("free", "no-amount"),
        ("-5", "no-amount"),
        ("4e3", "no-amount"),
        ("1.2.3", "no-amount"),
        ("12.505", "amount-decimals"),
        ("1.200", "amount-decimals"),
        ("5000.01", "amount-range"),
        ("999999999999", "amount-range"),
    ],
)
def test_what_is_no_amount(sent: Sent | str, reason: str) -> None:
    assert refused(PRICE, sent).reason == reason


def test_decimals_are_those_of_the_currency() -> None:
    assert taken(YEN, "4500") == 4500
    assert refused(YEN, "45.5").facts == {"currency": "JPY", "digits": 0}


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://maison-noor.com/lookbook?x=1", "https://maison-noor.com/lookbook?x=1"),
        ("http://maison.fr", "https://maison.fr"),
        ("Maison.FR/Look", "https://Maison.FR/Look"),
        ("instagram.com/giulia", "https://instagram.com/giulia"),
        ("café.paris", "https://café.paris"),
    ],
)
def test_a_link(written: str, address: str) -> None:
    assert taken(SITE, written) == address


@pytest.mark.parametrize(
    "written",
    [
        "my site",
        "maison",
        "https://",
        "https://localhost/",
        "javascript:alert(1)",
        "ftp://maison.fr",
        "https://me@maison.fr",
        "https://maison.fr:8080/",
        "https://192.168.0.1/",
        "https://-x-.fr",
        "👗.👗",
        "...",
        "https://[::1",
    ],
)
def test_links_that_are_no_links(written: str) -> None:
    assert refused(SITE, written).reason == "no-link"


def test_several_links_in_one_message() -> None:
    assert taken(LINKS, "@casa.noor, maison.fr/x") == (
        "https://instagram.com/casa.noor",
        "https://maison.fr/x",
    )
    assert taken(LINKS, "@casa instagram.com/casa") == ("https://instagram.com/casa",)
    assert refused(LINKS, "@casa and others").reason == "no-link"
    assert refused(LINKS, "a.fr b.fr c.fr").facts == {"most": 2}


def test_a_link_has_a_length() -> None:
    assert refused(SITE, "maison.fr/" + "x" * 300).reason == "long"
    assert refused(SITE, Sent(photo="file-1")).reason == "expects-link"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-12-03", date(2026, 12, 3)),
        ("3.12.2026", date(2026, 12, 3)),
        ("3/12/26", date(2026, 12, 3)),
        ("03 12 2026", date(2026, 12, 3)),
        ("3.12.", date(2026, 12, 3)),
        ("3 December", date(2026, 12, 3)),
        ("December 3rd, 2026", date(2026, 12, 3)),
        ("3 dic. 2026", date(2026, 12, 3)),
        ("le 3 décembre 2026", date(2026, 12, 3)),
        ("jeudi 3 décembre", date(2026, 12, 3)),
        ("3 dicembre", date(2026, 12, 3)),
        ("24 November", date(2027, 11, 24)),
        ("domani", date(2026, 11, 26)),
        ("Today", TODAY),
        ("après-demain", date(2026, 11, 27)),
    ],
)
def test_a_day_as_people_write_it(written: str, day: date) -> None:
    assert taken(OPENS, written) == day


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (Sent(other="voice"), "expects-day"),
        ("soon", "no-day"),
        ("3", "no-day"),
        ("3 December at noon", "no-day"),
        ("31.2.2027", "no-such-day"),
        ("2027-13-01", "no-such-day"),
        ("24.11.2026", "day-range"),
        ("2030-01-01", "day-range"),
    ],
)
def test_what_is_no_day(sent: Sent | str, reason: str) -> None:
    assert refused(OPENS, sent).reason == reason


def test_a_birthday_lies_behind() -> None:
    assert taken(BORN, "29 February 2004") == date(2004, 2, 29)
    assert refused(BORN, "26.11.2026").facts == {"first": date(1916, 1, 1), "last": TODAY}
    assert refused(BORN, "1.1.1900").reason == "day-range"


def rome(*parts: int) -> datetime:
    """A moment in Rome in winter."""
    return datetime(*parts, tzinfo=UTC) - timedelta(hours=1)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("3 December 19:30", rome(2026, 12, 3, 19, 30)),
        ("3 dicembre alle 19:30", rome(2026, 12, 3, 19, 30)),
        ("3 décembre 2026 à 19h30", rome(2026, 12, 3, 19, 30)),
        ("3.12.2026, 7.30 pm", rome(2026, 12, 3, 19, 30)),
        ("3.12. 19:30", rome(2026, 12, 3, 19, 30)),
        ("2026-12-03T19:30", rome(2026, 12, 3, 19, 30)),
        ("tomorrow 21", rome(2026, 11, 26, 21, 0)),
    ],
)
def test_a_moment_in_the_time_of_its_place(written: str, moment: datetime) -> None:
    assert taken(STARTS, written) == moment


def test_a_moment_in_two_messages() -> None:
    day = STARTS.take(Sent(text="3 December"), given())
    assert not STARTS.enough(day)
    assert STARTS.day_of(day) == date(2026, 12, 3)
    at = STARTS.take(Sent(text="19:30"), given(day))
    assert STARTS.read(at) == rome(2026, 12, 3, 19, 30)
    later = STARTS.take(Sent(text="8 pm"), given(at))
    assert STARTS.read(later) == rome(2026, 12, 3, 20, 0)


def test_a_moment_by_two_buttons() -> None:
    day = STARTS.press(day_value(date(2026, 12, 3)), given(), ())
    at = STARTS.press(moment_value(date(2026, 12, 3), 19), given(day), ())
    assert STARTS.read(at) == rome(2026, 12, 3, 19, 0)
    assert len(moment_value(date(2026, 12, 3), 19)) <= 32


@pytest.mark.parametrize("value", ["", "2026-13-01", "2026-12-03T99", "x" * 32, "2026-12-03T19Z"])
def test_a_forged_day_changes_nothing(value: str) -> None:
    with pytest.raises(NotOffered):
        STARTS.press(value, given(), ())
    with pytest.raises(NotOffered):
        OPENS.press(value, given(), ())


@pytest.mark.parametrize(
    ("sent", "before", "reason"),
    [
        (Sent(photo="file-1"), None, "expects-moment"),
        ("whenever", None, "no-moment"),
        ("19:30", None, "no-moment"),
        ("3 December 25:00", None, "no-moment"),
        ("25:00", "2026-12-03", "no-time"),
        ("today 18:59", None, "moment-past"),
        ("yesterday", None, "no-moment"),
        ("31.2.2027 19:00", None, "no-such-day"),
        ("28.3.2027 02:30", None, "time-skipped"),
    ],
)
def test_what_is_no_moment(sent: Sent | str, before: Stored, reason: str) -> None:
    assert refused(STARTS, sent, before).reason == reason


def test_an_end_is_later_than_its_beginning() -> None:
    starts = rome(2026, 12, 3, 19, 30).isoformat()
    wrong = refused(ENDS, "3 December 19:30", starts=starts)
    assert wrong.reason == "moment-after"
    assert str(wrong.facts["earliest"]) == "2026-12-03 19:30:00+01:00"
    assert taken(ENDS, "3 December 21:00", starts=starts) == rome(2026, 12, 3, 21, 0)


def test_of_an_hour_that_comes_twice_the_first_that_is_late_enough_is_taken() -> None:
    first, again = [datetime(2027, 10, 31, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    assert taken(STARTS, "31.10.2027 02:30") == first
    assert taken(ENDS, "31.10.2027 02:30", starts=first.isoformat()) == again
    assert refused(ENDS, "31.10.2027 02:30", starts=again.isoformat()).reason == "moment-after"


def test_photos_are_kept_in_order_and_once() -> None:
    kept: Stored = None
    for photo in ("b", "a", "b"):
        kept = PHOTOS.take(Sent(photo=photo), given(kept))
    assert PHOTOS.read(kept) == ("b", "a")
    assert PHOTOS.enough(kept)
    assert not PHOTOS.enough(["b"])
    full = PHOTOS.take(Sent(photo="c"), given(kept))
    wrong = refused(PHOTOS, Sent(photo="d"), full)
    assert (wrong.reason, wrong.facts) == ("photos-full", {"most": 3, "left": 1})
    assert refused(PHOTOS, Sent(other="document")).facts == {"sent": "document"}


def test_a_place_is_shared_or_written() -> None:
    shared = SPOT.take(Sent(spot=Spot(45.4642, 9.19, "Teatro", "Via Verdi 1")), given())
    assert SPOT.read(shared) == Spot(45.4642, 9.19, "Teatro", "Via Verdi 1")
    assert taken(SPOT, "45.4642, 9.19") == Spot(45.4642, 9.19)
    assert refused(SPOT, "Teatro").facts == {"sent": "text"}
    assert refused(SPOT, "95.0, 9.19").reason == "expects-place"


@pytest.mark.parametrize(
    ("name", "said"), [("Noor", True), ("鈴木", True), ("7", True), ("👗✨", False), ("…", False)]
)
def test_a_name_can_be_said(name: str, said: bool) -> None:
    assert has_letters(name) is said


@pytest.mark.parametrize(("city", "worded"), [("Saint-Ouen", True), ("上海", True), ("45", False)])
def test_a_city_is_no_number(city: str, worded: bool) -> None:
    assert is_worded(city) is worded


@pytest.mark.parametrize("text", ["19:60", "24:00", "13 pm", "", "x", "1930"])
def test_what_is_no_time(text: str) -> None:
    assert read_time(text) is None


def test_the_29th_of_february_is_the_next_one() -> None:
    found = read_day("29 February", TODAY, TODAY)
    assert found is not None
    assert found.day == date(2028, 2, 29)


def test_a_moment_on_a_day_just_over_wants_its_year() -> None:
    wrong = refused(STARTS, "24 November 19:30")
    assert (wrong.reason, wrong.facts) == ("day-over", {"day": date(2026, 11, 24)})
    assert refused(STARTS, "25 August").reason == "day-over"
    assert taken(STARTS, "24 November 2027 19:30") == datetime(2027, 11, 24, 18, 30, tzinfo=UTC)
    assert taken(STARTS, "24 August 19:30") == datetime(2027, 8, 24, 17, 30, tzinfo=UTC)
