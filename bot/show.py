"""Put a screen before a person: edit what is there if possible, else send anew."""

from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNotFound
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MediaUnion,
    Message,
)

from bot.screen import Photograph, Picture, Screen

Event = Message | CallbackQuery
_REFUSED_FILE = "wrong file"


class FileIds(Protocol):
    """Remembers the id that Telegram gave to a picture, by the picture's content."""

    async def find(self, key: str) -> str | None:
        """The id, if the picture was sent before."""

    async def keep(self, key: str, file_id: str) -> None:
        """Remember it."""

    async def forget(self, key: str) -> None:
        """Telegram no longer knows it."""


class Stage:
    """Shows screens with one bot, sending each picture's bytes only once."""

    def __init__(self, bot: Bot, file_ids: FileIds) -> None:
        self._bot = bot
        self._file_ids = file_ids

    async def known(self, picture: Picture) -> str | None:
        """Telegram's id of a picture that was sent before, None for one that never was."""
        return picture.sent or await self._file_ids.find(picture.key)

    async def show(self, event: Event, screen: Screen) -> Message | None:
        """Replace the tapped message by `screen`, or answer a message with it."""
        if isinstance(event, CallbackQuery):
            shown = event.message
            if isinstance(shown, Message) and await self._edit(shown, screen):
                return shown
            return await self.send(event.from_user.id, screen)
        return await self.send(event.chat.id, screen)

    async def exchange(
        self, query: CallbackQuery, before: CallbackData, after: InlineKeyboardButton
    ) -> None:
        """Put a button in the place of `before` under the tapped message; the rest stays."""
        shown, was = query.message, before.pack()
        if not isinstance(shown, Message) or shown.reply_markup is None:
            return
        rows = [
            [after if each.callback_data == was else each for each in row]
            for row in shown.reply_markup.inline_keyboard
        ]
        if rows != shown.reply_markup.inline_keyboard:
            with suppress(TelegramBadRequest, TelegramNotFound, TelegramForbiddenError):
                await shown.edit_reply_markup(
                    reply_markup=InlineKeyboardMarkup(inline_keyboard=rows)
                )

    async def send(self, chat_id: int, screen: Screen) -> Message:
        """Send `screen` as a new message, its album first."""
        if screen.album:
            with suppress(TelegramNotFound):  # a server that cannot send pictures
                await self._send_album(chat_id, [Photograph(each) for each in screen.album])
        if screen.picture is not None:
            with suppress(TelegramNotFound):  # a server that cannot send pictures
                return await self._with_picture(chat_id, screen, screen.picture)
        return await self._bot.send_message(chat_id, screen.text, reply_markup=screen.keyboard)

    async def send_album(self, chat_id: int, photos: Sequence[Photograph]) -> None:
        """Send at most ten photos as one album. Those that Telegram does not know are left out."""
        try:
            await self._send_album(chat_id, photos)
        except TelegramBadRequest as error:
            if _REFUSED_FILE not in error.message:
                raise
            drawn = [each.photo for each in photos if isinstance(each.photo, Picture)]
            for picture in drawn:
                await self._file_ids.forget(picture.key)
            with suppress(TelegramBadRequest):
                await self._send_album(
                    chat_id, [each for each in photos if isinstance(each.photo, Picture)]
                )

    async def _send_album(self, chat_id: int, photos: Sequence[Photograph]) -> None:
        files = [await self._file(each.photo) for each in photos]
        if len(photos) == 1:
            caption = photos[0].caption or None
            sent = [await self._bot.send_photo(chat_id, files[0], caption=caption)]
        elif photos:
            media: list[MediaUnion] = [
                InputMediaPhoto(media=file, caption=each.caption or None)
                for file, each in zip(files, photos, strict=True)
            ]
            sent = await self._bot.send_media_group(chat_id, media)
        else:
            return
        for file, each, message in zip(files, photos, sent, strict=False):
            if isinstance(each.photo, Picture) and not isinstance(file, str):
                await self._remember(each.photo, message)

    async def _file(self, photo: str | Picture) -> str | BufferedInputFile:
        if isinstance(photo, str):
            return photo
        known = await self.known(photo)
        return known or BufferedInputFile(await photo.draw(), photo.file_name)

    async def _with_picture(self, chat_id: int, screen: Screen, picture: Picture) -> Message:
        for known in (picture.sent, await self._file_ids.find(picture.key)):
            if known is None:
                continue
            try:
                return await self._send_photo(chat_id, screen, known)
            except TelegramBadRequest as error:
                if _REFUSED_FILE not in error.message:
                    raise
                await self._file_ids.forget(picture.key)
        upload = BufferedInputFile(await picture.draw(), picture.file_name)
        sent = await self._send_photo(chat_id, screen, upload)
        await self._remember(picture, sent)
        return sent

    async def _send_photo(
        self, chat_id: int, screen: Screen, photo: str | BufferedInputFile
    ) -> Message:
        return await self._bot.send_photo(
            chat_id, photo, caption=screen.text, reply_markup=screen.keyboard
        )

    async def _remember(self, picture: Picture, sent: Message | bool) -> None:
        if isinstance(sent, Message) and sent.photo:
            await self._file_ids.keep(picture.key, sent.photo[-1].file_id)

    async def _edit(self, shown: Message, screen: Screen) -> bool:
        try:
            if screen.picture is not None and shown.photo:
                await self._edit_picture(shown, screen, screen.picture)
            elif screen.picture is None and shown.text is not None:
                await shown.edit_text(screen.text, reply_markup=screen.keyboard)
            else:
                return False
        except TelegramBadRequest as error:
            return "not modified" in error.message
        except (TelegramNotFound, TelegramForbiddenError):
            return False
        return True

    async def _edit_picture(self, shown: Message, screen: Screen, picture: Picture) -> None:
        known = picture.sent or await self._file_ids.find(picture.key)
        if known and shown.photo and known in {size.file_id for size in shown.photo}:
            await shown.edit_caption(caption=screen.text, reply_markup=screen.keyboard)
            return
        media = known or BufferedInputFile(await picture.draw(), picture.file_name)
        edited = await shown.edit_media(
            InputMediaPhoto(media=media, caption=screen.text), reply_markup=screen.keyboard
        )
        if not known:
            await self._remember(picture, edited)


class RecentFileIds:
    """The last few hundred ids in this process, in front of the durable ones."""

    def __init__(self, durable: FileIds, size: int = 512) -> None:
        self._durable = durable
        self._size = size
        self._known: OrderedDict[str, str] = OrderedDict()

    async def find(self, key: str) -> str | None:
        """The id from memory, else from the durable store."""
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        found = await self._durable.find(key)
        if found is not None:
            self._put(key, found)
        return found

    async def keep(self, key: str, file_id: str) -> None:
        """Remember in both."""
        self._put(key, file_id)
        await self._durable.keep(key, file_id)

    async def forget(self, key: str) -> None:
        """Forget in both."""
        self._known.pop(key, None)
        await self._durable.forget(key)

    def _put(self, key: str, file_id: str) -> None:
        self._known[key] = file_id
        self._known.move_to_end(key)
        if len(self._known) > self._size:
            self._known.popitem(last=False)
