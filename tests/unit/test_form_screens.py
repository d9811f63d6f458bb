"""What a guided dialog looks like: every button fits, every answer is shown and never markup."""

from datetime import UTC, datetime
from html import unescape
from typing import Any, cast
from uuid import UUID

import pytest

from bot.callbacks.wire import Move
from bot.form import REVIEW, Dialog, Form
from bot.screen import Screen
from bot.screens import forms as screens
from bot.steps import Answers, Asking, Choice, Choices, Option, Text, Wrong
from bot.texts import Markup, Texts
from domain.actors import Person
from domain.drafts import Draft
from handlers.support import MESSAGE, PHOTO, TOPIC
from storage.database import Tx
from storage.ids import new_id

ORDERS = [Option(new_id().hex, f"ABC12{number} · Velvet Hour") for number in range(6)]
LONGEST_MESSAGE = 4096


async def own_orders(_asking: Asking) -> list[Option]:
    return ORDERS


async def nothing(_tx: Tx, _person: Person, _answers: Answers) -> None:
    """The end of a form that is only looked at."""


ORDER = Choice("order", make=UUID, options=own_orders, optional=True)
FORM = Form("support", (TOPIC, ORDER, MESSAGE, PHOTO), nothing)
T = Texts("en")
NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
ANSWERS: dict[str, Any] = {
    "topic": "payment",
    "order": ORDERS[1].value,
    "message": "<b>&",
    "photo": "file-1",
}


async def a_dialog(step: str, form: Form = FORM, version: int = 1, **answers: Any) -> Dialog:
    asking = Asking(cast("Tx", None), Person("person", new_id()), T, form.name, Answers({}, NOW))
    return await form.open(Draft(new_id(), new_id(), form.name, step, answers, version), asking)


def labels(screen: Screen) -> list[str]:
    return [each.text for row in screen.rows for each in row]


def moves(screen: Screen) -> list[Move]:
    return [
        Move.unpack(each.callback_data)
        for row in screen.rows
        for each in row
        if each.callback_data and each.callback_data.startswith("f:")
    ]


async def test_a_question_says_where_it_stands() -> None:
    screen = screens.place(await a_dialog("topic"), T)
    assert "Write to the house</b> · 1 of 4" in screen.text
    assert labels(screen) == [
        "Tickets",
        "Payment and refund",
        "Accessibility",
        "Something else",
        "Cancel",
    ]


async def test_a_single_question_is_not_counted() -> None:
    screen = screens.place(await a_dialog("message", Form("support", (MESSAGE,), nothing)), T)
    assert screen.text.startswith("<b>Write to the house</b>\n\n")


async def test_an_optional_question_can_be_skipped_and_left() -> None:
    screen = screens.place(await a_dialog("order", topic="payment"), T)
    assert labels(screen)[-3:] == ["Skip", "‹ Back", "Cancel"]


async def test_who_is_still_choosing_the_last_answer_can_go_back() -> None:
    colours = Choices("photo", make=str, options=own_orders, optional=True)
    form = Form("support", (TOPIC, MESSAGE, colours), nothing)
    dialog = await a_dialog("photo", form, topic="payment", message="Yes")
    assert "‹ Back" in labels(screens.place(dialog, T))
    dialog.choose(ORDERS[0].value)
    assert labels(screens.place(dialog, T))[-4:] == ["That is all", "Skip", "‹ Back", "Cancel"]
    dialog.back()
    assert dialog.place == "message"
    dialog.keep()
    assert (dialog.place, dialog.answers["photo"]) == (REVIEW, [ORDERS[0].value])


async def test_the_choice_that_stands_is_marked() -> None:
    screen = screens.place(await a_dialog("topic", topic="payment"), T)
    assert "✓ Payment and refund" in labels(screen)
    assert "Keep it" in labels(screen)


async def test_the_review_shows_every_answer_as_it_was_meant() -> None:
    screen = screens.place(await a_dialog(REVIEW, **ANSWERS), T)
    assert "<b>About:</b> Payment and refund" in screen.text
    assert f"<b>Order:</b> {ORDERS[1].label}" in screen.text
    assert "<b>Message:</b> &lt;b&gt;&amp;" in screen.text
    assert "<b>Photo:</b> one photo" in screen.text
    assert [move.act for move in moves(screen)] == ["send", *["edit"] * 4, "cancel"]


async def test_the_review_shows_what_was_skipped() -> None:
    screen = screens.place(await a_dialog(REVIEW, **{**ANSWERS, "photo": None}), T)
    assert "<b>Photo:</b> —" in screen.text


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (Wrong("expects-text", sent="photo"), "here I need words"),
        (Wrong("empty"), "nothing in that message"),
        (Wrong("long", limit=1000, length=1001), "1,001 characters"),
    ],
)
async def test_a_refusal_stands_above_the_question(wrong: Wrong, sentence: str) -> None:
    dialog = await a_dialog("message", topic="payment", order=None)
    screen = screens.place(dialog, T, wrong)
    refusal, _, question = screen.text.partition("\n\n")
    assert sentence in refusal
    assert question == screens.place(dialog, T).text
    assert screen.rows == screens.place(dialog, T).rows


async def test_the_offer_to_go_on_says_what_becomes_of_the_message() -> None:
    dialog = await a_dialog("message", topic="payment", order=None)
    taken = screens.unfinished(dialog, T, answered=True)
    assert "as your answer" in taken.text
    assert "as your answer" not in screens.unfinished(dialog, T, answered=False).text
    assert [move.act for move in moves(taken)] == ["resume", "cancel"]
    begun = screens.begun_before(dialog, T)
    assert [move.act for move in moves(begun)] == ["resume", "restart"]


@pytest.mark.parametrize("step", ["topic", "order", "message", "photo", REVIEW])
async def test_every_button_fits_and_names_its_turn(step: str) -> None:
    dialog = await a_dialog(step, version=0xFFF, **ANSWERS)
    found = moves(screens.place(dialog, T))
    assert found
    assert {move.turn for move in found} == {dialog.turn}


class Speechless(Texts):
    """A voice for forms that have no texts."""

    def __call__(self, key: str, **values: Any) -> Markup:
        return Markup(key) if not super().has(key) else super().__call__(key, **values)

    def plain(self, key: str, **values: Any) -> str:
        return key[:10] if not super().has(key) else super().plain(key, **values)


@pytest.mark.parametrize("letter", ["x", "<", "👗"])
async def test_a_review_of_many_long_answers_is_one_message(letter: str) -> None:
    t = Speechless(T.locale)
    steps = [Text(f"step{number}", limit=1000) for number in range(10)]
    form = Form("test", steps, nothing)
    answers: dict[str, Any] = {step.name: letter * 1000 for step in steps}
    screen = screens.place(await a_dialog(REVIEW, form, **answers), t)
    assert len(unescape(screen.text).encode("utf-16-le")) // 2 <= LONGEST_MESSAGE
    assert screen.text.count("…") == len(steps)


async def test_one_long_answer_is_shown_in_full() -> None:
    words = "x" * 1000
    screen = screens.place(await a_dialog(REVIEW, **{**ANSWERS, "message": words}), T)
    assert words in screen.text
