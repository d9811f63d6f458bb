"""What comes back of a price: the steps, their edges, and what holds for any policy."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.money import Money
from domain.refund_policies import WHOLE, Policy, Step, Terms

START = datetime(2026, 12, 4, 20, tzinfo=UTC)
PRICE = Money(4500, "EUR")


def back(policy: Policy, hours: float, price: Money = PRICE) -> int:
    """Minor units that come back so many hours before the start."""
    split = policy.split(price, now=START - timedelta(hours=hours), starts_at=START)
    assert split.back.amount + split.kept.amount == price.amount
    return split.back.amount


@pytest.mark.parametrize(
    ("terms", "hours", "expected"),
    [
        (Terms.USUAL, 168, 4500),
        (Terms.USUAL, 167.9, 2250),
        (Terms.USUAL, 48, 2250),
        (Terms.USUAL, 47.9, 0),
        (Terms.LAST, 0, 4500),
        (Terms.LAST, -0.1, 0),
        (Terms.NONE, 5000, 0),
    ],
)
def test_each_step_counts_to_the_minute(terms: Terms, hours: float, expected: int) -> None:
    assert back(terms.policy, hours) == expected


def test_half_a_cent_is_the_guests() -> None:
    assert back(Terms.USUAL.policy, 50, Money(4501, "EUR")) == 2251


def test_a_promise_that_the_house_breaks_gives_all_back_whenever() -> None:
    assert back(WHOLE, -500) == 4500


steps = some.lists(some.builds(Step, some.integers(0, 5000), some.integers(1, 100)), max_size=5)


@given(steps, some.integers(0, 10**7), some.floats(-10, 6000))
def test_no_more_than_the_price_ever_comes_back(steps: list, price: int, hours: float) -> None:
    policy = Policy.read([{"hours": each.hours, "percent": each.percent} for each in steps])
    assert 0 <= back(policy, hours, Money(price, "EUR")) <= price
    assert Policy.read(policy.wire()) == policy
