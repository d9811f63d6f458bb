"""A real SMTP server on this machine, and the letters that it took."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ssl import SSLContext

from aiosmtpd.smtp import SMTP, Envelope, Session

from storage.transit import Smtp

SENDER = "portal@fashionista.example"
_CODE = re.compile(r"\b(\d{6})\b")


@dataclass
class Mailbox:
    """What was delivered, the newest last. `refuses` is what it answers instead, if anything;
    `nobody` is an address that it does not know; `hangs_up`: it takes letters and says nothing."""

    port: int = 0
    refuses: str = ""
    nobody: str = ""
    hangs_up: bool = False
    letters: list[EmailMessage] = field(default_factory=list)
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def address(self) -> Smtp:
        """As a mailer is told."""
        return Smtp("127.0.0.1", self.port, SENDER)

    async def handle_RCPT(
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        if address == self.nobody:
            return f"550 5.1.1 no {address} here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, __: Session, envelope: Envelope) -> str:
        if self.refuses:
            return self.refuses
        message = message_from_bytes(bytes(envelope.content or b""), policy=default)
        async with self.arrived:
            self.letters.append(message)
            self.arrived.notify_all()
        if self.hangs_up and server.transport is not None:
            server.transport.abort()
        return "250 Kept"

    async def has(self, number: int) -> EmailMessage:
        """The last letter as soon as there are `number` of them."""
        async with asyncio.timeout(30), self.arrived:
            await self.arrived.wait_for(lambda: len(self.letters) >= number)
            assert len(self.letters) == number
            return self.letters[-1]

    async def code(self, number: int) -> str:
        """The code in the last of `number` letters."""
        found = _CODE.search(words(await self.has(number)))
        assert found, "the letter has no code"
        return found[1]


def words(letter: EmailMessage) -> str:
    """What a letter says."""
    body = letter.get_body(("plain",))
    assert body is not None
    return body.get_content()


@asynccontextmanager
async def open_mailbox(tls: SSLContext | None = None) -> AsyncIterator[Mailbox]:
    """A mailbox until the block ends; with `tls` it wants STARTTLS first."""
    mailbox = Mailbox()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(
            mailbox, enable_SMTPUTF8=True, loop=loop, tls_context=tls, require_starttls=bool(tls)
        ),
        "127.0.0.1",
        0,
    )
    mailbox.port = server.sockets[0].getsockname()[1]
    yield mailbox
    server.close()
    await server.wait_closed()
