"""Texts and code agree: nothing is missing, nothing is left over, everything fits its place.

Names say what a text is for, and so how long it may be and whether it may carry markup:

    button-…        a button: 40 characters, no markup
    error-…         an alert, a reply or a refusal of a payment: 200 characters, no markup
    alert-…         an alert: 200 characters, no markup
    command-…       what a command does: 60 characters, no markup
    …-caption…      under a picture: 1024 characters
    …               a message: 4096 characters

Values count as a few characters: code shortens what can be long.
"""

import ast as python
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from html.parser import HTMLParser
from itertools import product
from typing import get_args

import pytest
from fluent.syntax import FluentParser, ast

import domain
from bot.callbacks.mine import Room
from bot.callbacks.wire import Move
from bot.form import Ending
from bot.introduction import BROADCAST, COMMANDS, DOOR, MAKING, OFFICE, STUDIO, WEB
from bot.screens.fields import Field
from bot.screens.profile import Part
from bot.screens.purposes import Purpose
from bot.steps import Choice, Choices, Fact, Text
from bot.texts import FOLDER, LOCALES, Markup, MissingText, Texts, supported
from domain.dossiers import Detail
from domain.emails import Answer
from domain.errors import CodeTrouble, DomainError, Unavailability
from domain.filters import When
from domain.forgetting import Tie
from domain.histories import Deed
from domain.histories import Part as Thing
from domain.house_rules import RULES
from domain.productions import Gap, Wish
from domain.sold_orders import Payback, Why
from domain.versions import Kind
from handlers.dialogs import FORMS
from storage.datamap import Basis
from storage.enums import (
    ApprovalStatus,
    CollectionStatus,
    DataRequestKind,
    DataRequestState,
    EventStatus,
    EventType,
    IncidentKind,
    NotificationType,
    OrderStatus,
    PromoEffect,
    RefundStatus,
    StaffRole,
    TicketStatus,
    TicketTypeStatus,
    Trade,
)
from tests.unit.spoken import read_code, sentences_in, sentences_in_code

ENGLISH = "en"
FOLDERS = sorted(path.name for path in FOLDER.iterdir() if any(path.glob("*.ftl")))
PLAIN = {"button-": 40, "error-": 200, "alert-": 200, "command-": 60}
CAPTION = 1024
MESSAGE = 4096
TAGS = frozenset({"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler", "tg-time"})
VALUE = "x" * 8
CHOICES: dict[str, type[StrEnum]] = {
    "choose-": Unavailability,
    "desk-gap-": Gap,
    "detail-": Detail,
    "desk-wish-": Wish,
    "mine-": EventStatus,
    "role-": StaffRole,
    "trade-": Trade,
    "trade-name-": Trade,
    "trade-welcome-": Trade,
    "trade-status-": ApprovalStatus,
    "collection-is-": CollectionStatus,
    "incident-": IncidentKind,
    "incident-means-": IncidentKind,
    "list-": When,
    "button-": When,
    "when-": When,
    "kind-": EventType,
    "profile-line-": Part,
    "profile-part-": Part,
    "history-": Deed,
    "history-part-": Thing,
    "version-part-": Kind,
    "version-ticket-": TicketTypeStatus,
    "version-collection-": CollectionStatus,
    "history-field-": Field,
    "button-privacy-": Room,
    "purpose-": Purpose,
    "consent-news-": NotificationType,
    "privacy-basis-": Basis,
    "request-kind-": DataRequestKind,
    "request-state-": DataRequestState,
    "forget-tie-": Tie,
    "sold-state-": OrderStatus,
    "sold-ticket-": TicketStatus,
    "button-sold-way-": Payback,
    "button-sold-why-": Why,
    "code-": PromoEffect,
}
"""Keys that end in a word of a list."""

