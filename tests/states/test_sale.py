"""Whatever buyers, the bank, the clock and the door do, in whatever order and however often:
seats, money and tickets agree after each step."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.states.evening import Evening
from tests.states.sale import Act, House, next_update
from tests.storage.database_fixtures import Scratch

_USUAL = settings(
    max_examples=50,
    stateful_step_count=24,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
    phases=[Phase.generate],  # to shrink would take minutes: what failed is told as it was
    print_blob=False,
    database=None,
)
_LONG = settings(_USUAL, max_examples=500, stateful_step_count=30)

_SOME = st.integers(0, 9)
_BASKETS = st.sampled_from([(1, 0), (2, 0), (0, 1), (1, 1), (3, 0), (0, 2), (2, 2)])


def _fresh(name: str, **given: Any) -> st.SearchStrategy[Act]:
    return st.tuples(st.just(name), st.fixed_dictionaries(given))


_numbered = st.builds(next_update)
_RESERVE = _fresh("reserve", buyer=st.integers(0, 2), basket=_BASKETS, update=_numbered)
_PAY = _fresh(
    "pay",
    order=_SOME,
    charge=_numbered.map(lambda number: f"charge {number}"),
    short=st.sampled_from([0, 0, 0, 0, 100]),
    currency=st.sampled_from(["EUR", "EUR", "EUR", "EUR", "USD"]),
)
_BUYING = (
    _RESERVE,
    _RESERVE,
    _PAY,
    _PAY,
    _fresh("ask_to_pay", order=_SOME),
    _fresh("release", order=_SOME, update=_numbered),
    _fresh("expire"),
)
_TICKETS = (
    _fresh("give_back", ticket=_SOME, alone=st.booleans()),
    _fresh(
        "take_back",
        ticket=_SOME,
        alone=st.booleans(),
        way=st.sampled_from(["terms", "all", "nothing"]),
    ),
    _fresh("give_away", ticket=_SOME, friend=st.integers(0, 2), change_mind=st.booleans()),
    _fresh("send_money_back", answer=st.sampled_from(["agreed", "agreed", "refused", "unheard"])),
    _fresh("mend_refund", by_hand=st.booleans()),
)
_LINE = (
    _fresh(
        "wait_in_line",
        buyer=st.integers(0, 2),
        kind=st.integers(0, 1),
        seats=st.integers(1, 2),
        late=_SOME,
    ),
    _fresh("leave_line", buyer=st.integers(0, 2)),
    _fresh("serve_line"),
)
_WORD = (
    _fresh("look_first", kind=st.integers(0, 1), looks=st.sampled_from([True, True, False])),
    _fresh("ask_house", order=_SOME),
    _fresh("ask_house", order=_SOME),
    _fresh("answer", order=_SOME, yes=st.sampled_from([True, True, False])),
)
_DOOR = (
    _fresh("enter", ticket=_SOME, nonce=_numbered.map(str)),
    _fresh("enter", ticket=_SOME, nonce=_numbered.map(str)),
    _fresh("show_old_code", ticket=_SOME, nonce=_numbered.map(str)),
    _fresh("turn", way=st.sampled_from(["entry", "exit"])),
    _fresh("undo", ticket=_SOME, nonce=_numbered.map(str)),
)
_ACTS = st.one_of(*_BUYING, *_BUYING, *_TICKETS, *_LINE, *_WORD, *_DOOR)


class Machine(RuleBasedStateMachine):
    """Each example is an evening of its own in one database."""

    house: House
    runner: asyncio.Runner

    def __init__(self) -> None:
        super().__init__()
        self.done: list[Act] = []

    @initialize(reentry=st.booleans())
    def open(self, reentry: bool) -> None:
        self.sale = self.runner.run(Evening.open(self.house, reentry=reentry))

    @rule(act=_ACTS)
    def somebody(self, act: Act) -> None:
        self.done.append(act)
        self.runner.run(self.sale.do(act))

    @rule(one=_ACTS, other=_ACTS)
    def two_at_once(self, one: Act, other: Act) -> None:
        self.done += [one, other]
        self.runner.run(self.sale.both(one, other))

    @rule(order=_SOME)
    def pay_twice_at_once(self, order: int) -> None:
        charges = [f"charge {next_update()}" for _ in range(2)]
        given = {"order": order, "short": 0, "currency": "EUR"}
        one, other = (("pay", {**given, "charge": charge}) for charge in charges)
        self.runner.run(self.sale.both(one, other))

    @rule(minutes=st.sampled_from([1, 9, 16, 40]))
    def time_passes(self, minutes: int) -> None:
        self.runner.run(self.sale.wait(minutes=minutes))

    @rule(place=_SOME)
    def telegram_tells_again(self, place: int) -> None:
        """The same update, late and out of order: nothing more comes of it."""
        known = self.runner.run(self.sale.updates())
        told = [each for each in self.done if each[1].get("update") in known]
        if told:
            before = self.runner.run(self.sale.rows())
            self.runner.run(self.sale.do(told[place % len(told)]))
            after = self.runner.run(self.sale.rows())
            assert after == before

    @rule(place=_SOME)
    def others_do_it_again(self, place: int) -> None:
        told = [each for each in self.done if each[0] not in {"reserve", "release"}]
        if told:
            self.runner.run(self.sale.do(told[place % len(told)]))

    @invariant()
    def everything_agrees(self) -> None:
        if hasattr(self, "sale"):
            self.runner.run(self.sale.check())


@contextmanager
def _machine(database: Scratch) -> Iterator[type[Machine]]:
    with asyncio.Runner() as it:
        opened = it.run(House.open(database))
        yield type("Evening", (Machine,), {"house": opened, "runner": it})
        it.run(opened.close())


def test_seats_and_money_agree_after_each_step(database: Scratch) -> None:
    with _machine(database) as evening:
        run_state_machine_as_test(evening, settings=_USUAL)


@pytest.mark.chaos
@pytest.mark.timeout(1800)
def test_five_hundred_evenings(database: Scratch) -> None:
    with _machine(database) as evening:
        run_state_machine_as_test(evening, settings=_LONG)


_FAULTS = {
    "given back twice": ("quota_return", "-l.quantity", "-2 * l.quantity"),
    "sold and still held": ("quota_sell", "-l.quantity", "0"),
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_a_planted_fault_is_found(database: Scratch, fault: str) -> None:
    """The negative control: places that are given back twice, or stay held when they are sold."""
    function, right, wrong = _FAULTS[fault]
    quick = settings(_USUAL, derandomize=True)

    async def plant(house: House) -> None:
        source = await house.owner.value(f"SELECT pg_get_functiondef('{function}'::regproc)")
        assert right in source
        await house.owner.connection.execute(source.replace(right, wrong))

    with _machine(database) as evening:
        evening.runner.run(plant(evening.house))
        with pytest.raises(Exception, match=r"pools|ck_quotas_counts_positive|too small"):
            run_state_machine_as_test(evening, settings=quick)
