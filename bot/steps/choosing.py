"""Questions that are answered by buttons."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeVar

from bot.steps.base import (
    A,
    Asking,
    Condition,
    Given,
    NotOffered,
    Option,
    Options,
    Sent,
    Step,
    Stored,
    Wrong,
    word,
    words,
)

W = TypeVar("W", bound=StrEnum)


@dataclass(frozen=True, kw_only=True)
class Choice(Step[A]):
    """One of `options` by a button. Where there are none it is not asked."""

    make: Callable[[str], A]
    options: Options

    def take(self, sent: Sent, given: Given) -> Stored:
        raise Wrong("expects-button", sent=sent.kind)

    def press(self, value: str, given: Given, offered: Collection[str]) -> Stored:
        if value not in offered:
            raise NotOffered
        return value

    def read(self, stored: object) -> A:
        return self.make(word(stored))


@dataclass(frozen=True, kw_only=True)
class Choices(Step[tuple[A, ...]]):
    """Several of `options` by buttons that toggle; at least one unless optional."""

    collects: ClassVar[bool] = True

    make: Callable[[str], A]
    options: Options

    def take(self, sent: Sent, given: Given) -> Stored:
        raise Wrong("expects-button", sent=sent.kind)

    def press(self, value: str, given: Given, offered: Collection[str]) -> Stored:
        if value not in offered:
            raise NotOffered
        chosen = set(given.before or ()) ^ {value}
        return [each for each in offered if each in chosen] or None

    def read(self, stored: object) -> tuple[A, ...]:
        return tuple(self.make(each) for each in words(stored))


def one_of(
    name: str, words: type[W], *, optional: bool = False, when: Condition | None = None
) -> Choice[W]:
    """A choice of one of `words`."""
    options = _options_of(name, words)
    return Choice(name, make=words, options=options, optional=optional, when=when)


def some_of(
    name: str, words: type[W], *, optional: bool = False, when: Condition | None = None
) -> Choices[W]:
    """A choice of several of `words`."""
    options = _options_of(name, words)
    return Choices(name, make=words, options=options, optional=optional, when=when)


def _options_of(name: str, words: type[W]) -> Options:
    async def options(asking: Asking) -> Sequence[Option]:
        key = f"form-{asking.form}-{name}"
        return [Option(word.value, asking.t.plain(f"{key}-{word.value}")) for word in words]

    return options
