"""Notices about questions to the house: everything is shown, nothing is markup, all fits."""

from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest

from bot.callbacks.office import AnswerEnquiry, ShowEnquiryPhoto, ShowPerson
from bot.screen import Screen
from bot.screens import support as screens
from bot.texts import Texts
from domain.enquiries import Enquiry, OrderName
from storage.enums import EnquiryStatus, EnquiryTopic
from storage.ids import new_id

T = Texts("en")


def an_enquiry(**changes: Any) -> Enquiry:
    asked: dict[str, Any] = {
        "id": new_id(),
        "user_id": new_id(),
        "topic": EnquiryTopic.ACCESSIBILITY,
        "name": "Giulia <Conti>",
        "order": None,
        "title": None,
        "message": "Is there a ramp & a lift?",
        "photo": None,
        "status": EnquiryStatus.OPEN,
        "answer": None,
        "created_at": datetime.now(UTC),
    }
    return Enquiry(**(asked | changes))


def acts(screen: Screen) -> list[str | None]:
    return [each.callback_data for row in screen.rows for each in row]


def test_the_notice_says_who_asks_what() -> None:
    enquiry = an_enquiry()
    screen = screens.notice(T, enquiry)
    assert "<b>Giulia &lt;Conti&gt;</b> asks · Accessibility" in screen.text
    assert "<blockquote>Is there a ramp &amp; a lift?</blockquote>" in screen.text
    assert acts(screen) == [
        AnswerEnquiry(enquiry=enquiry.id).pack(),
        ShowPerson(person=enquiry.user_id, beside=True).pack(),
    ]


def test_the_notice_names_the_order_and_opens_the_photo() -> None:
    enquiry = an_enquiry(order="AAA111", title="Velvet Hour", photo="file-1")
    screen = screens.notice(T, enquiry)
    assert "Order AAA111, Velvet Hour" in screen.text
    assert ShowEnquiryPhoto(enquiry=enquiry.id).pack() in acts(screen)


def test_somebody_without_a_name_is_a_guest() -> None:
    assert f"<b>{T.plain('guest')}</b>" in screens.notice(T, an_enquiry(name="")).text


def test_the_answer_comes_with_the_question() -> None:
    screen = screens.answer_notice(T, an_enquiry(answer="Yes <3"))
    assert "Yes &lt;3" in screen.text
    assert "Is there a ramp &amp; a lift?" in screen.text


@pytest.mark.parametrize("letter", ["x", "<", "👗"])
def test_the_longest_texts_fit_a_message(letter: str) -> None:
    long = letter * 1000
    enquiry = an_enquiry(
        message=long, answer=long, name=letter * 64, order="A" * 16, title=letter * 200
    )
    shown = [
        screens.notice(T, enquiry),
        screens.answer_notice(T, enquiry),
        screens.waiting(T, [enquiry] * 10),
    ]
    for screen in shown:
        assert len(unescape(screen.text).encode("utf-16-le")) // 2 <= 4096


@pytest.mark.parametrize("title", ["Velvet Hour", "An evening of " + "very " * 40 + "long titles"])
def test_an_order_is_a_button(title: str) -> None:
    label = screens.order_label(T, OrderName(new_id(), "AAA111", title))
    assert label.startswith("AAA111 · ")
    assert len(label) <= 40
