"""What the sandbox remembers. Plain records: one journal line each, whole and last wins."""

from dataclasses import dataclass, field
from typing import Any

JSON = dict[str, Any]
Key = tuple[int, int]  # (bot id, the id of a person or room): a chat


@dataclass(frozen=True)
class BotAccount:
    """A bot that may log in. `token` is "<digits>:<secret>"; `username` without the @."""

    token: str = field(repr=False)
    username: str
    name: str

    @property
    def id(self) -> int:
        return int(self.token.partition(":")[0])


@dataclass(slots=True)
class Person:
    """Somebody whose phone can be held. `about` is a caption for the chat page.

    `deactivated`: they deleted their account; nothing reaches them any more. `listed`: whether
    the page's list shows them without being asked for their name.
    """

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "en"
    about: str = ""
    deactivated: bool = False
    listed: bool = True


@dataclass(slots=True)
class Chat:
    """A bot's chat: with a person, or in a room. `peer_id` is that person's or room's id."""

    bot_id: int
    peer_id: int
    instance: str
    started: bool = False
    blocked: bool = False
    last_message_id: int = 0
    keyboard: JSON | None = None
    pinned: list[int] = field(default_factory=list)

    @property
    def key(self) -> Key:
        return self.bot_id, self.peer_id


@dataclass(slots=True)
class Entry:
    """A message of a chat. `message` is the Bot API's Message as the bot sees it.

    `invoice` keeps what a payment needs and a Message does not show. `hidden`: only the person
    sees it (a copy somebody forwarded to them), the bot does not know it. `inline_id` names a
    message that was sent by inline mode and has buttons: the bot knows it by this name alone.
    `votes`: who chose which options of the message's poll, by their ids as texts.
    """

    bot_id: int
    peer_id: int
    message: JSON
    invoice: JSON | None = None
    hidden: bool = False
    reactions: list[str] = field(default_factory=list)
    inline_id: str = ""
    votes: dict[str, list[int]] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        return self.bot_id, self.peer_id

    @property
    def message_id(self) -> int:
        number: int = self.message["message_id"]
        return number


@dataclass(slots=True)
class Room:
    """A group, supergroup or channel, and how its bot and people stand in it.

    `members`: by user id as text, what a ChatMember says besides its user. `migrated_to`: the
    supergroup that this group became.
    """

    id: int
    bot_id: int
    kind: str
    title: str
    username: str = ""
    description: str = ""
    members: dict[str, JSON] = field(default_factory=dict)
    permissions: JSON = field(default_factory=dict)
    deleted: bool = False
    migrated_to: int | None = None


@dataclass(slots=True)
class InvoiceLink:
    """An invoice that is opened by the address `https://t.me/$slug`."""

    slug: str
    bot_id: int
    invoice: JSON


@dataclass(slots=True)
class StoredFile:
    """A file of a bot's. `blob` names its bytes in the state folder, `path` is the download's.

    `side` > 0: a picture scaled down to that many pixels, made when it is asked for.
    """

    id: str
    unique_id: str
    bot_id: int
    kind: str
    name: str
    mime: str
    size: int
    blob: str
    path: str
    width: int = 0
    height: int = 0
    side: int = 0


@dataclass(slots=True)
class BotState:
    """What a bot has set about itself, and its update counter. `photo` is a file's id."""

    id: int
    next_update_id: int
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    photo: str = ""
    commands: dict[str, list[JSON]] = field(default_factory=dict)
    menu_buttons: dict[str, JSON] = field(default_factory=dict)
    allowed_updates: list[str] | None = None
    webhook: JSON | None = None


@dataclass(slots=True)
class Update:
    """An update that its bot has not acknowledged. `serial` orders the queue, also for
    updates whose update_id was given. `lane`: updates of one lane reach a webhook in order.
    """

    bot_id: int
    serial: int
    lane: str
    at: float
    body: JSON

    @property
    def update_id(self) -> int:
        number: int = self.body["update_id"]
        return number


@dataclass(slots=True)
class Progress:
    """How many signs of a step were seen, and when it was done (Unix time, 0: not yet)."""

    key: str
    seen: int = 0
    done_at: int = 0


@dataclass(slots=True)
class Payment:
    """Money that moved, for refunds and statements."""

    charge: str
    bot_id: int
    person_id: int
    currency: str
    amount: int
    payload: str
    at: int
    refunded: bool = False
    provider: str = ""


@dataclass(slots=True)
class Refund:
    """Money that the provider gave back of its `charge`, for a `key` of the bot's once."""

    id: str
    charge: str
    currency: str
    amount: int
    key: str
    portal_refund: str
    at: int
