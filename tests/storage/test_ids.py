"""Keys: ordered by time, and the same for the same cause."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.ids import derived_id, new_id
from storage.partitions import uuid_floor

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
some_milliseconds = st.integers(0, 4_000_000_000_000)


def test_new_ids_are_version_7_and_grow():
    made = [new_id() for _ in range(1000)]
    assert {key.version for key in made} == {7}
    assert made == sorted(made)


@given(milliseconds=some_milliseconds, cause=st.text())
def test_a_derived_id_is_a_valid_version_7_of_its_moment(milliseconds, cause):
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    key = derived_id(at, cause)
    assert key.version == 7
    assert key.variant == "specified in RFC 4122"
    assert uuid_floor(at) <= key < uuid_floor(at + timedelta(milliseconds=1))
    assert key == derived_id(at, cause)


def test_derived_ids_of_different_causes_differ():
    keys = {derived_id(MOMENT, f"ticket {number}") for number in range(100_000)}
    assert len(keys) == 100_000


def test_the_zone_of_the_moment_does_not_matter_but_there_is_one():
    paris = MOMENT.astimezone(timezone(timedelta(hours=1)))
    assert derived_id(paris, "x") == derived_id(MOMENT, "x")
    with pytest.raises(ValueError, match="aware"):
        derived_id(MOMENT.replace(tzinfo=None), "x")
