"""The office of those who run the portal."""

from typing import Literal
from uuid import UUID

from aiogram.filters.callback_data import CallbackData

from domain.dossiers import Detail


class ShowOffice(CallbackData, prefix="a"):
    """The administrator's overview."""


class AnswerEnquiry(CallbackData, prefix="ea"):
    """Write to the person who asked, as the house."""

    enquiry: UUID


class ShowEnquiryPhoto(CallbackData, prefix="ep"):
    """The photo that came with an enquiry."""

    enquiry: UUID


class ShowApprovals(CallbackData, prefix="av"):
    """Who waits for a decision of the house."""


class ShowApproval(CallbackData, prefix="ap"):
    """One registration."""

    approval: UUID


class ShowApprovalPhotos(CallbackData, prefix="app"):
    """The photos that came with a registration."""

    approval: UUID


class Approve(CallbackData, prefix="ay"):
    """Let somebody in, for what the screen showed: `seen` is its sign."""

    approval: UUID
    seen: str


class Refuse(CallbackData, prefix="an"):
    """Say no; the reason is asked for."""

    approval: UUID


class FindPerson(CallbackData, prefix="pf"):
    """Look for a person, by who runs the portal."""


class ShowPerson(CallbackData, prefix="pp"):
    """A person, masked; `beside` leaves the message with the button as it is."""

    person: UUID
    beside: bool = False


class ShowAudit(CallbackData, prefix="au"):
    """Who did what, before the change of a `short` key, "" for the last.

    All of it, what the person `about` did (`p`), or what became of the thing that the change
    `about` is about (`t`).
    """

    scope: Literal["", "p", "t"] = ""
    about: str = ""
    before: str = ""


class ShowChange(CallbackData, prefix="ac"):
    """One change, whole."""

    change: UUID


class ShowRequests(CallbackData, prefix="rq"):
    """What everybody asked of us about their data, for who runs the portal."""


class ShowIncidents(CallbackData, prefix="ri"):
    """What is wrong with the portal, and what was."""


class ShowServices(CallbackData, prefix="rs"):
    """What the portal talks to, and how it is."""


class ShowUndelivered(CallbackData, prefix="ud"):
    """Messages that were given up, by what they were and why."""


class OfUndelivered(CallbackData, prefix="uk"):
    """Those that failed alike: look at them, send them again, or let them be."""

    key: str
    act: Literal["show", "again", "rest"] = "again"


class ShowRules(CallbackData, prefix="ru"):
    """How the house rules stand."""


class ShowRule(CallbackData, prefix="rv"):
    """One house rule, with what it was."""

    rule: UUID


class ChangeRule(CallbackData, prefix="rw"):
    """Set a house rule: to `to`, else the value is asked for; the reason always is."""

    rule: UUID
    to: int | None = None


class LookAt(CallbackData, prefix="pl"):
    """Read one thing of a person; the reason is asked for."""

    person: UUID
    detail: Detail
