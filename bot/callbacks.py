"""The wire format of every button, on one page.

A button carries ids and needs no stored state: it works after a deploy and weeks later. What it
says is only a wish; the database authorises it on every tap. At most 64 bytes, no ":" in values.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from enum import StrEnum
from typing import Literal
from uuid import UUID

from aiogram.filters.callback_data import CallbackData

from domain.dossiers import Detail
from domain.errors import NotAvailable
from storage.enums import ConsentPurpose, NotificationType, StaffRole, Trade, WebPurpose


class ShowMenu(CallbackData, prefix="m"):
    """The first screen."""


class Browse(CallbackData, prefix="b"):
    """The programme: the evenings and the page that the filter's code `of` names."""

    of: str = ""


class Narrow(CallbackData, prefix="fi"):
    """The choices of a filter, or the values of one of them."""

    of: str = ""
    part: Literal["", "city", "days", "kind", "price"] = ""


class PickDays(CallbackData, prefix="fd"):
    """The calendar of a filter, at a month such as 2026-12."""

    of: str = ""
    month: str = ""


class Search(CallbackData, prefix="s"):
    """The evenings that answer to some words, page by page from 0."""

    words: str
    page: int = 0


class AskWords(CallbackData, prefix="sw"):
    """What shall I look for?"""


class AskPlace(CallbackData, prefix="sn"):
    """Where are you?"""


class ShowEvent(CallbackData, prefix="e"):
    """An event's card; `back` is the list it was opened from (`bot/screens/lists.py`)."""

    event: UUID
    back: str = ""


class ShowHouse(CallbackData, prefix="ho"):
    """The page of a house, by its organizer."""

    organizer: UUID


class ShowFollowing(CallbackData, prefix="fs"):
    """Whom and what I follow."""


class Follow(CallbackData, prefix="fo"):
    """Follow (`on`) or no longer: the designer `d`, the house `o` or the city `c` of a key.

    `at` is the screen to show then: its own page, or the list of all that I follow.
    """

    kind: Literal["d", "o", "c"]
    key: str
    on: bool
    at: Literal["page", "list"] = "page"


class ShowProgramme(CallbackData, prefix="p"):
    """An event's line-up and schedule."""

    event: UUID


class ShowVenue(CallbackData, prefix="v"):
    """Where an event takes place, on the map."""

    event: UUID


class SendCalendar(CallbackData, prefix="ics"):
    """An event as a calendar file."""

    event: UUID


class Choose(CallbackData, prefix="c"):
    """The stepper: `basket` has one base-36 digit for each ticket type, by its position."""

    event: UUID
    basket: str = ""


class Reserve(CallbackData, prefix="r"):
    """Hold a basket for `total` minor units, the sum that the person saw."""

    event: UUID
    basket: str
    total: int


class ShowOrders(CallbackData, prefix="os"):
    """My orders."""


class ShowOrder(CallbackData, prefix="o"):
    """One of my orders."""

    order: UUID


class Pay(CallbackData, prefix="pay"):
    """A fresh invoice for a held order."""

    order: UUID


class Release(CallbackData, prefix="x"):
    """Give held places back."""

    order: UUID


class ShowTickets(CallbackData, prefix="ts"):
    """My tickets."""


class ShowTicket(CallbackData, prefix="t"):
    """One of my tickets."""

    ticket: UUID


class ShowDoor(CallbackData, prefix="d"):
    """The door of an event, for its staff."""

    event: UUID


class ShowDoors(CallbackData, prefix="ds"):
    """The events whose door I keep."""


class ShowOffice(CallbackData, prefix="a"):
    """The administrator's overview."""


class SpeakLanguage(CallbackData, prefix="l"):
    """Another language."""

    locale: str


class Move(CallbackData, prefix="f"):
    """A step within a guided dialog, from the question that stood at `turn` of that dialog.

    `answer` is a choice, the step to change, or the page of a calendar to see, of at most 32
    characters. Form names have at most 14.
    """

    form: str
    turn: str
    act: Literal[
        "answer",
        "back",
        "skip",
        "keep",
        "undo",
        "see",
        "cancel",
        "edit",
        "send",
        "resume",
        "restart",
        "drop",
    ]
    answer: str = ""


