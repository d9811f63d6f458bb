"""The screens of questions to the house, and its answers."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.callbacks.office import AnswerEnquiry, ShowEnquiryPhoto, ShowPerson
from bot.screen import Screen, button
from bot.screens.parts import home, paragraphs, shorten
from bot.texts import Markup, Texts
from domain.enquiries import Enquiry, OrderName

Row = list[InlineKeyboardButton]
_LONGEST_LABEL = 40
_FIRST_WORDS = 80


def order_label(t: Texts, order: OrderName) -> str:
    """An order as a choice."""
    label = t.plain("support-order", number=order.number, title=order.title)
    return shorten(label, _LONGEST_LABEL)


def notice(t: Texts, enquiry: Enquiry) -> Screen:
    """Tells an administrator that somebody asks."""
    return Screen(
        paragraphs(_head(t, enquiry), t("enquiry-message", message=enquiry.message)),
        _ways(t, enquiry),
    )


def answer_notice(t: Texts, enquiry: Enquiry) -> Screen:
    """Brings a person the answer of the house."""
    text = t(
        "enquiry-answer",
        answer=enquiry.answer or "",
        message=shorten(enquiry.message, _FIRST_WORDS),
    )
    return Screen(text, [[home(t)]])


def waiting(t: Texts, enquiries: Sequence[Enquiry]) -> Screen:
    """What nobody has answered yet."""
    if not enquiries:
        return Screen(t("enquiries-none"), [[home(t)]])
    lines = [
        t(
            "enquiries-line",
            head=_head(t, each),
            message=shorten(each.message, _FIRST_WORDS),
        )
        for each in enquiries
    ]
    rows = [
        [button(t.plain("button-answer-to", name=_name(t, each)), AnswerEnquiry(enquiry=each.id))]
        for each in enquiries
    ]
    return Screen(paragraphs(t("enquiries-title"), *lines), [*rows, [home(t)]])


def _head(t: Texts, enquiry: Enquiry) -> Markup:
    topic = t.plain(f"form-support-topic-{enquiry.topic.value}")
    name = _name(t, enquiry)
    if enquiry.order is None:
        return t("enquiry-head", name=name, topic=topic)
    return t(
        "enquiry-head-order",
        name=name,
        topic=topic,
        number=enquiry.order,
        title=shorten(enquiry.title or "", _LONGEST_LABEL),
    )


def _name(t: Texts, enquiry: Enquiry) -> str:
    return shorten(enquiry.name, 24) or t.plain("guest")


def _ways(t: Texts, enquiry: Enquiry) -> list[Row]:
    rows = [[button(t.plain("button-answer"), AnswerEnquiry(enquiry=enquiry.id))]]
    if enquiry.photo is not None:
        rows.append([button(t.plain("button-photo"), ShowEnquiryPhoto(enquiry=enquiry.id))])
    who = ShowPerson(person=enquiry.user_id, beside=True)
    return [*rows, [button(t.plain("button-who-is-this"), who)]]
