"""Gives letters to the SMTP server that SMTP_URL names."""

import re
import ssl
from contextlib import suppress
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

_CLOSING = (421, 454)
"""Answers by which a server says that it does not work at all now."""

_NOBODY_THERE = (550, 551, 553)
_ENHANCED = re.compile(r"\s*5\.(\d{1,3})\.(\d{1,3})\b")


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail: a text, and the same in HTML. `id` is the same each time that it is sent.

    `opt_out` is where one click says that no more such letters are wanted (RFC 8058).
    """

    to: str = field(repr=False)
    id: str
    subject: str = field(repr=False)
    text: str = field(repr=False)
    html: str = field(repr=False)
    opt_out: str = field(default="", repr=False)


class LetterError(Exception):
    """A letter did not leave. The words name no address: they are kept and logged.

    `server_works`: it answered, and the next letter may fare better. `uncertain`: it may have
    taken the letter all the same.
    """

    server_works = False
    uncertain = False


class LetterRefused(LetterError):
    """The server will never take it."""

    server_works = True


class AddressRefused(LetterRefused):
    """There is nobody at this address."""


class LetterFailed(LetterError):
    """It did not work now."""

    def __init__(self, why: str, *, server_works: bool = False, uncertain: bool = False) -> None:
        super().__init__(why)
        self.server_works = server_works
        self.uncertain = uncertain


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
        """Hand a letter over. Raises `AddressRefused`, `LetterRefused`, `LetterFailed`."""
        server = self._open()
        is_there = False
        try:
            await server.connect()
            is_there = True
            await server.send_message(
                self._written(letter), sender=self._address.sender, recipients=[letter.to]
            )
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise _told(error, begun=is_there) from None
        finally:
            if is_there:
                with suppress(aiosmtplib.SMTPException, OSError):  # it has the letter, or not
                    await server.quit()
            server.close()

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
        if letter.opt_out:
            message["List-Unsubscribe"] = f"<{letter.opt_out}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message.set_content(letter.text)
        message.add_alternative(letter.html, subtype="html")
        return message


def _domain(address: str) -> str:
    return address.rpartition("@")[2]


def _told(error: Exception, *, begun: bool = False) -> LetterError:
    """What went wrong, by its kind: a server's own words may repeat the address.

    With `begun` the server was there, and what it did not answer it may have done.
    """
    if why := transit.reason(error):
        return LetterFailed(f"the mail server does not prove who it is ({why})")
    answers = [
        each
        for each in (error, *_of_receivers(error))
        if isinstance(each, aiosmtplib.SMTPResponseException)
    ]
    codes = [each.code for each in answers]
    kind = " ".join([type(error).__name__, *map(str, codes)])
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return LetterFailed(kind)  # ours to mend, and the letter can wait
    if any(map(_is_of_nobody, answers)):
        return AddressRefused(kind)
    if isinstance(error, ValueError) or any(code >= _FOR_GOOD for code in codes):
        return LetterRefused(kind)
    closes = any(code in _CLOSING for code in codes)
    return LetterFailed(
        kind, server_works=bool(codes) and not closes, uncertain=begun and not codes
    )


def _is_of_nobody(answer: aiosmtplib.SMTPResponseException) -> bool:
    """Whether a receiver was refused because there is none: not for who we are, nor for good
    reasons of the hour. A server that says more precisely what it means is believed (RFC 3463)."""
    if not isinstance(answer, aiosmtplib.SMTPRecipientRefused):
        return False
    if found := _ENHANCED.match(answer.message):
        subject, detail = int(found[1]), int(found[2])
        return subject == 1 or (subject, detail) == (2, 1)
    return answer.code in _NOBODY_THERE


def _of_receivers(error: Exception) -> list[Exception]:
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return list(error.recipients)
    return []
