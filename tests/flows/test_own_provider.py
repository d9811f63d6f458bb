"""A house takes money through its own provider; guests whose bill is refused keep their places."""

from datetime import timedelta

from redis.asyncio import Redis

from domain.seller_accounts import is_token
from jobs.refunds import give_back
from jobs.watch import probes
from storage.database import Database
from storage.enums import IncidentKind
from tests.factories import Owner, make_event
from tests.flows.broadcasting import house_event, jobs_of, make_house
from tests.flows.buying import holds, pictures_of
from tests.guest import Guest, labels, said
from tests.keeping import VAULT
from tests.portal_fixtures import PROVIDER_TOKEN, Portal, Sandbox, open_portal
from tests.storage.database_fixtures import Scratch

TOKEN = "350862534:LIVE:OGU3casa-rossi-a1B2"
OTHER = "350862534:TEST:Zjkx-another-c3D4"


async def connects(portal: Portal, house: Guest, token: str, *, again: bool = False) -> None:
    """From nothing to a token of the house's own."""
    await house.send("/mine")
    await portal.until(house, lambda messages: "How you are paid" in labels(messages[-1]))
    await house.tap("How you are paid")
    await house.tap("Another token" if again else "Connect your own provider")
    await house.send(token)
    await portal.says(house, f"ends in {token[-4:]}")


def test_the_shape_of_a_token() -> None:
    assert is_token(TOKEN)
    assert is_token("284685063:TEST:NmJlZmM3ZDQ4OGE5")
    for wrong in ("", "284685063", "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", f"{TOKEN} "):
        assert not is_token(wrong)
    assert not is_token("284685063:test:abcdef")
    assert not is_token(f"284685063:LIVE:{'a' * 161}")


async def test_a_token_is_taken_sealed_shown_by_its_end_and_let_go(
    portal: Portal, owner: Owner
) -> None:
    house = await make_house(owner, portal)
    stranger = await portal.guest("Sten Ström")
    await house.send("/mine")
    await portal.says(house, "Nothing yet")
    await house.tap("How you are paid")
    assert "through the portal’s provider" in await house.words()
    room = await house.screen()
    await house.tap("Connect your own provider")
    await portal.says(house, "token of your payment provider")
    await house.send("110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")
    await portal.says(house, "not a provider’s token")
    await house.send(TOKEN)
    await portal.says(house, "ends in a1B2")
    assert "110201543" not in "".join(said(each) for each in await house.messages())
    assert "350862534" not in "".join(said(each) for each in await house.messages())
    [kept] = await owner.opened("seller_accounts", "SELECT * FROM seller_accounts")
    assert (kept["token"], kept["is_test"]) == (TOKEN, False)
    everything = str(
        [
            await owner.fetch(f"SELECT to_jsonb(t)::text AS row FROM {table} t")
            for table in ("seller_accounts", "dialog_drafts", "audit_logs", "houses")
        ]
    )
    assert "casa-rossi" not in everything
    record = await owner.value("SELECT token FROM seller_accounts")
    assert everything.count(record) == 1

    answer = await stranger.tap_data(
        (await stranger.screen())["message_id"],
        room["inline_keyboard"][0][0]["callback_data"],
    )
    assert "cannot find that" in answer["text"]

    await connects(portal, house, OTHER, again=True)
    assert "test token" in await house.words()
    await house.tap("Remove it")
    await house.tap("Yes, remove it")
    assert "through the portal’s provider" in await house.words()
    rows = await owner.fetch("SELECT token, ended_at IS NOT NULL AS over FROM seller_accounts")
    assert [tuple(row.values()) for row in rows] == [(None, True), (None, True)]
    assert await owner.value("SELECT account_id FROM houses") is None


