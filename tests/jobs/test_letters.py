"""Letters go through the outbox as messages do: retried, given up, never with an address."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from bot.mailer import Letter, Mailer
from bot.texts import Texts
from bot.transport import Sender
from domain.notifications import Delivery
from storage.database import Database
from storage.enums import NotificationType
from tests.factories import Owner
from tests.jobs.delivering import delivering
from tests.jobs.people import Ledger, People, until
from tests.mailbox import Mailbox, open_mailbox

ADDRESS = "giulia@example.org"


async def written(delivery: Delivery, t: Texts) -> Letter:
    """Every delivery as a letter."""
    return Letter(ADDRESS, delivery.id.hex, "Your code", "123456", "<p>123456</p>")


@pytest.fixture
async def mailbox() -> AsyncIterator[Mailbox]:
    async with open_mailbox() as opened:
        yield opened


async def test_a_letter_leaves_also_where_telegram_reaches_nobody(
    db: Database,
    sender: Sender,
    people: People,
    owner: Owner,
    ledger: Ledger,
    mailbox: Mailbox,
) -> None:
    await people.arrive(1)
    await owner.fetch("UPDATE telegram_accounts SET reachable = false, chat_id = NULL")
    letter = await people.told(1, channel=NotificationType.EMAIL)
    async with delivering(db, sender, written, mailer=Mailer(mailbox.address)):
        await ledger.becomes(letter, "sent")
    assert (await mailbox.has(1))["To"] == ADDRESS
    assert (await ledger.of(letter))["message_id"] is None


async def test_what_a_server_refuses_is_given_up_and_what_it_cannot_do_now_waits(
    db: Database, sender: Sender, people: People, ledger: Ledger, mailbox: Mailbox
) -> None:
    async with delivering(db, sender, written, mailer=Mailer(mailbox.address)):
        mailbox.refuses = f"550 no {ADDRESS} here"
        refused = await people.told(1, channel=NotificationType.EMAIL)
        await ledger.becomes(refused, "dead")
        mailbox.refuses = f"451 {ADDRESS} later"
        put_off = await people.told(1, channel=NotificationType.EMAIL)
        await until(lambda: tried(ledger, put_off))
    assert (await ledger.of(put_off))["status"] == "pending"
    for each in (refused, put_off):
        assert "example" not in (await ledger.of(each))["last_error"]


async def test_without_a_mail_server_a_letter_waits_for_a_worker_that_has_one(
    db: Database, sender: Sender, people: People, ledger: Ledger
) -> None:
    letter = await people.told(1, channel=NotificationType.EMAIL)
    async with delivering(db, sender, written):
        await until(lambda: tried(ledger, letter))
    row = await ledger.of(letter)
    assert (row["status"], "SMTP_URL" in row["last_error"]) == ("pending", True)


async def tried(ledger: Ledger, letter: UUID) -> bool:
    return (await ledger.of(letter))["last_error"] is not None
