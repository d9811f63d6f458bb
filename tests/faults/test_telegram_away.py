"""Telegram answers nonsense or nothing for a while: the bot goes on when it can."""

from typing import Any

import pytest

from tests.factories import MadeEvent, Owner
from tests.faults.outside import fault, heal, shows, struck
from tests.flows.buying import holds
from tests.portal_fixtures import Portal


@pytest.mark.parametrize(
    "wish",
    [
        {"kind": "502"},
        {"kind": "500"},
        {"kind": "reset"},
        {"kind": "429", "seconds": 1},
        {"kind": "timeout", "seconds": 1},
        {"kind": "slow", "seconds": 1},
    ],
    ids=lambda wish: wish["kind"],
)
async def test_polling_goes_on(portal: Portal, wish: dict[str, Any]) -> None:
    giulia = await portal.guest("Giulia Conti")
    await fault(portal.sandbox, method="getUpdates", times=3, **wish)
    await giulia.send("/help")  # wakes the poll that waits; the next three go wrong
    await shows(portal.sandbox, giulia, "/support")
    await giulia.send("/events")
    await shows(portal.sandbox, giulia, "The runway rests")
    await heal(portal.sandbox)


@pytest.mark.parametrize("kind", ["502", "reset"])
async def test_an_answer_that_does_not_get_through_is_said_again(
    portal: Portal, owner: Owner, show: MadeEvent, kind: str
) -> None:
    giulia = await portal.guest("Giulia Conti")
    await fault(portal.sandbox, method="sendPhoto", kind=kind, times=2)
    await giulia.send("/events")
    await shows(portal.sandbox, giulia, "Velvet Hour")
    assert await owner.value("SELECT count(*) FROM quarantined_updates") == 0


async def test_whose_answer_does_not_get_through_holds_up_no_payment(
    portal: Portal, owner: Owner, show: MadeEvent
) -> None:
    giulia, marco = await portal.guest("Giulia Conti"), await portal.guest("Marco Riva")
    await holds(portal, marco, "Velvet Hour", places=1)
    slow = {"kind": "slow", "seconds": 60, "times": 2}  # longer than a payment may take
    await fault(portal.sandbox, method="sendPhoto", chat_id=giulia.id, **slow)
    await giulia.send("/events")
    await struck(portal.sandbox, left=1)
    assert (await marco.pay())["result"] == "paid"


async def test_a_long_silence_that_telegram_asks_for_is_no_bug(
    portal: Portal, owner: Owner, show: MadeEvent
) -> None:
    giulia, marco = await portal.guest("Giulia Conti"), await portal.guest("Marco Riva")
    await fault(portal.sandbox, method="sendPhoto", kind="429", seconds=60, chat_id=giulia.id)
    await giulia.send("/events")
    await giulia.send("/events")
    await marco.send("/events")
    await shows(portal.sandbox, marco, "Velvet Hour")
    assert await owner.value("SELECT count(*) FROM quarantined_updates") == 0
