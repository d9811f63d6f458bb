"""Guided dialogs, declared: a form is a name, its steps, and what is done with the answers.

A step is a constant of the module that declares the form, and `answers.get(STEP)` has its type:

    TOPIC = one_of("topic", Topic)
    MESSAGE = Text("message", limit=1000)
    FORM = Form("support", (TOPIC, MESSAGE), send)

Its sentences are found by name in `bot/texts`:

    form-<form>-title           at the head of every screen
    form-<form>-<step>          the question
    form-<form>-<step>-label    the step's name in the review
    form-<form>-<step>-<value>  a choice of `one_of` or `some_of`, on a button
    form-<form>-<step>-invalid  what the `check` of a text wants
    form-<form>-done            after sending

The kinds of steps are in `bot/steps.py`. Nothing here speaks with Telegram: `bot/dialogs.py`
does that, and `bot/screens/forms.py` draws.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.steps import (
    Asking,
    Choice,
    Choices,
    Fact,
    Option,
    Photo,
    Sent,
    Step,
    Stored,
    Text,
    Wrong,
)
from domain.actors import Person
from domain.drafts import Draft
from storage.database import Tx

REVIEW = "review"
"""The place after the last step."""

_RESERVED = frozenset({REVIEW, "title", "done"})
_LONGEST_NAME = 14

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person answered, each with the type of its step."""

    stored: Mapping[str, Stored]

    def get(self, step: Step[A]) -> A:
        """The answer to a step that cannot be skipped, or a fact."""
        return step.read(self.stored[step.name])

    def find(self, step: Step[A]) -> A | None:
        """The answer to a step, None where it was skipped or not asked."""
        stored = self.stored.get(step.name)
        return None if stored is None else step.read(stored)


Finish = Callable[[Tx, Person, Answers], Awaitable[None]]


@dataclass(frozen=True)
class Form:
    """A guided dialog. `finish` runs in the transaction in which the dialog ends.

    Raises `ValueError` for a name that does not fit a button or a text's key.
    """

    name: str
    steps: Sequence[Step[Any]]
    finish: Finish

    def __post_init__(self) -> None:
        names = [step.name for step in self.steps]
        if len(set(names)) < len(names) or _RESERVED.intersection(names):
            raise ValueError(f"{self.name}: two steps have one name, or a name is reserved")
        if len(self.name) > _LONGEST_NAME or any(":" in name for name in [self.name, *names]):
            raise ValueError(f"{self.name}: a name does not fit a button")

    @property
    def first(self) -> str:
        """The step with which a new dialog begins."""
        return next((step.name for step in self.steps if not isinstance(step, Fact)), REVIEW)

    def half_done(self, draft: Draft, facts: Mapping[str, str]) -> bool:
        """Whether something was answered already in a dialog about the same `facts`."""
        known = {step.name for step in self.steps if isinstance(step, Fact)}
        same = all(draft.answers.get(name) == facts.get(name) for name in known)
        return same and not known.issuperset(draft.answers)

    async def open(self, draft: Draft, asking: Asking) -> "Dialog":
        """The dialog where `draft` left it; answers that no longer fit are asked again."""
        asked, answers = [], dict[str, Stored]()
        for step in self.steps:
            options = await step.options(asking) if isinstance(step, Choice | Choices) else None
            if isinstance(step, Fact):
                answers[step.name] = draft.answers[step.name]
            elif options is None or options:
                asked.append(Asked(step, options or ()))
        for each in asked:
            name = each.step.name
            if name in draft.answers and each.fits(draft.answers[name]):
                answers[name] = draft.answers[name]
        return Dialog(self, asked, answers, draft.step, turn_of(draft))


def turn_of(draft: Draft) -> str:
    """Which question of which dialog a button belongs to."""
    return f"{draft.id.hex[-4:]}{draft.version:x}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A step as it is put to this person now."""

    step: Step[Any]
    options: Sequence[Option]

    def fits(self, stored: Stored) -> bool:
        """Whether an answer may stand."""
        if stored is None:
            return self.step.optional
        try:
            self.step.read(stored)
        except ValueError:
            return False
        values = {option.value for option in self.options}
        return not values or values.issuperset([stored] if isinstance(stored, str) else stored)


class Dialog:
    """One person's way through a form: where they are, and every move they can make.

    `turn` names the question that is open; buttons carry it.
    """

    def __init__(
        self,
        form: Form,
        asked: Sequence[Asked],
        answers: dict[str, Stored],
        place: str,
        turn: str,
    ) -> None:
        self.form = form
        self.asked = asked
        self.answers = answers
        self.turn = turn
        self.place = place
        if self.position is None and (place != REVIEW or not self.complete):
            self._go_on()

    @property
    def position(self) -> int | None:
        """The number of the open question from 0, None in the review."""
        for number, each in enumerate(self.asked):
            if each.step.name == self.place:
                return number
        return None

    @property
    def current(self) -> Asked | None:
        """The open question, None in the review."""
        return None if self.position is None else self.asked[self.position]

    @property
    def complete(self) -> bool:
        """Whether everything was answered or skipped."""
        return all(each.step.name in self.answers for each in self.asked)

    def expects(self, sent: Sent) -> bool:
        """Whether a message is of the kind that the open question asks for."""
        step = None if self.current is None else self.current.step
        return (isinstance(step, Text) and sent.text is not None) or (
            isinstance(step, Photo) and sent.photo is not None
        )

    def answered(self) -> Iterator[tuple[Asked, Stored]]:
        """The questions with their answers, for the review."""
        return ((each, self.answers.get(each.step.name)) for each in self.asked)

    def take(self, sent: Sent) -> None:
        """Answer the open question by a message. Raises `Wrong`."""
        if self.current is None:
            raise Wrong("expects-button", sent=sent.kind)
        self.answers[self.place] = self.current.step.take(sent)
        self._go_on()

    def choose(self, value: str) -> None:
        """Answer by a button. A value that was never offered changes nothing."""
        if self.current is None or value not in {each.value for each in self.current.options}:
            return
        if isinstance(self.current.step, Choices):
            self._toggle(value)
        else:
            self.answers[self.place] = value
            self._go_on()

    def _toggle(self, value: str) -> None:
        before = self.answers.get(self.place)
        chosen = set(before if isinstance(before, list) else ()) ^ {value}
        if chosen:
            offered = self.current.options if self.current else ()
            self.answers[self.place] = [each.value for each in offered if each.value in chosen]
        else:
            self.answers.pop(self.place, None)

    def skip(self) -> None:
        """Leave an optional question without an answer."""
        if self.current is not None and self.current.step.optional:
            self.answers[self.place] = None
            self._go_on()

    def keep(self) -> None:
        """Go on with the answer that stands."""
        if self.place in self.answers:
            self._go_on()

    def back(self) -> None:
        """To the question before, or to the review where everything is answered."""
        if self.complete:
            self.place = REVIEW
        elif self.position:
            self.place = self.asked[self.position - 1].step.name

    def edit(self, name: str) -> None:
        """From the review to one of the questions."""
        if self.current is None and name in {each.step.name for each in self.asked}:
            self.place = name

    def restart(self) -> None:
        """Forget every answer but the facts."""
        for each in self.asked:
            self.answers.pop(each.step.name, None)
        self._go_on()

    def _go_on(self) -> None:
        unanswered = (each.step.name for each in self.asked if each.step.name not in self.answers)
        self.place = next(unanswered, REVIEW)
