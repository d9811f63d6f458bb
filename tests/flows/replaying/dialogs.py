"""Half-finished dialogs of every form, each with whose it is, and the buttons under them."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import get_args

from bot.callbacks.wire import Move
from bot.form import turn_of
from bot.steps import Stored
from domain import drafts
from handlers.dialogs import FORMS
from tests.flows.replaying.buttons import Button
from tests.flows.replaying.cast import Cast

_OWNERS = {
    "support": "giulia",
    "answers": "giulia",
    "designer": "bianca",
    "model": "lia",
    "house": "greta",
    "collection": "noor",
    "answer": "ada",
    "refusal": "ada",
    "find": "ada",
    "look": "ada",
    "rule": "ada",
}
"""Of whom a form is; the house's forms are Renata's."""

_TOLD = {
    "support": ["message"],
    "campaign": ["words"],
    "ticket": ["name"],
    "collection": ["name"],
    "house": ["name"],
    "answer": ["answer"],
    "my-bio": ["bio"],
}
"""Forms in which something was told already, and where."""

ACTS = get_args(Move.model_fields["act"].annotation)
_WHOLE = ("support", "campaign", "ticket")
"""Forms of which every move is tried."""


def owner_of(form: str) -> str:
    """Who is in the middle of a form."""
    return _OWNERS.get(form, "giulia" if form.startswith("my-") else "renata")


def facts_of(cast: Cast, form: str) -> Mapping[str, Stored]:
    """What a form knows from the beginning."""
    draft = cast.things["renata draft"]
    (type_id,) = draft.types.values()
    facts = {
        "support": {},
        "answers": {"order": cast.ids["giulia held order"].hex},
        "approve-order": {"order": cast.ids["giulia held order"].hex, "attempt": "1"},
        "decline-order": {"order": cast.ids["giulia held order"].hex, "attempt": "1"},
        "give-back": {"order": cast.ids["giulia order"].hex, "currency": "EUR"},
        "answer": {"enquiry": cast.ids["enquiry 0"].hex},
        "refusal": {"approval": cast.ids["ines approval"].hex},
        "collection": {"collection": cast.ids["draft collection"].hex},
        "campaign": {"instead": None},
        "find": {},
        "look": {"person": cast.ids["giulia"].hex, "detail": "email"},
        "rule": {"rule": cast.ids["a rule"].hex, "version": "1"},
        "restore": {"version": cast.ids["renata draft version"].hex, "seen": "1"},
        "campaign-time": {"campaign": cast.ids["draft campaign"].hex},
        "campaign-no": {"campaign": cast.ids["draft campaign"].hex},
    }
    at_the_desk = {
        "of": draft.id.hex,
        "type": type_id.hex,
        "seen": "draft",
        "zone": "Europe/Rome",
        "begins": datetime.now(UTC).isoformat(),
        "known": "none",
        "since": "1",
    }
    return {} if form.startswith("my-") else facts.get(form, at_the_desk)


async def begin_all(cast: Cast) -> None:
    """Everybody stands at the first question of what they do, one word told already."""
    for form in FORMS.values():
        name = owner_of(form.name)
        told = cast.mark(f"an answer in {form.name}", name)
        answers = {**facts_of(cast, form.name), **dict.fromkeys(_TOLD.get(form.name, ()), told)}
        async with cast.portal.db.begin(cast.person(name)) as tx:
            cast.things[f"{form.name} dialog"] = await drafts.begin(
                tx.session,
                user_id=cast.ids[name],
                form=form.name,
                step=form.first,
                answers=answers,
                now=tx.now,
            )


def moves(cast: Cast) -> Iterator[Button]:
    """The buttons of these dialogs; what ends them comes last."""
    for form in FORMS:
        turn, me = turn_of(cast.things[f"{form} dialog"]), (owner_of(form),)
        for act in ACTS if form in _WHOLE else ("answer", "drop"):
            data = Move(form=form, turn=turn, act=act, answer="x")
            yield Button(data, me, dull=act == "cancel")
