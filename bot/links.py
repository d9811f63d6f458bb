"""Deep links of the bot: `t.me/<bot>?start=<payload>`, at most 64 of A-Z a-z 0-9 _ -."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

Kind = Literal[
    "event",
    "ticket",
    "party",
    "gift",
    "admin",
    "designer",
    "guardian",
    "house",
    "programme",
    "team",
]
_LETTERS: dict[str, Kind] = {
    "e": "event",
    "t": "ticket",
    "q": "party",
    "k": "gift",
    "a": "admin",
    "d": "designer",
    "g": "guardian",
    "o": "house",
    "p": "programme",
    "j": "team",
}


_OF_CAMPAIGN = "c"
_ID = 22
"""Characters of an id in a payload."""

_LONGEST = 64


@dataclass(frozen=True, slots=True)
class DeepLink:
    """What a link opens, and the rest of its payload; the campaign whose button it was."""

    kind: Kind
    rest: str
    campaign: UUID | None = None

    @property
    def payload(self) -> str:
        """What opens the same without a campaign."""
        return next(each for each, kind in _LETTERS.items() if kind == self.kind) + self.rest

    @property
    def id(self) -> UUID | None:
        """The id that the link names, if it names one."""
        return _long(self.rest)


def read(payload: str) -> DeepLink | None:
    """What a payload means, or None if we never made such a one."""
    campaign = None
    if payload.startswith(_OF_CAMPAIGN):
        campaign, payload = _long(payload[1 : _ID + 1]), payload[_ID + 1 :]
    kind = _LETTERS.get(payload[:1])
    return DeepLink(kind, payload[1:], campaign) if kind and len(payload) > 1 else None


def of_campaign(campaign_id: UUID, payload: str) -> str:
    """What `start` is given to open the same from a campaign; as it is where there is no room."""
    whole = _OF_CAMPAIGN + _short(campaign_id) + payload
    return whole if len(whole) <= _LONGEST else payload


def event_payload(event_id: UUID) -> str:
    """What `start` is given to open an event's card."""
    return "e" + _short(event_id)


def event_link(username: str, event_id: UUID) -> str:
    """Opens an event's card."""
    return start_link(username, event_payload(event_id))


def house_payload(organizer_id: UUID) -> str:
    """What `start` is given to open the page of a house."""
    return "o" + _short(organizer_id)


def house_link(username: str, organizer_id: UUID) -> str:
    """Opens the page of a house."""
    return start_link(username, house_payload(organizer_id))


def programme_payload(code: str = "") -> str:
    """What `start` is given to open the programme, narrowed by a filter's code."""
    return f"p{code or '-'}"


def ticket_link(username: str, code: str) -> str:
    """What a ticket's QR says."""
    return start_link(username, "t" + code)


def party_link(username: str, code: str) -> str:
    """What the QR of a party says."""
    return start_link(username, "q" + code)


def gift_link(username: str, code: str) -> str:
    """Lets the first who opens it claim a ticket."""
    return start_link(username, "k" + code)


def admin_link(username: str, secret: str) -> str:
    """Makes the first who opens it an administrator."""
    return start_link(username, "a" + secret)


def team_link(username: str, secret: str) -> str:
    """Makes the first who opens it one of an event's team."""
    return start_link(username, "j" + secret)


def look_book_link(username: str, designer_id: UUID) -> str:
    """Opens a designer's look-book."""
    return start_link(username, "d" + _short(designer_id))


def guardian_link(username: str, secret: str) -> str:
    """Asks the first who opens it for a guardian's consent."""
    return start_link(username, "g" + secret)


def _short(id: UUID) -> str:
    return urlsafe_b64encode(id.bytes).rstrip(b"=").decode()


def _long(short: str) -> UUID | None:
    try:
        return UUID(bytes=urlsafe_b64decode(short + "=="))
    except (Base64Error, ValueError):
        return None


def bot_link(username: str) -> str:
    """Opens the chat."""
    return f"https://t.me/{username}"


def start_link(username: str, payload: str) -> str:
    """Opens the bot, which is given `payload`."""
    return f"https://t.me/{username}?start={payload}"
