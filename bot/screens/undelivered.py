"""Messages that were given up: what they were, why, and what can be done."""

from collections.abc import Sequence

from bot.callbacks.office import OfUndelivered, ShowOffice, ShowUndelivered
from bot.screen import Screen, button
from bot.screens.parts import paragraphs, shorten
from bot.texts import Texts
from domain.undelivered import Kind

_ZONE = "UTC"
_LONGEST_REASON = 200
_BEGINNINGS = {
    "ticket": "ticket",
    "tickets-": "returned",
    "gift-": "gift",
    "seats-": "offer",
    "order": "order",
    "refund-": "refund",
    "money-": "refund",
    "event-moved": "moved",
    "urgent": "urgent",
    "event-cancelled": "off",
    "called-off": "off",
    "line-ended": "off",
    "reminder": "reminder",
    "receipt": "receipt",
    "incident": "incident",
    "account-": "account",
    "approval-": "application",
    "guardian-": "application",
    "lineup": "application",
    "enquiry": "enquiry",
    "email-": "address",
    "sign": "device",
    "erase-": "erasure",
    "forgotten": "erasure",
    "campaign-test": "trial",
    "campaign-test-": "campaign",
    "campaign-": "campaign",
}
"""What a template is called among people: by the longest beginning of its name."""

_DONE = {"again": "undelivered-done-again", "rest": "undelivered-done-rest"}


def what(template: str) -> str:
    """The word for messages of a template, "other" where there is none."""
    fitting = [each for each in _BEGINNINGS if template.startswith(each)]
    return _BEGINNINGS[max(fitting, key=len)] if fitting else "other"


def _name(t: Texts, template: str) -> str:
    return t.plain("undelivered-what", what=what(template))


def kinds(t: Texts, found: Sequence[Kind]) -> Screen:
    """What did not arrive, the most frequent first."""
    rows = [
        [
            button(
                t.plain("button-undelivered", count=each.count, name=_name(t, each.template)),
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
        name=_name(t, one.template),
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
