"""What is noticed of tampering: once an hour a place, and never too much of it."""

from uuid import UUID

import structlog

from storage.security.noticed import Noticed
from storage.security.sealed import Place, Sealed


def name_of(number: int) -> Place:
    person = UUID(int=number)
    return Place(person, "users", "full_name", person)


def test_a_place_is_told_of_once_an_hour():
    now = [0.0]
    noticed = Noticed(clock=lambda: now[0])
    with structlog.testing.capture_logs() as log:
        for now[0] in (0, 1, 3599):
            noticed.tell(name_of(1))
        assert len(log) == 1
        noticed.tell(name_of(2))
        now[0] = 3600
        noticed.tell(name_of(1))
    assert [line["row"] for line in log] == [str(name_of(each).row) for each in (1, 2, 1)]
    assert [noticed.take() for _ in range(4)] == [name_of(1), name_of(2), name_of(1), None]


def test_the_oldest_place_gives_way():
    noticed = Noticed(places=2)
    with structlog.testing.capture_logs() as log:
        for number in (1, 2, 3, 3, 2, 1):
            noticed.tell(name_of(number))
    assert len(log) == 4  # 1 was forgotten for 3


def test_what_waits_is_bounded_and_carries_no_value():
    noticed = Noticed()
    with structlog.testing.capture_logs():
        for number in range(150):
            place = name_of(number)
            noticed.tell(Sealed(place.person, place.table, place.column, place.row, "AQ=="))
    first = noticed.take()
    assert first == name_of(50)
    noticed.put_back(name_of(50))
    waiting = [place for _ in range(101) if (place := noticed.take())]
    assert len(waiting) == 100
    assert waiting[-1] == first