class AnswerEnquiry(CallbackData, prefix="ea"):
    """Write to the person who asked, as the house."""

    enquiry: UUID


class ShowEnquiryPhoto(CallbackData, prefix="ep"):
    """The photo that came with an enquiry."""

    enquiry: UUID


class ShowSettings(CallbackData, prefix="set"):
    """What reaches me."""


class ShowDevices(CallbackData, prefix="dv"):
    """Where I am signed in on the web."""


class NewWebLink(CallbackData, prefix="dl"):
    """A link that works once: to sign in there, or to choose a password."""

    purpose: WebPurpose


class EndDevice(CallbackData, prefix="de"):
    """Sign out there; not `mine`: somebody else signed in as me."""

    session: UUID
    mine: bool = True


class EndDevices(CallbackData, prefix="dx"):
    """Sign out everywhere."""


class ShowProfile(CallbackData, prefix="me"):
    """What I told about myself."""


class AtProfile(CallbackData, prefix="mp"):
    """A field of my profile, or my tastes: to see it, to change it, to remove it."""

    field: Literal[
        "name",
        "photo",
        "email",
        "phone",
        "bio",
        "links",
        "company",
        "position",
        "city",
        "tastes",
    ]
    act: Literal["see", "change", "remove"] = "see"


class Room(StrEnum):
    """Where a person sees what is kept about them, and asks for something."""

    MENU = "menu"
    KEPT = "kept"
    CONSENTS = "consents"
    EXPORT = "export"
    CORRECT = "correct"
    RESTRICT = "restrict"
    ERASE = "erase"
    DEVICES = "devices"
    REQUESTS = "requests"


class AtPrivacy(CallbackData, prefix="pr"):
    """A room of what is kept about me."""

    room: Room = Room.MENU


class Forget(CallbackData, prefix="fg"):
    """Be forgotten: see what it means, be sure, ask for it, or keep the account. `gives_up`: with
    the tickets that are valid and the shows that are booked."""

    act: Literal["see", "sure", "ask", "keep"]
    gives_up: bool = False


class Allow(CallbackData, prefix="pa"):
    """Allow something by a channel, or no longer; `asked` in answer to the question before
    "For you"."""

    purpose: ConsentPurpose
    channel: NotificationType
    yes: bool
    asked: bool = False


class AskExport(CallbackData, prefix="px"):
    """Send me all that is kept of me."""


class Restrict(CallbackData, prefix="pz"):
    """Let my data rest, or let them be used again."""

    on: bool


class WantNews(CallbackData, prefix="nw"):
    """Yes or no to news; `asked` in answer to the question, otherwise in the settings."""

    yes: bool
    asked: bool = False


class StopNews(CallbackData, prefix="ns"):
    """No more news, under a campaign's message."""


class SetReminder(CallbackData, prefix="sr"):
    """A reminder so many hours ahead, or none."""

    hours: int
    on: bool


class ShowMine(CallbackData, prefix="hm"):
    """The events that I make, page by page from 0; a tap on one opens its `room`."""

    page: int = 0
    room: Literal["desk", "sales", "team"] = "desk"


class NewEvent(CallbackData, prefix="hn"):
    """The questions of a new event."""


class AtDesk(CallbackData, prefix="hd"):
    """A room of an event's desk, or something done there."""

    event: UUID
    room: Literal[
        "desk",
        "preview",
        "publish",
        "copy",
        "edit",
        "types",
        "newtype",
        "schedule",
        "entry",
        "lineup",
        "member",
        "team",
        "sales",
        "history",
    ] = "desk"


class ShowHistory(CallbackData, prefix="hh"):
    """Who changed an event: what was told before the change of a `short` key, "" for the last."""

    event: UUID
    before: str = ""


class ShowVersions(CallbackData, prefix="hv"):
    """The versions of an event (`e`) with its parts, or of a collection (`c`), before that of a
    `short` key, "" for the last."""

    scope: Literal["e", "c"]
    about: UUID
    before: str = ""


class ShowVersion(CallbackData, prefix="hk"):
    """One version, as it was."""

    version: UUID


class RestoreVersion(CallbackData, prefix="hr"):
    """Ask whether a version shall come back, or let it; the newest was the number `seen`."""

    version: UUID
    seen: int
    surely: bool = False


