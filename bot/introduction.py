"""How the bot introduces itself in Telegram: commands and descriptions, in every language."""

from aiogram.methods import SetMyCommands, SetMyDescription, SetMyShortDescription
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.texts import LOCALES, Texts
from bot.transport import Extras

COMMANDS = (
    "start",
    "events",
    "tickets",
    "orders",
    "help",
    "support",
    "privacy",
    "terms",
    "cancel",
)
"""What everybody can do. More is shown to those who may do more, in their own chat."""


async def introduce(extras: Extras) -> None:
    """Say it to Telegram, once for each language; a server that lacks a method is no obstacle."""
    for locale in LOCALES:
        t = Texts(locale)
        language = None if locale == LOCALES[0] else locale
        commands = [
            BotCommand(command=name, description=t.plain(f"command-{name}")) for name in COMMANDS
        ]
        await extras.try_(
            SetMyCommands(
                commands=commands,
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