async def test_a_token_for_a_dialog_that_was_forgotten_is_deleted_too(
    portal: Portal, owner: Owner, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    await house.send("/mine")
    await portal.says(house, "Nothing yet")
    await house.tap("How you are paid")
    await house.tap("Connect your own provider")
    await redis.flushdb()
    await house.send(TOKEN)
    await portal.says(house, "still unfinished")
    await house.tap("Go on")
    await portal.says(house, "ends in a1B2")
    assert "350862534" not in "".join(said(each) for each in await house.messages())


async def test_money_comes_to_the_house_and_goes_back_by_its_hand(
    sandbox: Sandbox, owner: Owner, database: Scratch, redis: Redis
) -> None:
    async with open_portal(database, redis, sandbox, provider_token=None) as portal:
        house = await make_house(owner, portal)
        await house_event(owner, portal, house, starts_in=timedelta(days=30))
        giulia = await portal.guest()
        await holds(portal, giulia, "Velvet Hour", places=1)
        assert "not open yet" in await giulia.words()

        await connects(portal, house, TOKEN)
        await giulia.send("/orders")
        await portal.says(giulia, "My orders")
        await giulia.tap("Velvet Hour")
        await giulia.tap("Pay €45")
        bill = await giulia.screen()
        assert bill["invoice"]
        await connects(portal, house, OTHER, again=True)
        assert (await giulia.pay())["result"] == "paid"
        await pictures_of(portal, giulia, 1)
        # The bill was made with the first token, and that one's owner has the money.
        assert (
            await owner.value(
                "SELECT a.ending FROM payments p JOIN seller_accounts a ON a.id = p.account_id"
            )
            == "a1B2"
        )

        await giulia.send("/orders")
        await portal.says(giulia, "My orders")
        await giulia.tap("Velvet Hour")
        await giulia.tap("Give my place back")
        await giulia.tap("Standing · ")
        await giulia.tap("Yes, give it back")
        worker = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
        await give_back(worker, NeverAsked())
        await worker.close()
        assert await owner.value("SELECT status FROM refunds") == "created"
        async with jobs_of(portal, database, redis) as jobs:
            await jobs.settle(owner)
        await portal.until(
            house, lambda messages: any("own provider, so only you" in said(m) for m in messages)
        )
        await house.tap("I paid it back")
        await house.tap("Yes, it is paid back")
        assert await owner.value("SELECT payment_status FROM orders") == "refunded"


class NeverAsked:
    """The portal's provider, which knows nothing of a house's money."""

    async def refund(self, *_: object) -> None:
        raise AssertionError("asked for money that it never had")

    find = refund


async def test_a_refused_token_is_told_once_and_the_places_stay(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    await house_event(owner, portal, house)
    await connects(portal, house, TOKEN)
    giulia, sten = await portal.guest(), await portal.guest("Sten Ström")
    fault = {"kind": "provider", "method": "sendInvoice", "times": None}
    async with portal.sandbox.http.post("/client/faults", json=fault) as answer:
        assert answer.status == 200
    for guest in (giulia, sten):
        await holds(portal, guest, "Velvet Hour", places=1)
        assert "Held for you" in await guest.words()
        answer = await guest.tap("Pay €45")
        assert "takes no money just now" in answer["text"]
        assert "held until" in answer["text"]
    assert await owner.value("SELECT held FROM quotas") == 2
    worker = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    look = probes(worker, [])[IncidentKind.PROVIDER]
    assert await look() == "1"
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.settle(owner)
    told = [said(each) for each in await house.messages()]
    assert sum("Your guests cannot pay" in each for each in told) == 1

    async with portal.sandbox.http.delete("/client/faults"):
        pass
    await giulia.tap("Pay €45")
    assert (await giulia.pay())["result"] == "paid"
    assert await look() is None
    await worker.close()


async def test_a_portal_whose_own_token_is_refused_says_so_to_who_runs_it(
    portal: Portal, owner: Owner
) -> None:
    await make_event(owner)
    giulia = await portal.guest()
    fault = {"kind": "provider", "method": "sendInvoice", "times": 2}
    async with portal.sandbox.http.post("/client/faults", json=fault):
        pass
    await holds(portal, giulia, "Velvet Hour", places=1)
    await giulia.tap("Pay €45")
    assert await owner.fetch("SELECT kind::text, detail, signs FROM incidents") == [
        {"kind": "provider", "detail": "portal", "signs": 2}
    ]
    await giulia.tap("Pay €45")
    assert (await giulia.pay())["result"] == "paid"
    assert PROVIDER_TOKEN not in str(await owner.fetch("SELECT * FROM audit_logs"))
