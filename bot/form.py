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
    form-<form>-done            after sending, unless something else follows

The kinds of steps are in `bot/steps`. A step with `when` is asked only where that holds for the
answers before it. Nothing here speaks with Telegram: `bot/dialogs.py`
does that, and `bot/screens/forms.py` draws.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from aiogram.fsm.context import FSMContext

from bot.screen import Screen
from bot.show import Event
from bot.steps import (
    Answers,
    Asking,
    Choice,
    Choices,
    Code,
    Fact,
    Given,
    NotOffered,
    Option,
    Photos,
    Sent,
    Step,
    Stored,
    Wrong,
)
from bot.visit import Visit
from domain.actors import Person
from domain.drafts import Draft
from storage.database import Tx

REVIEW = "review"
"""The place after the last step."""

_MUCH = 4
"""So many answers are not thrown away by one tap."""

_RESERVED = frozenset({REVIEW, "title", "done"})
_LONGEST_NAME = 14

Finish = Callable[[Tx, Person, Answers], Awaitable[UUID | None]]
"""Does what the answers ask for; returns the id of what is shown next, if anything is."""

AtOnce = Callable[[Tx, Person, Answers], Awaitable[Wrong | None]]
"""Does what an answer asks for before the next question. What it returns is wrong with the answer,
which is then asked for again; what it has done stands."""

After = Callable[[Visit, UUID], Awaitable[Screen]]
"""Draws what is shown after a dialog, from the id that its `finish` returned."""

Outlook = Callable[[Visit, Answers], Awaitable[Screen]]
"""Draws what is shown after a dialog from its answers."""

Then = Callable[[Event, bool, UUID | None, Visit, FSMContext], Awaitable[None]]
"""Goes on after a dialog in the middle of something: whether it was sent or given up, and the id
of that something, None where the process died before it could go on."""

More = Callable[[Asking], Awaitable[Sequence[Step[Any]]]]
"""The questions that are known only when a dialog is opened, from its facts."""

Ending = Literal["send", "draft", "add", "keep", "go"]
"""What a review asks for."""


@dataclass(frozen=True)
class Form:
    """A guided dialog. `finish` runs in the transaction in which the dialog ends.

    One that is `brief` has no review: it ends with the last answer. `ends_by` is what a review
    asks for: to send it, to keep it, as a draft or for good, or to add it to something. `after`
    draws what comes next, below the words of thanks; `outlook` does it where no row was made.
    `at_once` names the steps whose answers ask for something at once. What is sent to a `secret`
    one is deleted from the chat, and no draft keeps it: it has one question. `more` is asked after
    `steps`. `about` is the fact that says what the dialog is in the middle of; `then` goes on with
    that, in place of any words.

    Raises `ValueError` for a name that does not fit a button or a text's key.
    """

    name: str
    steps: Sequence[Step[Any]]
    finish: Finish
    brief: bool = False
    ends_by: Ending = "send"
    after: After | None = None
    outlook: Outlook | None = None
    more: More | None = None
    about: Fact[UUID] | None = None
    then: Then | None = None
    at_once: Mapping[str, AtOnce] = field(default_factory=dict)
    secret: bool = False

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

    def half_done(self, draft: Draft, facts: Mapping[str, Stored]) -> bool:
        """Whether something was answered already in a dialog about the same `facts`."""
        known = {step.name for step in self.steps if isinstance(step, Fact)}
        same = all(draft.answers.get(name) == facts.get(name) for name in known)
        return same and not known.issuperset(draft.answers)

    async def open(self, draft: Draft, asking: Asking) -> "Dialog":
        """The dialog where `draft` left it; answers that no longer fit are asked again."""
        asked, answers, aside = [], dict[str, Stored](), dict[str, Stored]()
        for step in [*self.steps, *await self._more(draft, asking)]:
            so_far = asking.after({**answers})
            if isinstance(step, Fact):
                answers[step.name] = draft.answers.get(step.name)
            elif step.when is not None and not step.when(so_far.answers):
                if step.name in draft.answers:
                    aside[step.name] = draft.answers[step.name]
            elif each := await _asked(step, so_far):
                asked.append(each)
                if step.name in draft.answers:
                    stored = step.renewed(draft.answers[step.name])
                    if each.fits(stored):
                        answers[step.name] = stored
        moment = asking.answers.now
        return Dialog(self, asked, answers, aside, draft.step, turn_of(draft), moment)

    async def _more(self, draft: Draft, asking: Asking) -> Sequence[Step[Any]]:
        return [] if self.more is None else await self.more(asking.after(draft.answers))


async def _asked(step: Step[Any], asking: Asking) -> "Asked | None":
    """The step as it is put to this person, None where it has nothing to choose from."""
    ready = await step.prepared(asking)
    if isinstance(ready, Code):
        return Asked(ready, await ready.options(asking))
    options = await ready.options(asking) if isinstance(ready, Choice | Choices) else None
    return Asked(ready, options or ()) if options is None or options else None


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
            if self.step.enough(stored):
                self.step.read(stored)
        except ValueError:
            return False
        chosen = isinstance(self.step, Choice | Choices)
        values = {option.value for option in self.options if chosen}
        return not values or values.issuperset([stored] if isinstance(stored, str) else stored)


