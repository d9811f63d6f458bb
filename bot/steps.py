"""The questions a guided dialog can ask, each with the type of its answer."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from bot.clean import clean_text
from bot.texts import Texts
from domain.actors import Person
from storage.database import Tx

_MOST_CHARACTERS = 50_000

A = TypeVar("A")
W = TypeVar("W", bound=StrEnum)
Stored = str | list[str] | None
"""An answer as the draft keeps it; None where an optional step was skipped."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person sent: a text, a photo's file id, or (both None) something else."""

    text: str | None = None
    photo: str | None = None

    @property
    def kind(self) -> str:
        """The kind of message, for the sentence that declines it."""
        if self.photo is not None:
            return "photo"
        return "other" if self.text is None else "text"


class Wrong(Exception):
    """What was sent cannot be the answer; `reason` and `facts` choose the sentence."""

    def __init__(self, reason: str, **facts: int | str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom a form asks, within an open transaction."""

    tx: Tx
    person: Person
    t: Texts
    form: str


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: `value` (at most 32 characters, no colon) and what its button says."""

    value: str
    label: str


Options = Callable[[Asking], Awaitable[Sequence[Option]]]


@dataclass(frozen=True, kw_only=True)
class Step(ABC, Generic[A]):
    """One question, whose answer is an `A`; an optional one can be skipped."""

    name: str = field(kw_only=False)
    optional: bool = False

    @abstractmethod
    def take(self, sent: Sent) -> Stored:
        """The answer in a message. Raises `Wrong`."""

    @abstractmethod
    def read(self, stored: object) -> A:
        """The answer with its type. Raises `ValueError` for what this version cannot read."""


@dataclass(frozen=True, kw_only=True)
class Fact(Step[A]):
    """What is known from the beginning and never asked, such as whom an answer is for."""

    make: Callable[[str], A]

    def take(self, sent: Sent) -> Stored:
        raise TypeError("a fact is never asked")

    def read(self, stored: object) -> A:
        return self.make(_word(stored))


@dataclass(frozen=True, kw_only=True)
class Text(Step[str]):
    """A text of at most `limit` characters for which `check` holds."""

    limit: int
    check: Callable[[str], bool] | None = None

    def take(self, sent: Sent) -> Stored:
        if sent.text is None:
            raise Wrong("expects-text", sent=sent.kind)
        text = clean_text(sent.text, _MOST_CHARACTERS)
        if not text:
            raise Wrong("empty")
        if len(text) > self.limit:
            raise Wrong("long", limit=self.limit, length=len(text))
        if self.check is not None and not self.check(text):
            raise Wrong("invalid")
        return text

    def read(self, stored: object) -> str:
        text = _word(stored)
        if len(text) > self.limit or not (self.check is None or self.check(text)):
            raise ValueError("the rules for this text have changed")
        return text


@dataclass(frozen=True, kw_only=True)
class Photo(Step[str]):
    """A photo; the answer is Telegram's file id."""

    def take(self, sent: Sent) -> Stored:
        if sent.photo is None:
            raise Wrong("expects-photo", sent=sent.kind)
        return sent.photo

    def read(self, stored: object) -> str:
        return _word(stored)


@dataclass(frozen=True, kw_only=True)
class Choice(Step[A]):
    """One of `options` by a button. Where there are none it is not asked: make it optional."""

    make: Callable[[str], A]
    options: Options

    def take(self, sent: Sent) -> Stored:
        raise Wrong("expects-button", sent=sent.kind)

    def read(self, stored: object) -> A:
        return self.make(_word(stored))


@dataclass(frozen=True, kw_only=True)
class Choices(Step[tuple[A, ...]]):
    """Several of `options` by buttons that toggle; at least one unless optional."""

    make: Callable[[str], A]
    options: Options

    def take(self, sent: Sent) -> Stored:
        raise Wrong("expects-button", sent=sent.kind)

    def read(self, stored: object) -> tuple[A, ...]:
        if not isinstance(stored, list):
            raise ValueError("not a list of choices")
        return tuple(self.make(_word(each)) for each in stored)


def one_of(name: str, words: type[W], *, optional: bool = False) -> Choice[W]:
    """A choice of one of `words`."""
    return Choice(name, make=words, options=_options_of(name, words), optional=optional)


def some_of(name: str, words: type[W], *, optional: bool = False) -> Choices[W]:
    """A choice of several of `words`."""
    return Choices(name, make=words, options=_options_of(name, words), optional=optional)


def _options_of(name: str, words: type[W]) -> Options:
    async def options(asking: Asking) -> Sequence[Option]:
        key = f"form-{asking.form}-{name}"
        return [Option(word.value, asking.t.plain(f"{key}-{word.value}")) for word in words]

    return options


def _word(stored: object) -> str:
    if not isinstance(stored, str):
        raise ValueError("not a text")
    return stored
