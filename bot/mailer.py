"""Gives letters to the SMTP server that SMTP_URL names."""

import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP as FOLDED
from email.utils import format_datetime, localtime

import aiosmtplib

from storage import transit
from storage.transit import Smtp

_SECONDS = 15.0
_FOR_GOOD = 500
"""Answers of an SMTP server from here on will be the same the next time."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail: a text, and the same in HTML. `id` is the same each time that it is sent."""

    to: str = field(repr=False)
    id: str
    subject: str = field(repr=False)
    text: str = field(repr=False)
    html: str = field(repr=False)


class LetterError(Exception):
    """A letter did not leave. The words name no address: they are kept and logged."""


class LetterRefused(LetterError):
    """The server will never take it."""


class LetterFailed(LetterError):
    """It did not work now."""


class Mailer:
    """Sends letters one by one, each over a connection of its own.

    Raises `Misconfigured` for a certificate file that cannot be used.
    """

    def __init__(self, address: Smtp) -> None:
        self._address = address
        self._tls: ssl.SSLContext | None = None
        if address.tls or address.upgrade:
            self._tls = address.context()

    async def send(self, letter: Letter) -> None:
        """Hand a letter over. Raises `LetterRefused`, `LetterFailed`."""
        try:
            async with self._open() as server:
                await server.send_message(
                    self._written(letter), sender=self._address.sender, recipients=[letter.to]
                )
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise _told(error) from None

    async def greet(self) -> None:
        """See that the server is there and lets us in. Raises `LetterError`."""
        try:
            async with self._open():
                pass
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise _told(error) from None

    def _open(self) -> aiosmtplib.SMTP:
        to = self._address
        return aiosmtplib.SMTP(
            hostname=to.host,
            port=to.port,
            username=to.user or None,
            password=to.password or None,
            local_hostname=_domain(to.sender),
            timeout=_SECONDS,
            use_tls=to.tls,
            start_tls=to.upgrade,
            tls_context=self._tls,
        )

    def _written(self, letter: Letter) -> EmailMessage:
        message = EmailMessage(policy=FOLDED)
        message["From"] = self._address.sender
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(localtime())
        message["Message-ID"] = f"<{letter.id}@{_domain(self._address.sender)}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        message.add_alternative(letter.html, subtype="html")
        return message


def _domain(address: str) -> str:
    return address.rpartition("@")[2]


def _told(error: Exception) -> LetterError:
    """What went wrong, by its kind: a server's own words may repeat the address."""
    if why := transit.reason(error):
        return LetterFailed(f"the mail server does not prove who it is ({why})")
    codes = [
        each.code
        for each in (error, *_of_receivers(error))
        if isinstance(each, aiosmtplib.SMTPResponseException)
    ]
    kind = " ".join([type(error).__name__, *map(str, codes)])
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return LetterFailed(kind)  # ours to mend, and the letter can wait
    if isinstance(error, ValueError) or any(code >= _FOR_GOOD for code in codes):
        return LetterRefused(kind)
    return LetterFailed(kind)


def _of_receivers(error: Exception) -> list[Exception]:
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return list(error.recipients)
    return []
