"""Deep links of every kind, and who may open each."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

from bot.callbacks.wire import short
from tests.flows.replaying.cast import DOOR, Cast


@dataclass(frozen=True)
class Link:
    """A link, the people it is for, and the same link to something that is not there.

    `instead` is empty for a secret: who holds one may be told that it was used.
    """

    payload: str
    may: tuple[str, ...]
    instead: str = ""


def links(cast: Cast) -> Iterator[Link]:
    """Links that say nothing to others."""
    codes, nowhere = cast.portal.desk.codes, uuid4()
    for name in ("giulia", "bianca"):
        forged = codes.code(cast.things["show"].id, nowhere, 1)
        own = cast.things[f"{name} code 0"]
        yield Link(f"t{own}", (name, *DOOR), f"t{forged}")
        yield Link(f"t{own[:-4]}AAAA", (name, *DOOR), f"t{forged}")
        party = codes.party(cast.things["show"].id, cast.ids[f"{name} free order"], 1)
        absent = codes.party(cast.things["show"].id, nowhere, 1)
        yield Link(f"q{party}", (name, *DOOR), f"q{absent}")
        yield _to("o", cast.ids[name], ())
    yield _to("e", cast.things["renata draft"].id, ())
    yield _to("e", cast.ids["giulia order"], ())
    yield _to("d", cast.ids["bianca brand"], ("bianca",))
    yield _to("d", cast.ids["lia model"], ())
    yield Link("aused-admin", ("ada",))
    yield Link("alate-admin", ())
    yield Link("jused-team", ("stefan",))
    yield Link("jlate-team", ())
    yield Link("gguardian", ("greta",))


def _to(letter: str, id: UUID, may: tuple[str, ...]) -> Link:
    return Link(letter + short(id), may, letter + short(uuid4()))
