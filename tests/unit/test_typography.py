"""Every language is set as its own printers would: apostrophes, spaces, plurals, dates, sums.

Labels of buttons that stand side by side are short enough for half a phone.
"""

import ast as python
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from fluent.syntax import ast

from bot.screens.privacy import consents
from bot.texts import LOCALES, Texts
from domain.consents import Choice, Elsewhere
from storage.enums import ConsentPurpose, NotificationType
from tests.unit.spoken import sources
from tests.unit.test_texts import PLAIN, spellings, texts_of

A_PHONE = PLAIN["button-"]
HALF_A_PHONE = 20
ONE_OF_THREE = 12
NARROW = "\u202f"


@pytest.mark.parametrize("locale", LOCALES)
def test_apostrophes_and_dots_are_printed_ones(locale: str) -> None:
    plain = [
        f"{key}: {text}"
        for key, pattern in texts_of(locale).items()
        for text in spellings(locale, pattern)
        if re.search(r"[^\W\d]'|'[^\W\d]|\.\.\.|\\|(?<!\d)\"", re.sub(r"<[^>]*>", "", text))
    ]
    assert plain == []


def test_french_signs_keep_their_narrow_space() -> None:
    """Before ; : ! ? and inside « », one that never ends a line."""
    lacking = [
        f"{key}: {text}"
        for key, pattern in texts_of("fr").items()
        for text in spellings("fr", pattern)
        if re.search(
            rf"[^{NARROW}\s]([;!?»]|:(?!\w|/))|[ \u00a0][;:!?»]|«[^{NARROW}]",
            re.sub(r"<[^>]*>|&\w+;", "", text),
        )
    ]
    assert lacking == []


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale != "fr"])
def test_only_french_has_spaces_before_its_signs(locale: str) -> None:
    strange = [
        f"{key}: {text}"
        for key, pattern in texts_of(locale).items()
        for text in spellings(locale, pattern)
        if re.search(r"\s[;:!?](?!\w)", text)
    ]
    assert strange == []


@pytest.mark.parametrize("locale", LOCALES)
def test_where_there_is_one_there_are_others(locale: str) -> None:
    lame = [
        key
        for key, pattern in texts_of(locale).items()
        for choice in choices(pattern)
        if "one" in variants(choice) and "other" not in variants(choice)
    ]
    assert lame == []


def choices(element: ast.SyntaxNode) -> Iterator[ast.SelectExpression]:
    """The selections of a text, nested ones too."""
    match element:
        case ast.Pattern():
            for part in element.elements:
                yield from choices(part)
        case ast.Placeable():
            yield from choices(element.expression)
        case ast.SelectExpression():
            yield element
            for variant in element.variants:
                yield from choices(variant.value)


def variants(choice: ast.SelectExpression) -> set[str]:
    """What a selection tells apart."""
    return {
        each.key.name if isinstance(each.key, ast.Identifier) else each.key.value
        for each in choice.variants
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_buttons_side_by_side_are_not_cut(locale: str) -> None:
    texts = texts_of(locale)
    cut = [
        f"{place}: {key}: {text}"
        for keys, place in rows()
        for key in keys
        for text in spellings(locale, texts[key])
        if len(text) > (HALF_A_PHONE if len(keys) < 3 else ONE_OF_THREE)
    ]
    assert cut == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("granted", [True, False])
def test_buttons_of_what_one_may_allow_fit_a_phone(locale: str, granted: bool) -> None:
    offered = [
        *(Choice(ConsentPurpose.MARKETING, each, granted, None) for each in NotificationType),
        *(Choice(each, NotificationType.SMS, granted, None) for each in ConsentPurpose),
    ]
    rows = consents(Texts(locale), offered, [], Elsewhere(None, None, None, None, None)).rows
    assert [each.text for row in rows for each in row if len(each.text) > A_PHONE] == []


def rows() -> Iterator[tuple[list[str], str]]:
    """The labels of buttons that are written side by side in one list of the screens."""
    for name, tree in sources("bot/screens"):
        for node in python.walk(tree):
            if isinstance(node, python.List) and len(node.elts) > 1:
                buttons = [label(each) for each in node.elts]
                if all(buttons):
                    yield [str(key) for key in buttons], f"{name}:{node.lineno}"


def label(node: python.expr) -> str | None:
    """The key of a button's label, where it is written out."""
    match node:
        case python.Call(func=python.Name(id="home")):
            return "button-menu"
        case python.Call(
            func=python.Name(id="button" | "link" | "share"),
            args=[python.Call(args=[python.Constant(value=str(key)), *_]), *_],
        ):
            return key
    return None


def test_rows_of_buttons_are_seen() -> None:
    assert ["button-all", "button-menu"] in [keys for keys, _ in rows()]


@pytest.mark.parametrize(
    ("locale", "days"),
    [
        ("en", ("Fri 27 Nov", "Tue 1 Dec")),
        ("fr", ("ven. 27 nov.", "mar. 1er déc.")),
        ("it", ("ven 27 nov", "mar 1 dic")),
    ],
)
def test_days_are_told_as_people_tell_them(locale: str, days: tuple[str, str]) -> None:
    t = Texts(locale)
    moments = [datetime(2026, 11, 27, 19, 30, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)]
    assert tuple(t.day(each, "Europe/Rome") for each in moments) == days
    assert t.when(moments[0], "Europe/Rome") == f"{days[0]}, 20:30"


@pytest.mark.parametrize(
    ("locale", "minor", "currency", "written"),
    [
        ("en", 4500, "EUR", "€45"),
        ("en", 4550, "GBP", "£45.50"),
        ("en", 123_400, "EUR", "€1,234"),
        ("fr", 4500, "EUR", "45\u00a0€"),
        ("fr", 4550, "GBP", "45,50\u00a0£"),
        ("fr", 123_400, "EUR", "1\u202f234\u00a0€"),
        ("it", 4500, "GBP", "45\u00a0£"),
        ("it", 4550, "EUR", "45,50\u00a0€"),
        ("it", 4500, "CHF", "45\u00a0CHF"),
        ("en", 4500, "JPY", "¥4,500"),
    ],
)
def test_sums_are_written_as_people_write_them(
    locale: str, minor: int, currency: str, written: str
) -> None:
    assert Texts(locale).money(minor, currency) == written
