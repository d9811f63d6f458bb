"""The way through a form: answers, moves, and what a newer version makes of an old draft."""

from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, cast

import pytest

from bot.form import REVIEW, Dialog, Form, turn_of
from bot.steps import (
    Answers,
    Asking,
    Choice,
    Fact,
    Option,
    Photo,
    Sent,
    Text,
    Wrong,
    one_of,
    some_of,
)
from bot.texts import Texts
from domain.actors import Person
from domain.drafts import Draft
from storage.database import Tx
from storage.ids import new_id


class Colour(StrEnum):
    """Something to choose."""

    RED = "red"
    BLUE = "blue"
    GREEN = "green"


class SpokenKeys(Texts):
    """A voice that says the key."""

    def _format(self, key: str, values: Any) -> str:
        return key


async def no_orders(_asking: Asking) -> list[Option]:
    return []


async def nothing(_tx: Tx, _person: Person, _answers: Answers) -> None:
    """A form that does nothing at its end."""


COLOUR = one_of("colour", Colour)
ORDER = Choice("order", make=str, options=no_orders, optional=True)
WORDS = Text("words", limit=10, check=lambda text: "?" not in text)
SHADES = some_of("shades", Colour)
PICTURE = Photo("picture", optional=True)
WHOM = Fact("whom", make=int)
FORM = Form("test", (WHOM, COLOUR, ORDER, WORDS, SHADES, PICTURE), nothing)

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
ASKING = Asking(
    cast("Tx", None),
    Person("person", new_id()),
    SpokenKeys("en"),
    FORM.name,
    Answers({}, NOW),
)
ASKED = ["colour", "words", "shades", "picture"]


def a_draft(step: str = "", version: int = 1, **answers: Any) -> Draft:
    return Draft(
        new_id(), new_id(), FORM.name, step or FORM.first, {"whom": "7", **answers}, version
    )


async def opened(step: str = "", **answers: Any) -> Dialog:
    return await FORM.open(a_draft(step, **answers), ASKING)


async def complete() -> Dialog:
    return await opened(REVIEW, colour="red", words="yes", shades=["blue"], picture=None)


async def test_asks_in_order_and_ends_in_the_review() -> None:
    dialog = await opened()
    assert [each.step.name for each in dialog.asked] == ASKED
    dialog.choose("blue")
    dialog.take(Sent(text="  so it\tis "))
    dialog.choose("green")
    dialog.choose("red")
    dialog.keep()
    dialog.take(Sent(photo="file-1"))
    assert (dialog.place, dialog.current, dialog.complete) == (REVIEW, None, True)
    answers = dialog.given()
    colour: Colour = answers.get(COLOUR)
    shades: tuple[Colour, ...] = answers.get(SHADES)
    assert colour is Colour.BLUE
    assert answers.get(WORDS) == "so it is"
    assert shades == (Colour.RED, Colour.GREEN)
    assert answers.find(PICTURE) == "file-1"
    assert answers.get(WHOM) == 7


async def test_a_choice_without_options_is_not_asked() -> None:
    dialog = await complete()
    assert dialog.given().find(ORDER) is None
    assert "order" not in {each.step.name for each in dialog.asked}


async def test_position_counts_what_is_asked() -> None:
    dialog = await opened("words", colour="red")
    assert (dialog.position, len(dialog.asked)) == (1, 4)


@pytest.mark.parametrize(
    ("sent", "reason", "facts"),
    [
        (Sent(photo="file-1"), "expects-text", {"sent": "photo"}),
        (Sent(), "expects-text", {"sent": "other"}),
        (Sent(text=" \u200b\u202e\x00\n"), "empty", {}),
        (Sent(text="x" * 11), "long", {"limit": 10, "length": 11}),
        (Sent(text="why?"), "invalid", {}),
    ],
)
async def test_what_is_no_text_changes_nothing(
    sent: Sent, reason: str, facts: dict[str, Any]
) -> None:
    dialog = await opened("words", colour="red")
    before = dict(dialog.answers)
    with pytest.raises(Wrong) as caught:
        dialog.take(sent)
    assert (caught.value.reason, caught.value.facts) == (reason, facts)
    assert (dialog.place, dialog.answers) == ("words", before)


@pytest.mark.parametrize("place", ["colour", "shades", REVIEW])
@pytest.mark.parametrize("sent", [Sent(text="red"), Sent(photo="file-1"), Sent()])
async def test_a_message_is_no_button(place: str, sent: Sent) -> None:
    dialog = await complete()
    dialog.place = place
    with pytest.raises(Wrong, match="expects-button"):
        dialog.take(sent)
    assert dialog.place == place


async def test_a_text_is_no_photo() -> None:
    dialog = await complete()
    dialog.edit("picture")
    with pytest.raises(Wrong, match="expects-photo"):
        dialog.take(Sent(text="here"))


async def test_the_limit_counts_what_is_left_after_cleaning() -> None:
    dialog = await opened("words", colour="red")
    dialog.take(Sent(text="\u200b" * 500 + "e\u0301" * 10))
    assert dialog.answers["words"] == "é" * 10


