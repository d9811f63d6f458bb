"""What handlers need of this one bot, beside the database and the stage."""

from dataclasses import dataclass, field

from bot.web.address import WebAddress
from storage.security.codes import TicketCodes


@dataclass(frozen=True, slots=True)
class Desk:
    """The bot's user name, how it takes money, and the key of its tickets.

    `provider_token` None: paying in the chat is not offered. `inline`: whether @BotFather has
    switched inline mode on. `mails`: whether letters can be sent. `web`: where its pages are.
    """

    bot_id: int
    username: str
    codes: TicketCodes = field(repr=False)
    provider_token: str | None = field(default=None, repr=False)
    inline: bool = False
    mails: bool = False
    web: WebAddress = field(default_factory=WebAddress)

    @property
    def takes_payments(self) -> bool:
        """Whether people can pay in the chat."""
        return self.provider_token is not None
