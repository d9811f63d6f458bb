"""The last question of a change, asked only of who would write over what somebody else wrote."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self
from uuid import UUID

from bot.form import Finish
from bot.screens.fields import Telling
from bot.steps import Answers, Asking, Choice, Fact, Option
from domain import clashes, productions
from domain.actors import Person
from domain.clashes import Clash, Field
from domain.versions import Kind
from storage.database import Tx

SINCE = Fact("since", make=int)
"""The version that the change began with."""


async def _nothing(_asking: Asking) -> Sequence[Option]:
    return []


@dataclass(frozen=True, kw_only=True)
class Overwrite(Choice[int]):
    """Shall mine be written over theirs? The answer is the version that was looked at.

    `thing` is what is changed, of `kind`, in the event of the fact `event`.
    """

    kind: Kind
    thing: Fact[UUID]
    event: Fact[UUID]
    field: Callable[[Answers], Field]

    async def prepared(self, asking: Asking) -> Self:
        """With what somebody else wrote there; without that, it has nothing to choose from."""
        since = asking.answers.find(SINCE)
        if since is None or not self._is_told(asking.answers):
            return self
        session, by = asking.tx.session, asking.person.id
        thing, field = asking.answers.get(self.thing), self.field(asking.answers)
        clash = await clashes.find(
            session, kind=self.kind, thing=thing, by=by, since=since, field=field
        )
        if clash is None:
            return self
        event_id = asking.answers.get(self.event)
        event = await productions.get(session, event_id=event_id, by=by)
        how = Telling(asking.t, event.time_zone, event.currency, clash.places, long=True)
        told = _told(how, self.kind, field, clash)
        label = asking.t.plain("button-overwrite")

        async def options(_asking: Asking) -> Sequence[Option]:
            return [Option(str(clash.number), label)]

        return replace(self, options=options, said=told)

    def _is_told(self, answers: Answers) -> bool:
        """Whether the answers say which field it is."""
        try:
            self.field(answers)
        except KeyError:
            return False
        return True

    def guards(self, finish: Finish) -> Finish:
        """Do what a form asks for only where nobody's unseen words are written over."""

        async def act(tx: Tx, person: Person, answers: Answers) -> UUID | None:
            seen = answers.find(self)
            since = answers.find(SINCE) if seen is None else seen
            if since is not None:
                await clashes.require_seen(
                    tx.session,
                    kind=self.kind,
                    thing=answers.get(self.thing),
                    event_id=answers.get(self.event),
                    by=person.id,
                    since=since,
                    field=self.field(answers),
                )
            return await finish(tx, person, answers)

        return act


def overwrite(
    kind: Kind, thing: Fact[UUID], event: Fact[UUID], field: Field | Callable[[Answers], Field]
) -> Overwrite:
    """The question for a field, or for one that the answers say."""
    return Overwrite(
        "clash",
        make=int,
        options=_nothing,
        question="form-clash",
        kind=kind,
        thing=thing,
        event=event,
        field=(lambda _: field) if isinstance(field, Field) else field,
    )


def _told(how: Telling, kind: Kind, field: Field, clash: Clash) -> dict[str, str]:
    t = how.t
    who = clash.who if clash.who is None else clash.who or t.plain("version-somebody")
    return {
        "who": t.plain("history-portal") if who is None else who,
        "when": how.when(clash.at),
        "change": ", ".join(how.changes(kind, *_columns(field, clash))),
    }


def _columns(field: Field, clash: Clash) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was and is, by the column that it is told as."""
    column = "description" if field.path[:1] == ("texts",) else field.column
    return {column: clash.old}, {column: clash.new}
