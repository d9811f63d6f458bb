"""The end of a dialog whose answers are, as they stand, what the domain is asked for."""

from collections.abc import Awaitable, Callable
from inspect import signature
from typing import Any
from uuid import UUID

from bot.form import Finish
from bot.steps import Answers, Step
from domain.actors import Person
from storage.database import Tx


def passed_to(act: Callable[..., Awaitable[object]], **steps: Step[Any]) -> Finish:
    """Call `act` with the answers to these steps by the names of its arguments, as who answered
    and at this moment; the first names what is changed, and shown next.

    Raises `TypeError` at once where `act` takes other arguments.
    """
    signature(act).bind(None, by=None, now=None, **steps)
    first: Step[UUID] = next(iter(steps.values()))

    async def finish(tx: Tx, person: Person, answers: Answers) -> UUID:
        given = {name: answers.find(step) for name, step in steps.items()}
        await act(tx.session, by=person.id, now=tx.now, **given)
        return answers.get(first)

    return finish
