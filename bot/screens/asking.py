"""What a house asks before an order is paid: for who makes the event, and around the dialog."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.callbacks.buying import ShowOrders
from bot.callbacks.making import AtDesk, AtQuestion
from bot.screen import Screen, button
from bot.screens.making import back
from bot.screens.parts import home, paragraphs, shorten
from bot.texts import Markup, Texts
from domain.productions import Production
from domain.questions import MOST, Answer, Question

_LONGEST_LABEL = 18


def questions(t: Texts, event: Production, asked: Sequence[Question]) -> Screen:
    """What every buyer is asked, in its order, with the ways to change that."""
    lines = [_question(t, number, each) for number, each in enumerate(asked, 1)]
    text = paragraphs(
        t("questions-head", title=event.title),
        *lines,
        t("questions-how" if asked else "questions-none"),
    )
    rows = [_changes(t, each) for each in asked]
    new = button(t.plain("button-new-question"), AtDesk(event=event.id, room="newquestion"))
    return Screen(text, [*rows, [new] if len(asked) < MOST else [], back(t, event)])


def _question(t: Texts, number: int, each: Question) -> Markup:
    line = t("questions-line", number=number, question=each.text)
    if not each.choices:
        return line
    return Markup(f"{line}\n{t('questions-choices', choices=' · '.join(each.choices))}")


def _changes(t: Texts, each: Question) -> list[InlineKeyboardButton]:
    name = shorten(each.text, _LONGEST_LABEL)
    up = button(t.plain("button-member-up", name=name), AtQuestion(question=each.id, act="up"))
    out = button(t.plain("button-member-out"), AtQuestion(question=each.id, act="out"))
    return [up] if each.answered else [up, out]


def answers(t: Texts, said: Sequence[Answer]) -> str:
    """What a buyer answered, below their order."""
    return "\n".join(
        t("answers-line", question=each.question, answer=each.answer) for each in said
    )


def thanks(t: Texts) -> Screen:
    """Everything was answered; what comes next follows."""
    return Screen(t("form-answers-done"), [])


def kept(t: Texts) -> Screen:
    """Answered a moment ago, and the order is to be found."""
    mine = button(t.plain("button-my-orders"), ShowOrders())
    return Screen(t("form-answers-done"), [[mine], [home(t)]])
