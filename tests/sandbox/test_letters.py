"""Letters of a bot land in the sandbox's own mailbox, which the page shows."""

from email.message import EmailMessage

import aiosmtplib

from bot.sandbox.mailbox import take_letters
from tests.sandbox.running import Server


async def test_a_letter_is_shown_to_whoever_looks(server: Server) -> None:
    mail = await take_letters(server.sandbox.mailbox, "127.0.0.1")
    letter = EmailMessage()
    letter["From"], letter["To"] = "house@portal.example", "giulia@example.org"
    letter["Subject"] = "À vous"
    letter.set_content("Bonjour")
    port = mail.sockets[0].getsockname()[1]
    await aiosmtplib.send(letter, hostname="127.0.0.1", port=port)
    mail.close()
    status, shown = await server.client("letters")
    [kept] = shown["letters"]
    assert (status, kept["to"], kept["subject"]) == (200, "giulia@example.org", "À vous")
    assert kept["text"] == "Bonjour"
