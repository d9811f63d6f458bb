"""Writing to many."""

from typing import Literal
from uuid import UUID

from aiogram.filters.callback_data import CallbackData


class ShowCampaigns(CallbackData, prefix="cs"):
    """What my house wrote, and the way to write more."""


class EarlierCampaigns(CallbackData, prefix="ce"):
    """What my house wrote before the campaign with this id."""

    before: UUID


class ConnectChannel(CallbackData, prefix="cc"):
    """How campaigns can be posted in a channel, too."""


class Compose(CallbackData, prefix="cn"):
    """A new campaign."""


class ComposeAnew(CallbackData, prefix="ca"):
    """A new campaign in place of what was begun: from nothing, or with the words of a campaign,
    which it takes the place of where it is `instead` of that draft."""

    campaign: UUID | None = None
    instead: bool = False


class ShowCampaign(CallbackData, prefix="cp"):
    """A campaign: its desk before it leaves, its progress afterwards."""

    campaign: UUID


class Steer(CallbackData, prefix="cx"):
    """What is to happen with a campaign."""

    campaign: UUID
    act: Literal[
        "preview", "test", "launch", "later", "change", "drop", "pause", "resume", "cancel",
        "list", "again", "recall", "agree", "decline", "file", "move",
    ]  # fmt: skip