@pytest.mark.parametrize("value", ["purple", "", "red:blue", "RED"])
async def test_a_forged_choice_changes_nothing(value: str) -> None:
    dialog = await opened()
    dialog.choose(value)
    assert (dialog.place, dialog.answers) == ("colour", {"whom": "7"})


async def test_a_choice_is_no_answer_to_a_text() -> None:
    dialog = await opened("words", colour="red")
    dialog.choose("red")
    assert dialog.place == "words"


async def test_toggles_stay_until_all_are_chosen() -> None:
    dialog = await opened("shades", colour="red", words="yes")
    dialog.keep()
    assert dialog.place == "shades", "at least one"
    dialog.choose("red")
    dialog.choose("blue")
    dialog.choose("red")
    assert (dialog.place, dialog.answers["shades"]) == ("shades", ["blue"])
    dialog.choose("blue")
    assert "shades" not in dialog.answers
    dialog.choose("green")
    dialog.keep()
    assert dialog.place == "picture"


async def test_only_an_optional_step_is_skipped() -> None:
    dialog = await opened()
    dialog.skip()
    assert dialog.place == "colour"
    dialog = await opened("picture", colour="red", words="yes", shades=["red"])
    dialog.skip()
    assert dialog.place == REVIEW
    assert dialog.given().find(PICTURE) is None


async def test_back_keeps_what_was_answered() -> None:
    dialog = await opened("shades", colour="red", words="yes")
    dialog.back()
    dialog.back()
    assert dialog.place == "colour"
    dialog.back()
    assert dialog.place == "colour", "there is nothing before the first"
    dialog.choose("blue")
    assert dialog.place == "shades", "what is answered is not asked again"
    assert dialog.answers["words"] == "yes"
    dialog.back()
    dialog.keep()
    assert dialog.place == "shades"


async def test_edit_returns_to_the_review() -> None:
    dialog = await complete()
    dialog.edit("colour")
    dialog.choose("green")
    assert (dialog.place, dialog.answers["colour"]) == (REVIEW, "green")
    dialog.edit("words")
    dialog.back()
    assert (dialog.place, dialog.answers["words"]) == (REVIEW, "yes")


@pytest.mark.parametrize("name", ["whom", "order", "nonsense", "", REVIEW])
async def test_only_what_was_asked_is_edited(name: str) -> None:
    dialog = await complete()
    dialog.edit(name)
    assert dialog.place == REVIEW


async def test_edit_is_a_move_of_the_review_only() -> None:
    dialog = await opened("words", colour="red")
    dialog.edit("colour")
    assert dialog.place == "words"


async def test_restart_forgets_all_but_the_facts() -> None:
    dialog = await complete()
    dialog.restart()
    assert (dialog.place, dialog.answers) == ("colour", {"whom": "7"})


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ({"colour": "purple"}, "colour"),  # a choice that is gone
        ({"colour": ["red"]}, "colour"),  # the step took several before
        ({"colour": "red", "words": "far too long now"}, "words"),
        ({"colour": "red", "words": None}, "words"),  # it could be skipped before
        ({"colour": "red", "words": 7}, "words"),
        ({"colour": "red", "words": "yes", "shades": "red"}, "shades"),
        ({"colour": "red", "words": "yes", "shades": ["red", "purple"]}, "shades"),
        ({"colour": "red", "words": "yes", "shades": [["red"]]}, "shades"),
        ({"colour": "red", "words": "yes", "shades": ["red"], "gone": "x"}, "picture"),
    ],
)
async def test_a_newer_version_asks_again_what_no_longer_fits(
    answers: dict[str, Any], place: str
) -> None:
    dialog = await opened("a-step-that-was-removed", **answers)
    assert dialog.place == place
    assert "gone" not in dialog.answers


async def test_a_review_of_half_a_dialog_is_not_reviewed() -> None:
    assert (await opened(REVIEW, colour="red")).place == "words"


async def test_expects_the_kind_that_is_asked_for() -> None:
    text, photo = Sent(text="yes"), Sent(photo="file-1")
    words = await opened("words", colour="red")
    assert (words.expects(text), words.expects(photo)) == (True, False)
    picture = await opened("picture", colour="red", words="yes", shades=["red"])
    assert (picture.expects(text), picture.expects(photo)) == (False, True)
    assert not (await opened()).expects(text)
    assert not (await complete()).expects(text)


def test_a_turn_differs_by_dialog_and_by_question() -> None:
    draft = a_draft()
    other = replace(draft, id=new_id())
    later = replace(draft, version=2)
    assert len({turn_of(draft), turn_of(other), turn_of(later)}) == 3


def test_half_done_is_about_the_same_facts() -> None:
    assert not FORM.half_done(a_draft(), {"whom": "7"})
    assert FORM.half_done(a_draft(colour="red"), {"whom": "7"})
    assert not FORM.half_done(a_draft(colour="red"), {"whom": "8"})


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("twice", (COLOUR, COLOUR)),
        ("reserved", (Text("review", limit=1),)),
        ("reserved", (Text("title", limit=1),)),
        ("far-too-long-for-a-button", (COLOUR,)),
        ("colon", (Text("a:b", limit=1),)),
        ("co:lon", (COLOUR,)),
    ],
)
def test_names_fit_buttons_and_texts(name: str, steps: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match=name):
        Form(name, steps, nothing)
