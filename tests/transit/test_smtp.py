"""Letters leave for a mail server that proves who it is, and for no other."""

import ssl
from pathlib import Path

import pytest

from bot.console.doctor import examine
from bot.console.findings import State
from bot.mailer import Letter, LetterFailed, LetterRefused, Mailer
from bot.settings import SettingsError, read_settings
from storage import transit
from tests.mailbox import SENDER, Mailbox, open_mailbox, words
from tests.transit.authority import Authority, Certificate
from tests.transit.front import REMOTE

PASSWORD = "hunter22-and-more"
LETTER = Letter("élise@example.org", "0123abcd", "À vous", "Bonjour,\n\n012345", "<p>Bonjour</p>")


def tls_of(certificate: Certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.certificate, certificate.key)
    return context


def mailer(mailbox: Mailbox, authority: Authority | None = None) -> Mailer:
    root = f"&sslrootcert={authority.root}" if authority else ""
    return Mailer(transit.smtp(f"smtp://{REMOTE}:{mailbox.port}?from={SENDER}{root}"))


async def test_a_letter_arrives_by_starttls_whole(authority: Authority, good: Certificate):
    async with open_mailbox(tls_of(good)) as mailbox:
        await mailer(mailbox, authority).send(LETTER)
        letter = await mailbox.has(1)
    assert (letter["To"], letter["Subject"], letter["From"]) == (LETTER.to, "À vous", SENDER)
    assert words(letter).splitlines() == ["Bonjour,", "", "012345"]
    assert letter["Message-ID"] == "<0123abcd@fashionista.example>"


async def test_who_does_not_prove_who_they_are_gets_nothing(
    authority: Authority, bad: Certificate
):
    async with open_mailbox(tls_of(bad)) as mailbox:
        with pytest.raises(LetterFailed, match="does not prove who it is"):
            await mailer(mailbox, authority).send(LETTER)
        assert mailbox.letters == []


async def test_a_server_without_tls_gets_nothing(authority: Authority):
    async with open_mailbox() as mailbox:
        with pytest.raises(LetterFailed, match="SMTP"):
            await mailer(mailbox, authority).send(LETTER)
        assert mailbox.letters == []


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("451 élise@example.org later", LetterFailed),
        ("550 no élise@example.org here", LetterRefused),
    ],
)
async def test_what_a_server_says_is_told_without_the_address(answer: str, error: type):
    async with open_mailbox() as mailbox:
        mailbox.refuses = answer
        local = Mailer(mailbox.address)
        await local.greet()
        with pytest.raises(error) as refused:
            await local.send(LETTER)
    assert "example" not in str(refused.value)
    assert answer[:3] in str(refused.value)


def test_the_doctor_asks_the_mail_server(tmp_path: Path):
    settings = read_settings(
        data_dir=tmp_path,
        telegram_api_url="http://127.0.0.1:1",
        smtp_url=f"smtp://127.0.0.1:1?from={SENDER}",
    )
    [mail] = [each for each in examine(lambda: settings) if each.about == "mail"]
    assert (mail.state, "does not take our letters" in mail.says) == (State.WRONG, True)


async def test_nobody_there():
    with pytest.raises(LetterFailed):
        await Mailer(transit.Smtp("127.0.0.1", 1, SENDER)).send(LETTER)


@pytest.mark.parametrize(
    ("url", "tls", "upgrade", "port"),
    [
        ("smtp://u%40x:pw@mail.example.org?from=a@b.example", False, True, 587),
        ("smtps://a%40b.example:pw@mail.example.org", True, False, 465),
        ("smtp://10.0.0.5:2525?from=a@b.example&sslmode=disable", False, False, 2525),
        ("smtp://127.0.0.1?from=a@b.example", False, False, 25),
    ],
)
def test_how_an_address_is_spoken_to(url: str, tls: bool, upgrade: bool, port: int):
    found = transit.smtp(url)
    assert (found.tls, found.upgrade, found.port) == (tls, upgrade, port)
    assert found.sender == "a@b.example"
    assert read_settings(smtp_url=url).smtp_url is not None
    assert bool(found.doubt) is ("disable" in url)


@pytest.mark.parametrize(
    "url",
    [
        f"smtp://user:{PASSWORD}@mail.example.org",
        f"smtp://user:{PASSWORD}@mail.example.org?from=nobody",
        f"smtp://user:{PASSWORD}@mail.example.org?from=a@b.example&sslmode=prefer",
        f"http://user:{PASSWORD}@mail.example.org?from=a@b.example",
        "smtp:///?from=a@b.example",
        "smtp://a@b.example:port",
    ],
)
def test_an_address_that_cannot_be_used_is_one_sentence(url: str):
    with pytest.raises(SettingsError) as refused:
        read_settings(smtp_url=url)
    assert str(refused.value).startswith("SMTP_URL ")
    assert str(refused.value).endswith(".")
    assert PASSWORD not in str(refused.value)