REASONS = (
    *(
        f"expects-{kind}"
        for kind in (
            "text", "photo", "photos", "button", "place",
            "number", "length", "girth", "amount", "link", "day", "moment", "email", "code",
            "percent",
        )
    ),
    *(
        f"no-{kind}"
        for kind in (
            "number", "length", "girth", "amount", "link", "day", "moment", "time", "such-day",
            "email", "code", "percent",
        )
    ),
    *("number-range", "length-range", "amount-range", "amount-decimals", "day-range", "day-over"),
    *("moment-past", "moment-after", "time-skipped", "photos-full", "links-many", "empty", "long"),
    *("markup-open", "markup-close", "markup-unknown", "markup-hidden"),
    *("link-foreign", "links-long"),
    *("filled-unknown", "filled-torn", "filled-long"),
    *(f"promo-{each}" for each in (*CodeTrouble, "taken")),
    *("letter-again", *(f"code-{each}" for each in Answer if each is not Answer.RIGHT)),
)  # fmt: skip
"""What `bot.steps` finds wrong with an answer."""

Patterns = dict[str, ast.Pattern]


@cache
def texts_of(locale: str) -> Patterns:
    """The texts of a language by their keys. Fails for what is no Fluent and for two of a key."""
    found: Patterns = {}
    for path in sorted((FOLDER / locale).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{path.name}: a second {entry.id.name}"
                assert entry.value is not None, entry.id.name
                found[entry.id.name] = entry.value
    return found


def spellings(locale: str, element: ast.SyntaxNode) -> Iterator[str]:
    """Every text that a pattern can become."""
    match element:
        case ast.Pattern():
            parts = [list(spellings(locale, part)) for part in element.elements]
            yield from ("".join(choice) for choice in product(*parts))
        case ast.TextElement() | ast.StringLiteral():
            yield element.value
        case ast.Placeable():
            yield from spellings(locale, element.expression)
        case ast.SelectExpression():
            for variant in element.variants:
                yield from spellings(locale, variant.value)
        case ast.MessageReference():
            yield from spellings(locale, texts_of(locale)[element.id.name])
        case _:
            yield VALUE


def variables(locale: str, key: str) -> frozenset[str]:
    """The values that a text needs."""
    return frozenset(_variables(locale, texts_of(locale)[key]))


def _variables(locale: str, element: ast.SyntaxNode) -> Iterator[str]:
    match element:
        case ast.VariableReference():
            yield element.id.name
        case ast.MessageReference():
            yield from variables(locale, element.id.name)
        case ast.Pattern():
            for part in element.elements:
                yield from _variables(locale, part)
        case ast.Placeable():
            yield from _variables(locale, element.expression)
        case ast.SelectExpression():
            yield from _variables(locale, element.selector)
            for variant in element.variants:
                yield from _variables(locale, variant.value)
        case ast.FunctionReference():
            for each in element.arguments.positional:
                yield from _variables(locale, each)


def refusals() -> list[type[DomainError]]:
    """Every error of the domain."""
    for module in pkgutil.iter_modules(domain.__path__):
        importlib.import_module(f"domain.{module.name}")

    def below(error: type[DomainError]) -> Iterator[type[DomainError]]:
        for each in error.__subclasses__():
            yield each
            yield from below(each)

    return [each for each in below(DomainError) if each.__module__.startswith("domain.")]


def form_keys() -> Iterator[str]:
    """What the forms of the house say, by convention (`bot/form.py`)."""
    for form in FORMS.values():
        yield from (f"form-{form.name}-title", f"form-{form.name}-done")
        for step in form.steps:
            key = step.question or f"form-{form.name}-{step.name}"
            if isinstance(step, Fact):
                continue
            yield key
            if not form.brief:
                yield f"{key}-label"
            if isinstance(step, Text) and step.check is not None:
                yield f"{key}-invalid"
            if isinstance(step, Choice | Choices):
                yield from choice_keys(key, step)


def choice_keys(key: str, step: Choice[object] | Choices[object]) -> list[str]:
    """The buttons of `one_of` and `some_of`; other choices bring their labels."""
    words = step.make
    if not (isinstance(words, type) and issubclass(words, StrEnum)):
        return []
    return [f"{key}-{word}" for word in words]


def conventional() -> set[str]:
    """Every key that is put together, not written out."""
    moves = get_args(Move.model_fields["act"].annotation)
    return {
        "error-unknown",
        *(f"error-{error.__name__}" for error in refusals()),
        *(f"forget-lose-{tie.value}" for tie in Tie if tie.can_be_given_up),
        *(f"refund-task-{status.value}" for status in RefundStatus),
        *form_keys(),
        *(f"form-{reason}" for reason in REASONS),
        *(f"button-form-{act}" for act in moves if act not in {"answer", "see"}),
        *(f"{part}-{end}" for end in get_args(Ending) for part in ("form-review", "button-form")),
        *(
            f"command-{name}"
            for name in (*COMMANDS, *BROADCAST, *MAKING, *DOOR, *STUDIO, *OFFICE, *WEB)
        ),
        *(f"{prefix}{name}" for name in RULES for prefix in ("rule-", "rule-what-")),
        *(f"{prefix}{word}" for prefix, words in CHOICES.items() for word in words),
    }


def limit(key: str) -> int:
    """The most characters of a text."""
    if key in choice_buttons():
        return PLAIN["button-"]
    named = [most for prefix, most in PLAIN.items() if key.startswith(prefix)]
    return min(named, default=CAPTION if "-caption" in key else MESSAGE)


def choice_buttons() -> set[str]:
    """Keys of choices, which stand on buttons."""
    return {
        key
        for form in FORMS.values()
        for step in form.steps
        if isinstance(step, Choice | Choices)
        for key in choice_keys(f"form-{form.name}-{step.name}", step)
    }


class Tags(HTMLParser):
    """Complains about a tag that Telegram does not know or that is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in TAGS, tag
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> is not the last that was opened"


def test_every_text_that_is_asked_for_exists() -> None:
    texts = texts_of(ENGLISH)
    missing = [f"{use.place}: {use.key}" for use in read_code().uses if use.key not in texts]
    missing += sorted(conventional() - texts.keys())
    assert missing == []


def test_keys_that_are_put_together_are_known_to_this_test() -> None:
    known = conventional()
    patterns = read_code().patterns
    unknown = [
        f"{place}: {pattern}"
        for pattern, place in patterns.items()
        if not any(re.fullmatch(pattern, key) for key in known)
        and not pattern.endswith(r"\-invalid")
    ]
    assert unknown == []


def test_no_text_is_left_over() -> None:
    spoken = read_code()
    assert sorted(texts_of(ENGLISH).keys() - spoken.constants - conventional()) == []


def test_values_are_those_that_the_text_needs() -> None:
    """Of several texts that one call chooses from, each value is needed by one."""
    uses = [use for use in read_code().uses if use.values is not None]
    needed = defaultdict[str, set[str]](set)
    for use in uses:
        needed[use.place] |= variables(ENGLISH, use.key)
    lacking = [
        f"{use.place}: {use.key} lacks {name}"
        for use in uses
        for name in variables(ENGLISH, use.key) - (use.values or set())
    ]
    idle = [
        f"{use.place}: {use.key} does not need {name}"
        for use in uses
        for name in (use.values or set()) - needed[use.place]
    ]
    assert lacking + idle == []


def test_a_refusal_says_only_what_the_error_knows() -> None:
    strange = [
        f"{error.__name__}: {name}"
        for error in refusals()
        for name in variables(ENGLISH, f"error-{error.__name__}") - facts_of(error)
    ]
    assert strange == []


def facts_of(error: type[DomainError]) -> set[str]:
    """What an error carries."""
    return set(getattr(error, "__dataclass_fields__", ()))


@pytest.mark.parametrize("locale", FOLDERS)
def test_texts_fit_their_place(locale: str) -> None:
    long = [
        f"{key}: {longest} of {limit(key)}"
        for key, pattern in texts_of(locale).items()
        if (longest := max(map(len, spellings(locale, pattern)))) > limit(key)
    ]
    assert long == []


@pytest.mark.parametrize("locale", FOLDERS)
def test_markup_is_what_telegram_knows(locale: str) -> None:
    for key, pattern in texts_of(locale).items():
        for text in spellings(locale, pattern):
            parser = Tags()
            parser.feed(text)
            assert parser.open == [], key
            if key.startswith(tuple(PLAIN)) or key in choice_buttons():
                assert not re.search(r"[<>]|&\w+;", text), key


@pytest.mark.parametrize("locale", FOLDERS)
def test_texts_begin_and_end_with_words(locale: str) -> None:
    for key, pattern in texts_of(locale).items():
        for text in spellings(locale, pattern):
            assert text == text.strip(), key
            assert "  " not in text.replace("\n", " \n ").replace(" \n ", "\n") or "-line" in key


def test_every_language_says_all_that_english_says() -> None:
    english = texts_of(ENGLISH)
    for locale in FOLDERS:
        other = texts_of(locale)
        assert sorted(english.keys() - other.keys()) == [], f"missing in {locale}"
        assert sorted(other.keys() - english.keys()) == [], f"left over in {locale}"
        for key in english:
            assert variables(locale, key) <= variables(ENGLISH, key), f"{key} in {locale}"


def test_every_folder_is_a_language() -> None:
    assert sorted(LOCALES) == FOLDERS
    assert LOCALES[0] == ENGLISH


def test_no_text_for_people_stands_in_code() -> None:
    assert list(sentences_in_code()) == []


@pytest.mark.parametrize(
    ("file", "code", "found"),
    [
        ("handlers/x.py", 'await message.answer("Try again")', True),
        ("handlers/x.py", 'button("Send", act)', True),
        ("handlers/x.py", 'Screen(f"Hello {name}")', True),
        ("handlers/x.py", 'word = "please wait"', True),
        ("handlers/x.py", 'raise ValueError("not for people at all")', False),
        ("handlers/x.py", 'Screen(t("some-key"), [[home(t)]])', False),
        ("domain/x.py", 'sentence = "Sold out."', True),
        ("domain/x.py", 'reason = "our pace"', False),
        ("jobs/x.py", '_log.info("This is for the log.")', False),
        ("jobs/x.py", '"""A docstring of several words."""', False),
    ],
)
def test_a_text_for_people_is_told_from_others(file: str, code: str, found: bool) -> None:
    assert bool(list(sentences_in(file, python.parse(code)))) is found


def test_what_people_wrote_is_escaped_and_markup_is_not() -> None:
    t = Texts(ENGLISH)
    told = t("form-review-line", label=Markup("<i>Name</i>"), answer="<b>&")
    assert "<i>Name</i>" in told
    assert "&lt;b&gt;&amp;" in told


def test_a_long_value_is_said_in_full() -> None:
    answer = "<" * 4000
    assert Texts(ENGLISH)("form-review-line", label="", answer=answer).count("&lt;") == 4000


def test_a_text_that_is_not_there_is_our_mistake() -> None:
    with pytest.raises(MissingText, match="no-such-text"):
        Texts(ENGLISH)("no-such-text")
    with pytest.raises(MissingText, match="form-review-line"):
        Texts(ENGLISH)("form-review-line", label="Name")


@pytest.mark.parametrize(
    ("locale", "spans"),
    [
        ("en", ("1 hour", "24 hours", "36 hours", "2 days", "14 days")),
        ("fr", ("1 heure", "24 heures", "36 heures", "2 jours", "14 jours")),
        ("it", ("1 ora", "24 ore", "36 ore", "2 giorni", "14 giorni")),
    ],
)
def test_how_long_it_is(locale: str, spans: tuple[str, ...]) -> None:
    told = [Texts(locale).span(hours).replace("\xa0", " ") for hours in (1, 24, 36, 48, 336)]
    assert told == list(spans)


@pytest.mark.parametrize(
    ("code", "locale"), [("en-GB", "en"), (None, "en"), ("", "en"), ("xx", "en"), ("EN", "en")]
)
def test_the_nearest_language(code: str | None, locale: str) -> None:
    assert supported(code) == locale


def test_of_an_hour_that_comes_twice_it_is_said_which_one_it_is() -> None:
    """In Paris on the night of 25 October the clocks go back from three to two."""
    first, again = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    t = Texts(ENGLISH)
    assert t.clock(first, "Europe/Paris") == "02:30 (before the clocks go back)"
    assert t.clock(again, "Europe/Paris") == "02:30 (after the clocks go back)"
    there = "02:30 (Paris time, after the clocks go back)"
    assert t.when_there(again, "Europe/Paris").endswith(there)
    assert t.when(again, "UTC").endswith(", 01:30")
    earlier = datetime(2026, 10, 24, 23, 59, tzinfo=UTC), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)
    assert [t.clock(each, "Europe/Paris") for each in earlier] == ["01:59", "03:00"]
    assert Texts("fr").when(first, "Europe/Paris").endswith("02:30 (avant le changement d’heure)")
    assert Texts("it").when(again, "Europe/Paris").endswith("02:30 (dopo il cambio d’ora)")
