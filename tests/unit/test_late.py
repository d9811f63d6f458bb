"""An answer that nobody waits for any more is no error; any other refusal is."""

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerPreCheckoutQuery

from bot.late import unless_too_late

ANSWER = AnswerPreCheckoutQuery(pre_checkout_query_id="1", ok=True)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def test_an_answer_may_come_too_late() -> None:
    with unless_too_late():
        raise TelegramBadRequest(ANSWER, TOO_OLD)


def test_another_refusal_is_raised() -> None:
    with pytest.raises(TelegramBadRequest), unless_too_late():
        raise TelegramBadRequest(ANSWER, "Bad Request: chat not found")
