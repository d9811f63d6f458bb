"""Designers, models and houses: registering, collections."""

from uuid import UUID

from aiogram.filters.callback_data import CallbackData

from storage.enums import Trade


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
