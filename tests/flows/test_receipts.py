"""A receipt says who sold what was paid, what VAT is in it, and what went back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from redis.asyncio import Redis

from bot.mailer import Mailer
from domain.money import Money
from domain.receipts import vat_contained
from tests.factories import Owner
from tests.flows.broadcasting import house_event, jobs_of, make_house
from tests.flows.buying import holds, pictures_of
from tests.guest import Guest, labels, said
from tests.keeping import VAULT
from tests.mailbox import open_mailbox
from tests.portal_fixtures import Portal, Sandbox, open_portal
from tests.storage.database_fixtures import Scratch


@pytest.mark.parametrize(
    ("gross", "rate", "contained"),
    [
        (12200, "22", 2200),
        (9000, "22", 1623),
        (1, "22", 0),
        (3, "20", 1),  # half a cent is a cent
        (10810, "8.1", 810),
        (4500, "0", 0),
        (100, "99.99", 50),
    ],
)
def test_vat_is_rounded_once_and_half_up(gross: int, rate: str, contained: int) -> None:
    assert vat_contained(Money(gross, "EUR"), Decimal(rate)) == Money(contained, "EUR")


async def tells_who_sells(portal: Portal, house: Guest) -> None:
    """The guided questions, with what is wrong said."""
    await house.send("/mine")
    await portal.until(house, lambda messages: "How you are paid" in labels(messages[-1]))
    await house.tap("How you are paid")
    await house.tap("What receipts say")
    for question, answer in (
        ("legal name", "Casa Rossi S.r.l."),
        ("address", "Via Roma 1, 20121 Milano"),
        ("tax number", "IT01234567890"),
        ("percent VAT", "122"),
        ("from 0 to 99.99", "22 %"),
    ):
        await portal.says(house, question)
        await house.send(answer)
    await portal.says(house, "Shall I keep it so?")
    await house.tap("Keep it")
    await portal.says(house, "Casa Rossi S.r.l.")
    assert "VAT of 22 % is contained" in await house.words()


async def shows_receipt(portal: Portal, guest: Guest) -> str:
    await guest.send("/orders")
    await portal.says(guest, "My orders")
    await guest.tap("Velvet Hour")
    await guest.tap("Receipt")
    return await guest.words()


async def test_a_receipt_says_who_sold_and_never_changes_but_for_what_went_back(
    sandbox: Sandbox, owner: Owner, database: Scratch, redis: Redis
) -> None:
    async with open_portal(database, redis, sandbox, mails=True) as portal:
        house = await make_house(owner, portal)
        await house_event(owner, portal, house, starts_in=timedelta(days=30))
        giulia = await portal.guest("Giulia Conti")
        await tells_who_sells(portal, house)
        await holds(portal, giulia, "Velvet Hour", places=2)
        await giulia.pay()
        await pictures_of(portal, giulia, 2)
        await owner.fetch("UPDATE sellers SET name = 'Another', vat_rate = 4")
        await owner.fetch("UPDATE payments SET seller = '{}'")
        await owner.fetch("UPDATE order_lines SET discount = 5")

        told = await shows_receipt(portal, giulia)
        number = await owner.value("SELECT number FROM orders")
        assert told.splitlines()[0] == f"Receipt · order {number}"
        for words in (
            "For Giulia Conti",
            "Sold by Casa Rossi S.r.l.",
            "Via Roma 1, 20121 Milano",
            "Tax number IT01234567890",
            "2 × Standing · €100",
            "Discount · −€10",
            "Together €90, paid in the chat",
            "of which VAT 22 %: €16.23",
        ):
            assert words in told
        assert "given back" not in told

        # Nobody else reads it.
        receipt = (await giulia.screen())["message_id"]
        assert receipt
        sten = await portal.guest("Sten Ström")
        order = await owner.value("SELECT id FROM orders")
        answer = await sten.tap_data((await sten.screen())["message_id"], f"rk:{order.hex}")
        assert "cannot find that" in answer["text"]

        await giulia.send("/orders")
        await portal.says(giulia, "My orders")
        await giulia.tap("Velvet Hour")
        await giulia.tap("Give places back")
        await giulia.tap("Standing · ")
        await giulia.tap("Yes, give it back")
        await owner.fetch("UPDATE refunds SET status = 'done', finished_at = now()")
        told = await shows_receipt(portal, giulia)
        assert "€45 given back on" in told
        assert "Remains €45, of which VAT €8.11" in told
        assert "Together €90" in told


async def has_address(portal: Portal, owner: Owner, guest: Guest, address: str) -> None:
    person = await portal.user_id(owner, guest)
    sealed = await VAULT.seal(person, "users", "email", person, address)
    index = await VAULT.blind("users", "email", address)
    await owner.value(
        "UPDATE users SET email = $2, email_index = $3 WHERE id = $1", person, sealed, index
    )


async def test_a_copy_goes_by_e_mail_where_there_is_an_address(
    sandbox: Sandbox, owner: Owner, database: Scratch, redis: Redis
) -> None:
    async with open_portal(database, redis, sandbox, mails=True) as portal, open_mailbox() as box:
        house = await make_house(owner, portal)
        await house_event(owner, portal, house)
        giulia = await portal.guest("Giulia Conti")
        await holds(portal, giulia, "Velvet Hour", places=1)
        await giulia.pay()
        await pictures_of(portal, giulia, 1)
        told = await shows_receipt(portal, giulia)
        assert "Sold by Casa Rossi" in told  # nobody said more
        assert "VAT" not in told
        assert not any("e-mail" in label for label in labels(await giulia.screen()))

        await has_address(portal, owner, giulia, "giulia@example.org")
        await shows_receipt(portal, giulia)
        for _ in range(2):
            answer = await giulia.tap("Send it by e-mail")
            assert "on its way" in answer["text"]
        async with jobs_of(portal, database, redis, mailer=Mailer(box.address)) as jobs:
            await jobs.settle(owner)
            letter = await box.has(1)
        assert letter["To"] == "giulia@example.org"
        assert "Velvet Hour" in letter["Subject"]
        body = letter.get_body(("plain",))
        assert body is not None
        assert "Together €45, paid in the chat" in body.get_content()
        assert "<b>" not in body.get_content()
        assert len(box.letters) == 1

        # Nobody is there any more: the guest is told once, and no more letters go there.
        box.nobody = "giulia@example.org"
        await owner.fetch("DELETE FROM notifications")  # another minute
        await shows_receipt(portal, giulia)
        shown = await giulia.screen()
        await giulia.tap("Send it by e-mail")
        async with jobs_of(portal, database, redis, mailer=Mailer(box.address)) as jobs:
            await portal.says(giulia, "nobody is there")
            await jobs.settle(owner)
        await shows_receipt(portal, giulia)
        assert not any("e-mail" in label for label in labels(await giulia.screen()))
        answer = await giulia.tap("Send it by e-mail", among=shown)
        assert "I cannot find that" in answer["text"]
        told = [each for each in await giulia.messages() if "nobody is there" in said(each)]
        assert len(told) == 1
