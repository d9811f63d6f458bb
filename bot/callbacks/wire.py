"""What every room needs: steps of dialogs, labels, and short ids."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from typing import Literal
from uuid import UUID

from aiogram.filters.callback_data import CallbackData

from domain.errors import NotAvailable


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
        "clear",
        "see",
        "cancel",
        "edit",
        "send",
        "resume",
        "restart",
        "drop",
    ]
    answer: str = ""


def short(id: UUID) -> str:
    """An id in 22 characters, where two must fit on one button."""
    return urlsafe_b64encode(id.bytes).rstrip(b"=").decode()


def full(text: str) -> UUID:
    """The id again. Raises `NotAvailable` for what we never wrote."""
    try:
        return UUID(bytes=urlsafe_b64decode(text + "=="))
    except (Base64Error, ValueError):
        raise NotAvailable from None


class Nothing(CallbackData, prefix="n"):
    """A label that looks like a button; `full` says that there is no more to choose."""

    full: bool = False
