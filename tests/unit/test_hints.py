"""What was sold out a moment ago is refused for a second, and never to who holds a place."""

from typing import Any
from uuid import uuid4

import pytest
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject, Update, User

from bot.callbacks.buying import Choose, Reserve
from bot.hints import Hints, TurnAway, wish_of
from bot.middlewares import is_at_the_door
from domain.errors import SoldOut, Unavailability

EVENT = uuid4()
WISH = (EVENT, "1")
GONE = SoldOut(Unavailability.GONE, 0)
ADA, BEN = 1, 2


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_hint_is_a_second_old_at_most() -> None:
    clock = Clock()
    hints = Hints(clock)
    assert hints.ask(WISH, ADA) is None
    hints.refused(WISH, GONE, asked_at=100.0)
    assert hints.ask(WISH, ADA) is GONE
    assert hints.ask((EVENT, "2"), ADA) is None
    clock.now = 100.9
    assert hints.ask(WISH, BEN) is GONE
    clock.now = 101.0
    assert hints.ask(WISH, BEN) is None


def test_who_holds_places_is_never_refused_by_a_hint() -> None:
    hints = Hints(Clock())
    hints.served(EVENT, ADA)
    hints.refused(WISH, GONE, asked_at=100.0)
    assert hints.ask(WISH, ADA) is None
    assert hints.ask(WISH, BEN) is GONE


async def test_a_refusal_by_a_hint_asks_nobody() -> None:
    asked = []

    async def database(event: TelegramObject, data: dict[str, Any]) -> None:
        asked.append(event)
        raise GONE

    door = TurnAway(Hints(Clock()))
    taps = [
        Update(
            update_id=number, callback_query=_tap(Reserve(event=EVENT, basket="1", total=1).pack())
        )
        for number in range(3)
    ]
    for tap in taps:
        with pytest.raises(SoldOut):
            await door(database, tap, {})
    assert asked == taps[:1]


def _tap(data: str) -> CallbackQuery:
    ada = User(id=ADA, is_bot=False, first_name="Ada")
    return CallbackQuery(id="1", from_user=ada, chat_instance="1", data=data)


def test_only_a_wish_to_hold_places_is_one() -> None:
    assert wish_of(_tap(Reserve(event=EVENT, basket="1", total=4500).pack())) == WISH
    assert wish_of(_tap(Choose(event=EVENT, basket="1").pack())) is None
    assert wish_of(_tap("r:what:is:that")) is None


@pytest.mark.parametrize(
    ("words", "at_the_door"),
    [("/start tABC", True), ("/start qABC", True), ("/start e123", False), ("tABC", False)],
)
def test_a_scan_goes_by_the_lane_of_the_doors(words: str, at_the_door: bool) -> None:
    chat = Chat(id=1, type="private")
    message = Message(message_id=1, date=0, chat=chat, text=words)  # type: ignore[arg-type]
    assert is_at_the_door(Update(update_id=1, message=message)) is at_the_door