class EditEvent(CallbackData, prefix="he"):
    """Change one field of an event."""

    event: UUID
    field: Literal[
        "name", "text", "kind", "seats", "poster", "drawn", "money", "start", "end", "venue"
    ]


class AtType(CallbackData, prefix="ht"):
    """A ticket type at its event's desk, or a change of it."""

    type: UUID
    act: Literal[
        "show",
        "name",
        "price",
        "quantity",
        "limit",
        "benefits",
        "opens",
        "ends",
        "close",
        "open",
        "remove",
    ] = "show"


class AtEntry(CallbackData, prefix="hs"):
    """Strike a line of the schedule."""

    entry: UUID


class AtLineup(CallbackData, prefix="hl"):
    """Move somebody of a line-up up, or take them out; both ids are `short`."""

    event: str
    member: str
    act: Literal["up", "out"]


class Invite(CallbackData, prefix="hi"):
    """A link into the team of an event."""

    event: UUID
    role: StaffRole


class AtTeam(CallbackData, prefix="hg"):
    """Ask whether somebody leaves the team, or let them; both ids are `short`."""

    event: str
    person: str
    role: StaffRole
    surely: bool = False


def short(id: UUID) -> str:
    """An id in 22 characters, where two must fit on one button."""
    return urlsafe_b64encode(id.bytes).rstrip(b"=").decode()


def full(text: str) -> UUID:
    """The id again. Raises `NotAvailable` for what we never wrote."""
    try:
        return UUID(bytes=urlsafe_b64decode(text + "=="))
    except (Base64Error, ValueError):
        raise NotAvailable from None


class Coming(CallbackData, prefix="rc"):
    """I will be there, under a reminder."""

    ticket: UUID


class CannotCome(CallbackData, prefix="rx"):
    """I cannot come: what happens to my ticket?"""

    ticket: UUID


class GiveBack(CallbackData, prefix="rg"):
    """Take my free place back."""

    ticket: UUID


class GiveAway(CallbackData, prefix="ra"):
    """Somebody else shall come in my place."""

    ticket: UUID


class WriteAbout(CallbackData, prefix="wa"):
    """Write to the house about an order; `money` tells that it is about what was paid."""

    order: UUID
    money: bool = False


class ShowCampaigns(CallbackData, prefix="cs"):
    """What my house wrote, and the way to write more."""


class Compose(CallbackData, prefix="cn"):
    """A new campaign."""


class ShowCampaign(CallbackData, prefix="cp"):
    """A campaign: its desk before it leaves, its progress afterwards."""

    campaign: UUID


class Steer(CallbackData, prefix="cx"):
    """What is to happen with a campaign."""

    campaign: UUID
    act: Literal[
        "preview", "test", "launch", "later", "change", "drop", "pause", "resume", "cancel", "list"
    ]


class ShowTrades(CallbackData, prefix="w"):
    """What one can be here: a designer, a model, a house."""


class ShowTrade(CallbackData, prefix="wt"):
    """How I stand as one of them."""

    trade: Trade


class Register(CallbackData, prefix="wr"):
    """The dialog of a registration, to send it or to amend it."""

    trade: Trade


class InviteGuardian(CallbackData, prefix="wg"):
    """A link for my guardian."""


class AnswerGuardian(CallbackData, prefix="wy"):
    """A guardian's yes or no."""

    consent: UUID
    granted: bool


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


class ShowCollections(CallbackData, prefix="lm"):
    """My collections."""


class NewCollection(CallbackData, prefix="ln"):
    """Begin a collection."""


class ShowOwnCollection(CallbackData, prefix="lo"):
    """One of my collections, with what can be done to it."""

    collection: UUID


class AmendCollection(CallbackData, prefix="le"):
    """Change the words or photos of one of my collections."""

    collection: UUID


class PublishCollection(CallbackData, prefix="lp"):
    """Show a collection to everybody, or (`public` False) put it away."""

    collection: UUID
    public: bool


class ShowLookBook(CallbackData, prefix="lb"):
    """What a designer shows."""

    designer: UUID


class ShowCollection(CallbackData, prefix="lc"):
    """The photos of a collection, album by album from 0."""

    collection: UUID
    page: int = 0


class Nothing(CallbackData, prefix="n"):
    """A label that looks like a button; `full` says that there is no more to choose."""

    full: bool = False
