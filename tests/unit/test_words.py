"""One word for one thing in each language, as CONTRIBUTING.md lists them."""

import re

import pytest

from bot.texts import LOCALES
from tests.unit.test_texts import spellings, texts_of

STRAYS = {
    "en": r"\bevents?\b|\bmaisons?\b",
    "fr": r"\b[ée]v[ée]nements?\b|\bcourriels?\b|\bchats?\b|\b(tu|toi|ton|tes)\b",
    "it": r"\bevent[oi]\b|\b(una|sua|tante) cas[ae]\b|\b(tuo|tua|tuoi|tue)\b|\bore quiete\b",
}
"""What others say for an evening, a house, a letter, a chat or whom they speak to."""

COMMAND = re.compile(r"/\w+|<[^>]*>")


@pytest.mark.parametrize("locale", LOCALES)
def test_everybody_calls_it_the_same(locale: str) -> None:
    strays = [
        f"{key}: {text}"
        for key, pattern in texts_of(locale).items()
        for text in spellings(locale, pattern)
        if re.search(STRAYS[locale], COMMAND.sub("", text), re.IGNORECASE)
    ]
    assert strays == []
