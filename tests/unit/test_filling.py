"""A first name is filled in where it is read, and nowhere else."""

import pytest

from bot import filling
from bot.steps import Answers, Given, Sent, Wrong
from bot.steps.formatted import Formatted
from tests.unit.test_form import NOW


@pytest.mark.parametrize(
    ("html", "filled"),
    [
        ("Dear {first_name},", "Dear A&amp;B &lt;i&gt;,"),
        ("<b>{first_name}</b>, {first_name}", "<b>A&amp;B &lt;i&gt;</b>, A&amp;B &lt;i&gt;"),
        ('<a href="https://x.example/{first_name}">Come</a>', None),
        ("No name.", None),
    ],
)
def test_a_name_is_filled_in_safely_and_not_into_addresses(html: str, filled: str | None) -> None:
    assert filling.fill(html, "A&B <i>") == (filled or html)
    assert filling.is_personal(html) is (filled is not None)


def test_a_long_name_becomes_as_long_as_was_counted() -> None:
    assert filling.fill("{first_name}", "😀" * 40) == "😀" * 32
    assert len(filling.fullest("Dear {first_name}")) == len("Dear ") + filling.LONGEST


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dear {firstname},", "filled-unknown"),
        ("Dear { first_name },", "filled-unknown"),
        ("Dear {first_<b>name}</b>,", "filled-torn"),
        ("{first_name}" + "x" * 40, "filled-long"),
        ("x" * 101, "long"),
    ],
)
def test_what_could_not_be_filled_is_said_when_it_is_written(text: str, reason: str) -> None:
    step = Formatted("words", limit=100)
    given = Given(None, Answers({}, NOW))
    with pytest.raises(Wrong) as wrong:
        step.take(Sent(text=text), given)
    assert wrong.value.reason == reason
