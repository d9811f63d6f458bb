"""A house lets the bot post in a channel of its own: it makes the bot an administrator there, or
shows me a channel in which the bot is one already, and they are too.
"""

import re

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.methods import GetChat, GetChatMember
from aiogram.types import (
    CallbackQuery,
    ChatFullInfo,
    ChatMemberAdministrator,
    ChatMemberOwner,
    ChatMemberUpdated,
    Message,
    MessageOriginChannel,
    ResultChatMemberUnion,
)

from bot.callbacks.writing import ConnectChannel
from bot.screen import Screen
from bot.screens import channels as screens
from bot.visit import Visit
from domain import posts

router = Router(name="channels")
_NAMED = re.compile(r"(?:(?:https?://)?t\.me/|@)?([A-Za-z]\w{3,31})/?")


@router.my_chat_member(F.chat.type == ChatType.CHANNEL)
async def membership(update: ChatMemberUpdated, visit: Visit) -> None:
    """The bot may post in a channel, or no more; its house is told."""
    title = update.chat.title or ""
    may_post = _may_post(update.new_chat_member)
    async with visit.db.begin(visit.person) as tx:
        if may_post:
            told = await posts.connect(tx.session, chat_id=update.chat.id, title=title, now=tx.now)
        else:
            told = await posts.lose(tx.session, chat_id=update.chat.id)
    if told:
        screen = screens.connected(visit.t, title) if may_post else screens.lost(visit.t, title)
        await visit.stage.send(visit.person.telegram_id, screen)


@router.callback_query(ConnectChannel.filter())
async def explain(query: CallbackQuery, visit: Visit) -> None:
    """How a channel is connected."""
    await visit.stage.show(query, screens.connecting(visit.t, "how"))


@router.message(Command("channel"))
async def named(message: Message, command: CommandObject, visit: Visit) -> None:
    """Connect the channel of this name."""
    if not command.args:
        await visit.stage.show(message, screens.connecting(visit.t, "how"))
    elif found := _NAMED.fullmatch(command.args.strip()):
        await _connect(message, f"@{found[1]}", visit)
    else:
        await visit.stage.show(message, screens.connecting(visit.t, "unknown"))


async def is_post(message: Message) -> bool:
    """Filter: a post of a channel that was forwarded."""
    return isinstance(message.forward_origin, MessageOriginChannel)


@router.message(is_post)
async def forwarded(message: Message, visit: Visit) -> None:
    """Connect the channel that a post comes from."""
    if isinstance(message.forward_origin, MessageOriginChannel):
        await _connect(message, message.forward_origin.chat.id, visit)


async def _connect(message: Message, chat: int | str, visit: Visit) -> None:
    await visit.stage.show(message, await _shown(message, chat, visit))


async def _shown(message: Message, chat: int | str, visit: Visit) -> Screen:
    """Connects the channel if Telegram says that both are administrators there."""
    channel = await visit.extras.ask(GetChat(chat_id=chat))
    if not isinstance(channel, ChatFullInfo) or channel.type != ChatType.CHANNEL:
        return screens.connecting(visit.t, "unknown")
    title = channel.title or ""
    if message.bot is None or not _may_post(await _member(channel.id, message.bot.id, visit)):
        return screens.connecting(visit.t, "not-mine", title)
    own = await _member(channel.id, visit.person.telegram_id, visit)
    if not isinstance(own, ChatMemberAdministrator | ChatMemberOwner):
        return screens.connecting(visit.t, "not-yours", title)
    async with visit.db.begin(visit.person) as tx:
        is_house = await posts.connect(tx.session, chat_id=channel.id, title=title, now=tx.now)
    if not is_house:
        return screens.connecting(visit.t, "no-house")
    return screens.connected(visit.t, title)


async def _member(channel: int, user: int, visit: Visit) -> ResultChatMemberUnion | None:
    return await visit.extras.ask(GetChatMember(chat_id=channel, user_id=user))


def _may_post(member: ResultChatMemberUnion | None) -> bool:
    return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)
