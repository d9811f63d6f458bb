"""A house lets the bot post in a channel of its own, by making it an administrator there."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import ChatMemberAdministrator, ChatMemberUpdated

from bot.screens import campaigns as screens
from bot.visit import Visit
from domain import posts

router = Router(name="channels")


@router.my_chat_member(F.chat.type == ChatType.CHANNEL)
async def membership(update: ChatMemberUpdated, visit: Visit) -> None:
    """The bot may post in a channel, or no more; its house is told."""
    now = update.new_chat_member
    title = update.chat.title or ""
    may_post = isinstance(now, ChatMemberAdministrator) and bool(now.can_post_messages)
    async with visit.db.begin(visit.person) as tx:
        if may_post:
            told = await posts.connect(tx.session, chat_id=update.chat.id, title=title, now=tx.now)
        else:
            told = await posts.lose(tx.session, chat_id=update.chat.id)
    if told:
        screen = screens.connected(visit.t, title) if may_post else screens.lost(visit.t, title)
        await visit.stage.send(visit.person.telegram_id, screen)