class Dialog:
    """One person's way through a form: where they are, and every move they can make.

    `turn` names the question that is open; buttons carry it. `aside` are answers to questions
    that other answers made needless; they come back when those change. `view` is the page of a
    calendar that is looked at. `went_on` says that a question was answered: what is asked next
    may depend on it, so the dialog is then opened anew and goes on from there. `just` names the
    question that this move answered.
    """

    def __init__(
        self,
        form: Form,
        asked: Sequence[Asked],
        answers: dict[str, Stored],
        aside: dict[str, Stored],
        place: str,
        turn: str,
        now: datetime,
    ) -> None:
        self.form = form
        self.asked = asked
        self.answers = answers
        self.aside = aside
        self.place = place
        self.turn = turn
        self.now = now
        self.view = ""
        self.went_on = False
        self.just = ""
        if self.position is None and (place != REVIEW or not self.complete):
            self.go_on()

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
    def collects_photos(self) -> bool:
        """Whether the open question takes one photo after the other."""
        return self.current is not None and isinstance(self.current.step, Photos)

    @property
    def has_current(self) -> bool:
        """Whether the open question has a whole answer already."""
        return self.current is not None and self.has(self.current)

    @property
    def complete(self) -> bool:
        """Whether everything was answered or skipped."""
        return all(self.has(each) for each in self.asked)

    @property
    def told(self) -> int:
        """How many questions were answered in earnest."""
        return sum(self.answers.get(each.step.name) is not None for each in self.asked)

    @property
    def worth_asking(self) -> bool:
        """Whether so much was answered that it is not let go without a question."""
        return self.told >= _MUCH

    @property
    def kept(self) -> dict[str, Stored]:
        """Every answer that the draft keeps."""
        return {**self.aside, **self.answers}

    def has(self, asked: Asked) -> bool:
        """Whether a question has a whole answer, or was skipped."""
        if asked.step.name not in self.answers:
            return False
        stored = self.answers[asked.step.name]
        return stored is None or asked.step.enough(stored)

    def expects(self, sent: Sent) -> bool:
        """Whether a message is of the kind that the open question asks for."""
        return self.current is not None and self.current.step.expects(sent)

    def answered(self) -> Iterator[tuple[Asked, Stored]]:
        """The questions with their answers, for the review."""
        return ((each, self.answers.get(each.step.name)) for each in self.asked)

    def given(self) -> Answers:
        """The answers to what was asked, with the facts."""
        return Answers(self.answers, self.now)

    def take(self, sent: Sent) -> None:
        """Answer the open question by a message. Raises `Wrong`."""
        if self.current is None:
            raise Wrong("expects-button", sent=sent.kind)
        self._put(self.current, self.current.step.take(sent, self._before()))

    def choose(self, value: str) -> None:
        """Answer by a button. A value that was never offered changes nothing. Raises `Wrong`."""
        if self.current is None:
            return
        offered = [each.value for each in self.current.options]
        try:
            stored = self.current.step.press(value, self._before(), offered)
        except NotOffered:
            return
        self._put(self.current, stored)

    def _before(self) -> Given:
        return Given(self.answers.get(self.place), self.given())

    def _put(self, current: Asked, stored: Stored) -> None:
        if stored is None:
            self.answers.pop(self.place, None)
            return
        self.answers[self.place] = stored
        if not current.step.collects and current.step.enough(stored):
            self.just = self.place
            self.go_on()

    def take_back(self) -> None:
        """Ask anew what was just answered."""
        self.answers.pop(self.just, None)
        self.place, self.went_on = self.just, False

    def undo(self) -> None:
        """Take the last photo back."""
        stored = self.answers.get(self.place)
        if self.current is not None and self.collects_photos and stored:
            self._put(self.current, list(stored[:-1]) or None)

    def clear(self) -> None:
        """Take all photos back."""
        if self.collects_photos:
            self.answers.pop(self.place, None)

    def see(self, page: str) -> None:
        """Look at another page of a calendar."""
        self.view = page

    def skip(self) -> None:
        """Leave an optional question without an answer."""
        if self.current is not None and self.current.step.optional:
            self.answers[self.place] = None
            self.go_on()

    def keep(self) -> None:
        """Go on with the answer that stands."""
        if self.has_current:
            self.go_on()

    @property
    def leads_back(self) -> bool:
        """Whether there is a question to go back to. Where all is answered there is the review
        instead, but not for who is still collecting the last answer."""
        if not self.position:
            return False
        last = self.asked[-1]
        return not self.complete or (self.place == last.step.name and last.step.collects)

    def back(self) -> None:
        """To the question before, or to the review where everything is answered."""
        if self.complete and not self.leads_back:
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
        self.aside.clear()
        self.go_on()

    def go_on(self) -> None:
        """To the first question without an answer, else to the review."""
        unanswered = (each.step.name for each in self.asked if not self.has(each))
        self.place = next(unanswered, REVIEW)
        self.went_on = True
