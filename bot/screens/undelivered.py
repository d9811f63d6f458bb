"""Messages that were given up: what they were, why, and what can be done."""

from collections.abc import Sequence

from bot.callbacks.office import OfUndelivered, ShowOffice, ShowUndelivered
from bot.screen import Screen, button
from bot.screens.parts import paragraphs, shorten
from bot.texts import Texts
from domain.undelivered import Kind

_ZONE = "UTC"
_LONGEST_REASON = 200
_DONE = {"again": "undelivered-done-again", "rest": "undelivered-done-rest"}


def kinds(t: Texts, found: Sequence[Kind]) -> Screen:
    """What did not arrive, the most frequent first."""
    rows = [
        [
            button(
                t.plain("button-undelivered", count=each.count, template=each.template),
                OfUndelivered(key=each.key, act="show"),
            )
        ]
        for each in found
    ]
    refresh = button(t.plain("button-refresh"), ShowUndelivered())
    text = t("undelivered-title" if found else "undelivered-none")
    return Screen(text, [*rows, [refresh], [button(t.plain("button-office"), ShowOffice())]])


def kind(t: Texts, one: Kind) -> Screen:
    """Those that failed alike."""
    text = t(
        "undelivered-kind",
        count=one.count,
        template=one.template,
        reason=shorten(one.reason, _LONGEST_REASON) or "?",
        when=t.when(one.last_at, _ZONE),
    )
    again = button(
        t.plain("button-undelivered-again", count=one.count), OfUndelivered(key=one.key)
    )
    rest = button(t.plain("button-undelivered-rest"), OfUndelivered(key=one.key, act="rest"))
    return Screen(
        text, [[again], [rest], [button(t.plain("button-undelivered-list"), ShowUndelivered())]]
    )


def done(t: Texts, found: Sequence[Kind], *, act: str, count: int) -> Screen:
    """What was done, over what is left."""
    left = kinds(t, found)
    return Screen(paragraphs(t(_DONE[act], count=count), left.text), left.rows)
