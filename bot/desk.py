"""What handlers need of this one bot, beside the database and the stage."""

from dataclasses import dataclass, field

from bot.web.address import WebAddress
from domain.orders import OrderView
from storage.security.codes import TicketCodes
from storage.security.opt_outs import OptOuts


@dataclass(frozen=True, slots=True)
class Desk:
    """The bot's user name, how it takes money, and the key of its tickets.

    `provider_token` None: only houses with a provider of their own are paid in the chat.
    `inline`: whether @BotFather has switched inline mode on. `mails`: whether letters can be
    sent. `web`: where its pages are. `opt_outs` makes the ways out of letters to many.
    """

    bot_id: int
    username: str
    codes: TicketCodes = field(repr=False)
    provider_token: str | None = field(default=None, repr=False)
    inline: bool = False
    mails: bool = False
    web: WebAddress = field(default_factory=WebAddress)
    opt_outs: OptOuts | None = field(default=None, repr=False)

    def takes_payment_of(self, view: OrderView) -> bool:
        """Whether an order can be paid in the chat: to its house, or through the portal."""
        return view.account is not None or self.provider_token is not None
