"""An SMTP server for the bot's letters: they go nowhere but to the chat page."""

import asyncio
import time
from collections import deque
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.smtp import SMTP, Envelope, Session

from bot.sandbox.events import Events
from bot.sandbox.model import JSON

_KEPT = 100
_LARGEST = 1_000_000


class Mailbox:
    """Everybody's letters, the newest last, at most `_KEPT` of them; a start forgets them."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._letters: deque[JSON] = deque(maxlen=_KEPT)

    def view(self) -> list[JSON]:
        """The letters as the page shows them."""
        return list(self._letters)

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:
        """Take a letter."""
        message = message_from_bytes(envelope.original_content or b"", policy=default)
        letter = {
            "to": ", ".join(envelope.rcpt_tos),
            "from": envelope.mail_from,
            "subject": str(message["Subject"] or ""),
            "text": _words(message),
            "date": int(time.time()),
        }
        self._letters.append(letter)
        self._events.publish("letter", {"to": letter["to"], "subject": letter["subject"]})
        return "250 OK"


def _words(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    return "" if body is None else str(body.get_content()).strip()


async def take_letters(mailbox: Mailbox, host: str, port: int = 0) -> asyncio.Server:
    """Open an SMTP server for `mailbox`; `port` 0 takes a free one."""
    loop = asyncio.get_running_loop()

    def greet() -> SMTP:
        return SMTP(mailbox, data_size_limit=_LARGEST, enable_SMTPUTF8=True, loop=loop)

    return await loop.create_server(greet, host, port)
