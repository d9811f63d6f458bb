"""What a person sees: one screen is one message, with an album above it or without."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    SwitchInlineQueryChosenChat,
)

Rows = Sequence[Sequence[InlineKeyboardButton]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: `key` names its content, so that Telegram's own copy is used the next time.

    `draw` makes the PNG or JPEG, off the event loop, where Telegram has no copy yet. `sent` is
    Telegram's id of a picture that somebody gave us; where it is no longer known, `draw` steps in.
    """

    key: str
    draw: Callable[[], Awaitable[bytes]]
    file_name: str = "picture.png"
    sent: str | None = None


@dataclass(frozen=True, slots=True)
class Photograph:
    """One photo of an album: Telegram's file id, or a picture that is drawn."""

    photo: str | Picture
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """A text in HTML (at most 4096 characters, 1024 under a picture), its buttons and picture.

    The pictures of an `album` (at most ten) stand above it as messages of their own: Telegram
    gives an album no buttons.
    """

    text: str
    rows: Rows = field(default_factory=tuple)
    picture: Picture | None = None
    album: Sequence[Picture] = ()

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons as Telegram takes them."""
        rows = [list(row) for row in self.rows if row]
        return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def button(text: str, act: CallbackData) -> InlineKeyboardButton:
    """A button that does something here."""
    return InlineKeyboardButton(text=text, callback_data=act.pack())


def link(text: str, url: str) -> InlineKeyboardButton:
    """A button that opens an address."""
    return InlineKeyboardButton(text=text, url=url)


def copy(text: str, content: str) -> InlineKeyboardButton:
    """A button that puts a text on the clipboard."""
    return InlineKeyboardButton(text=text, copy_text=CopyTextButton(text=content))


def share(text: str, words: str) -> InlineKeyboardButton:
    """A button that picks a chat and types the bot's name and `words` there."""
    chats = SwitchInlineQueryChosenChat(
        query=words,
        allow_user_chats=True,
        allow_group_chats=True,
        allow_channel_chats=True,
    )
    return InlineKeyboardButton(text=text, switch_inline_query_chosen_chat=chats)
