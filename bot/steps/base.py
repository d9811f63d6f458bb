"""What every question of a guided dialog is, and what it is given to work with."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Generic, Self, TypeVar

from bot.texts import Texts
from domain.actors import Person
from domain.money import Money
from storage.database import Tx

A = TypeVar("A")
Stored = str | list[str] | None
"""An answer as the draft keeps it; None where an optional step was skipped."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the map in degrees, with name and address where a venue was shared."""

    latitude: float
    longitude: float
    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person sent: a text, a photo's file id, a place, or something of another `kind`.

    `html` is the text with its formatting.
    """

    text: str | None = None
    photo: str | None = None
    spot: Spot | None = None
    other: str = "other"
    html: str | None = None

    @property
    def kind(self) -> str:
        """The kind of message, for the sentence that declines it."""
        if self.photo is not None:
            return "photo"
        if self.spot is not None:
            return "place"
        return self.other if self.text is None else "text"


class Wrong(Exception):
    """What was sent cannot be the answer; `reason` and `facts` choose the sentence.

    A moment among the facts is told in its own time zone.
    """

    def __init__(self, reason: str, **facts: int | str | date | Money) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


class NotOffered(Exception):
    """A button that this question never had: nothing changes."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person answered until `now`, each with the type of its step."""

    stored: Mapping[str, Stored]
    now: datetime

    def get(self, step: "Step[A]") -> A:
        """The answer to a step that cannot be skipped, or a fact."""
        return step.read(self.stored[step.name])

    def find(self, step: "Step[A]") -> A | None:
        """The answer to a step, None where it was skipped, not asked, or is still open."""
        stored = self.stored.get(step.name)
        return None if stored is None or not step.enough(stored) else step.read(stored)


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom a form asks, within an open transaction, and what they answered before this step."""

    tx: Tx
    person: Person
    t: Texts
    form: str
    answers: Answers

    def after(self, stored: Mapping[str, Stored]) -> "Asking":
        """The same, after these answers."""
        return replace(self, answers=Answers(stored, self.answers.now))


@dataclass(frozen=True, slots=True)
class Given:
    """What a step may look at: the answer that stands, and all others."""

    before: Stored
    answers: Answers

    @property
    def now(self) -> datetime:
        """The time of the transaction."""
        return self.answers.now


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: `value` (at most 32 characters, no colon) and what its button says."""

    value: str
    label: str


Options = Callable[[Asking], Awaitable[Sequence[Option]]]
Condition = Callable[[Answers], bool]


@dataclass(frozen=True, kw_only=True)
class Step(ABC, Generic[A]):
    """One question, whose answer is an `A`; an optional one can be skipped.

    Where `when` is given, it is asked only if that holds for the answers before it. `question` is
    the key of its text where several forms ask the same, `label` that of its name in a review,
    `said` what is said in both.
    """

    collects: ClassVar[bool] = False
    """Whether it stays open until the person says that this is all."""

    name: str = field(kw_only=False)
    optional: bool = False
    when: Condition | None = None
    question: str = ""
    label: str = ""
    said: Mapping[str, str] = field(default_factory=dict)

    def expects(self, sent: Sent) -> bool:
        """Whether a message is of the kind that this asks for."""
        return False

    @abstractmethod
    def take(self, sent: Sent, given: Given) -> Stored:
        """The answer in a message. Raises `Wrong`."""

    def press(self, value: str, given: Given, offered: Collection[str]) -> Stored:
        """The answer behind a button. Raises `NotOffered`, `Wrong`."""
        raise NotOffered

    def renewed(self, stored: Stored) -> Stored:
        """An answer as this version keeps it, whichever version it is from."""
        return stored

    def enough(self, stored: Stored) -> bool:
        """Whether that is a whole answer, or only the beginning of one."""
        return True

    @abstractmethod
    def read(self, stored: object) -> A:
        """The answer with its type. Raises `ValueError` for what this version cannot read."""

    async def prepared(self, asking: Asking) -> Self:
        """This step, with what depends on earlier answers filled in."""
        return self


@dataclass(frozen=True, kw_only=True)
class Fact(Step[A]):
    """What is known from the beginning and never asked, such as whom an answer is for."""

    make: Callable[[str], A]

    def take(self, sent: Sent, given: Given) -> Stored:
        raise TypeError("a fact is never asked")

    def read(self, stored: object) -> A:
        return self.make(word(stored))


def word(stored: object) -> str:
    """A stored text. Raises `ValueError` for anything else."""
    if not isinstance(stored, str):
        raise ValueError("not a text")
    return stored


def words(stored: object) -> list[str]:
    """A stored list of texts. Raises `ValueError` for anything else."""
    if not isinstance(stored, list):
        raise ValueError("not a list")
    return [word(each) for each in stored]


def typed(sent: Sent, expects: str) -> str:
    """The text that was sent. Raises `Wrong` with the reason `expects` for anything else."""
    if sent.text is None:
        raise Wrong(expects, sent=sent.kind)
    return sent.text
