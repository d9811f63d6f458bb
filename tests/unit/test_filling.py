"""A first name is filled in where it is read, and nowhere else."""

import pytest

from bot import filling
from bot.steps import Answers, Given, Sent, Wrong
from bot.steps.formatted import Formatted, plain_of
from bot.steps.writing import Filled
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
        ("Dear {first_name, come", "filled-unknown"),
        ("Dear {First name", "filled-unknown"),
        ("<blink>hi</blink>", "markup-unknown"),
        ("Two<br>lines", "markup-unknown"),
        ("Dear {first_<b>name}</b>,", "filled-torn"),
        ("{first_name}" + "x" * 40, "filled-long"),
        ("x" * 101, "long"),
        ("<b>Hi</b> <!-- not yet --> there", "markup-hidden"),
        ("<b>Hi</b> <?php x ?> there", "markup-hidden"),
        ("<b>Hi</b> <!DOCTYPE x> there", "markup-hidden"),
        ("<b>Hi</b> <![CDATA[x]]> there", "markup-hidden"),
    ],
)
def test_what_could_not_be_filled_is_said_when_it_is_written(text: str, reason: str) -> None:
    step = Formatted("words", limit=100)
    given = Given(None, Answers({}, NOW))
    with pytest.raises(Wrong) as wrong:
        step.take(Sent(text=text), given)
    assert wrong.value.reason == reason


def test_links_have_room_together_and_none_is_cut() -> None:
    step, given = Formatted("words", limit=4096), Given(None, Answers({}, NOW))
    address = "https://example.org/" + "a" * 900
    links = [f'<a href="{address}">look</a> {number}' for number in range(40)]
    kept = str(step.take(Sent(text="…", html=" ".join(links[:25])), given))
    assert kept.count(address) == 25
    with pytest.raises(Wrong) as wrong:
        step.take(Sent(text="…", html=" ".join(links)), given)
    assert wrong.value.reason == "links-long"


def test_a_long_quote_may_stay_folded() -> None:
    step, given = Formatted("words", limit=100), Given(None, Answers({}, NOW))
    html = "<blockquote expandable>All that was said</blockquote>"
    assert step.take(Sent(text="…", html=html), given) == html


@pytest.mark.parametrize("text", ["1 < 2", "I <3 couture {", "a <wonderful> {an evening}"])
def test_prose_stays_prose(text: str) -> None:
    step = Formatted("words", limit=100)
    kept = step.take(Sent(text=text), Given(None, Answers({}, NOW)))
    assert plain_of(str(kept)) == text


def test_a_subject_is_filled_in_one_line_and_has_room_for_the_longest_name() -> None:
    step, given = Filled("subject", limit=100), Given(None, Answers({}, NOW))
    assert step.take(Sent(text="For {first_name},\nand you & me"), given) == (
        "For {first_name}, and you & me"
    )
    for text, reason in (
        ("{firstname}", "filled-unknown"),
        ("{first_name} " + "x" * 40, "filled-long"),
        ("x" * 101, "long"),
    ):
        with pytest.raises(Wrong) as wrong:
            step.take(Sent(text=text), given)
        assert wrong.value.reason == reason
    name = "Ines <b>\r\nBcc: all@example.org"
    assert filling.fill_line("For {first_name}", name) == "For Ines <b> Bcc: all@example.org"
