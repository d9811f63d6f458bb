"""Who is next in line: a group together, or asked about fewer; nobody is passed without a rule."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from domain.seat_offers import Choice, Kind, Waiting, choose
from storage.ids import new_id

NOW = datetime(2026, 3, 1, 20, tzinfo=UTC)
PATIENCE = timedelta(minutes=30)
SEAT, BOX = new_id(), new_id()
SEATS, BOXES, HALL = new_id(), new_id(), new_id()


def waits(
    seats: int, *, kind: UUID = SEAT, declined: int = 0, short: int | None = None
) -> Waiting:
    """Somebody in line; `short` minutes ago there were first fewer than they want."""
    since = None if short is None else NOW - timedelta(minutes=short)
    return Waiting(new_id(), new_id(), kind, seats, declined, since)


def served(*line: Waiting, seats: int = 9, boxes: int = 9, hall: int = 99, rule: bool = False):
    """What a look at the line comes to, with so many free in each pool."""
    kinds = (
        Kind(SEAT, {SEATS: seats, HALL: hall}, rule, NOW + timedelta(days=1)),
        Kind(BOX, {BOXES: boxes, HALL: hall}, rule, NOW + timedelta(days=1)),
    )
    return choose(line, {kind.id: kind for kind in kinds}, patience=PATIENCE, now=NOW)


def test_the_first_that_fits_is_offered_all_its_seats() -> None:
    family, couple = waits(3), waits(2)
    assert served(family, couple, seats=3) == Choice(family, 3, [])


def test_nobody_passes_a_family_that_does_not_fit() -> None:
    family, single = waits(3), waits(1)
    assert served(family, single, seats=2) == Choice(None, 0, [family])


def test_a_smaller_group_passes_where_the_house_says_so() -> None:
    family, single = waits(3), waits(1)
    assert served(family, single, seats=2, rule=True) == Choice(single, 1, [family])


def test_after_a_while_the_family_is_asked_about_fewer() -> None:
    patient, impatient = waits(3, short=29), waits(3, short=30)
    assert served(patient, seats=2) == Choice(None, 0, [patient])
    assert served(impatient, waits(1), seats=2) == Choice(impatient, 2, [])


def test_what_the_family_declined_goes_to_those_behind_it() -> None:
    family, couple = waits(4, declined=2, short=99), waits(2)
    assert served(family, couple, seats=2) == Choice(couple, 2, [])
    assert served(family, couple, seats=3) == Choice(family, 3, [])
    assert served(family, couple, seats=1) == Choice(None, 0, [couple])


def test_a_line_that_is_short_of_the_hall_holds_the_hall() -> None:
    family, other = waits(3), waits(1, kind=BOX)
    assert served(family, other, seats=9, hall=2) == Choice(None, 0, [family])


def test_a_line_that_is_short_of_its_own_seats_holds_nobody_else() -> None:
    family, other = waits(3), waits(1, kind=BOX)
    assert served(family, other, seats=2, hall=9) == Choice(other, 1, [family])
    assert served(family, other, seats=0, hall=1) == Choice(other, 1, [])
