"""How the bot introduces itself: its picture, and commands and descriptions in every language.

Everybody sees the commands of a guest. Who works here sees theirs first, in their own chat.
"""

from collections import OrderedDict

from aiogram.methods import (
    DeleteMyCommands,
    SetMyCommands,
    SetMyDescription,
    SetMyProfilePhoto,
    SetMyShortDescription,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BufferedInputFile,
    InputProfilePhotoStatic,
)

from bot.posters import portrait_picture
from bot.texts import LOCALES, Texts
from bot.transport import Extras
from domain import sessions
from domain.actors import Person
from domain.standing import Standing

COMMANDS = (
    "start",
    "events",
    "search",
    "near",
    "following",
    "tickets",
    "orders",
    "profile",
    "register",
    "help",
    "support",
    "settings",
    "privacy",
    "terms",
    "cancel",
)
"""What everybody can do."""

MAKING = ("mine", "new", "sales", "team")
"""What who makes events can do."""

MANAGING = ("mine", "sales", "team")
"""What who manages for a house can do."""

DOOR = ("door",)
BROADCAST = ("broadcast",)
STUDIO = ("collections",)
WEB = ("devices",)
"""What who works here can do."""

OFFICE = ("admin", "approvals", "enquiries", "people", "audit", "requests", "incidents", "rules")

_REMEMBERED = 4096


def commands_of(person: Person, standing: Standing) -> tuple[str, ...]:
    """What this person can do in their chat; work stands before what everybody can do."""
    return (
        *(MAKING if standing.may_make_events else MANAGING if standing.manages else ()),
        *(DOOR if standing.keeps_a_door else ()),
        *(BROADCAST if standing.broadcasts or person.has("admin") else ()),
        *(STUDIO if person.has("designer") else ()),
        *(OFFICE if person.has("admin") else ()),
        *(WEB if sessions.is_staff(person) else ()),
        *COMMANDS,
    )


class OwnCommands:
    """Sets the commands of single chats, and remembers what the last of them were given."""

    def __init__(self) -> None:
        self._given: OrderedDict[int, tuple[str, tuple[str, ...]]] = OrderedDict()

    async def follow(
        self, extras: Extras, person: Person, standing: Standing, t: Texts, *, surely: bool = False
    ) -> None:
        """Let the chat's commands be those of the person now.

        A guest whose chat was given none in this process is left alone, unless `surely`: an
        earlier process may have given some.
        """
        wanted = (t.locale, commands_of(person, standing))
        given = self._given.get(person.chat_id)
        is_guest = wanted[1] == COMMANDS
        if wanted == given or (is_guest and given is None and not surely):
            return
        scope = BotCommandScopeChat(chat_id=person.chat_id)
        if is_guest:
            await extras.try_(DeleteMyCommands(scope=scope))
        else:
            await extras.try_(SetMyCommands(commands=_told(wanted[1], t), scope=scope))
        self._given[person.chat_id] = wanted
        self._given.move_to_end(person.chat_id)
        if len(self._given) > _REMEMBERED:
            self._given.popitem(last=False)


async def introduce(extras: Extras) -> None:
    """Say it to Telegram, once for each language; a server that lacks a method is no obstacle.

    A picture that somebody chose for the bot stays.
    """
    for locale in LOCALES:
        t = Texts(locale)
        language = None if locale == LOCALES[0] else locale
        await extras.try_(
            SetMyCommands(
                commands=_told(COMMANDS, t),
                scope=BotCommandScopeAllPrivateChats(),
                language_code=language,
            )
        )
        await extras.try_(
            SetMyDescription(description=t.plain("bot-about"), language_code=language)
        )
        await extras.try_(
            SetMyShortDescription(short_description=t.plain("bot-short"), language_code=language)
        )

    if not await extras.have_picture():
        picture = BufferedInputFile(await portrait_picture(), "portrait.jpg")
        await extras.try_(SetMyProfilePhoto(photo=InputProfilePhotoStatic(photo=picture)))


def _told(names: tuple[str, ...], t: Texts) -> list[BotCommand]:
    return [BotCommand(command=name, description=t.plain(f"command-{name}")) for name in names]
