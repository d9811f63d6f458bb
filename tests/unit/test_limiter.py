"""One pace for all: what is pushed waits, what answers does not, a 429 is obeyed by everybody."""

import asyncio
import time

import pytest
from redis.asyncio import Redis

from bot.limiter import Limiter, Pace, Paused

BOT = 42
FAST = Pace(bulk_per_second=200, per_chat_seconds=0.001)


async def test_two_processes_share_one_pace(redis: Redis) -> None:
    pace = Pace(bulk_per_second=100, patience=60)  # a busy machine is slower than the pace
    first, second = Limiter(redis, BOT, pace), Limiter(redis, BOT, pace)
    began = time.monotonic()
    await asyncio.gather(
        *(first.acquire(chat, bulk=True) for chat in range(1, 51)),
        *(second.acquire(chat, bulk=True) for chat in range(51, 101)),
    )
    assert time.monotonic() - began >= 0.98


async def test_moments_stand_a_little_further_apart_than_the_pace(redis: Redis) -> None:
    """So that no second sees more than it, with somebody a little late."""
    limiter = Limiter(redis, BOT, Pace(bulk_per_second=0.01))
    await limiter.acquire(1, bulk=True)
    assert 101 < await limiter.ahead() < 103
    await Limiter(redis, BOT + 1, Pace(bulk_per_second=0.01)).acquire(1, bulk=True)  # another bot


async def test_an_answer_waits_for_nobody(redis: Redis) -> None:
    limiter = Limiter(redis, BOT, Pace(bulk_per_second=0.1))
    await limiter.acquire(1, bulk=True)
    for _ in range(5):
        await limiter.acquire(1, bulk=False)
    with pytest.raises(Paused):
        await limiter.acquire(2, bulk=True)


async def test_an_answer_takes_a_moment_from_what_is_pushed(redis: Redis) -> None:
    limiter = Limiter(redis, BOT, Pace(bulk_per_second=0.1))
    await limiter.acquire(1, bulk=False)
    with pytest.raises(Paused) as paused:
        await limiter.acquire(2, bulk=True)
    assert paused.value.seconds > 9


async def test_who_oversleeps_gives_the_moment_away(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving late would be a burst with those who have the next moments."""
    limiter = Limiter(redis, BOT, Pace(bulk_per_second=10))
    await limiter.acquire(1, bulk=True)
    taken = int(await redis.get(f"pace:{BOT}:all"))
    naps = []

    async def oversleeps_once(moment: float) -> None:
        naps.append(moment)
        late = 0.03 if len(naps) == 2 else 0
        await asyncio.sleep(moment + late - time.monotonic())

    monkeypatch.setattr("bot.limiter._until", oversleeps_once)
    await limiter.acquire(2, bulk=True)
    assert int(await redis.get(f"pace:{BOT}:all")) - taken > 150_000  # more than one moment


async def test_who_talked_a_lot_does_not_wait_long_for_what_is_pushed(redis: Redis) -> None:
    limiter = Limiter(redis, BOT, Pace(bulk_per_second=1000, per_chat_seconds=0.5, patience=1))
    for _ in range(60):
        await limiter.acquire(1, bulk=False)
    await limiter.acquire(1, bulk=True)


async def test_a_chat_that_must_wait_leaves_the_others_alone(redis: Redis) -> None:
    limiter = Limiter(redis, BOT, FAST)
    await limiter.told_to_wait(1, 60)
    for bulk in (True, False):
        with pytest.raises(Paused) as paused:
            await limiter.acquire(1, bulk=bulk)
        assert 50 < paused.value.seconds <= 60
    await limiter.acquire(2, bulk=True)


async def test_two_chats_told_to_wait_pause_everybody(redis: Redis) -> None:
    here, elsewhere = Limiter(redis, BOT, FAST), Limiter(redis, BOT, FAST)
    await here.told_to_wait(1, 3600)
    await here.told_to_wait(2, 3600)
    with pytest.raises(Paused):
        await elsewhere.acquire(3, bulk=True)
    await elsewhere.acquire(3, bulk=False)  # who asks is answered


async def test_a_short_pause_ends_no_longer_one(redis: Redis) -> None:
    limiter = Limiter(redis, BOT, FAST)
    await limiter.told_to_wait(1, 3600)
    await limiter.told_to_wait(1, 3)
    with pytest.raises(Paused) as paused:
        await limiter.acquire(1, bulk=True)
    assert paused.value.seconds > 3000


async def test_one_message_a_second_to_one_chat(redis: Redis) -> None:
    limiter = Limiter(redis, BOT, Pace(bulk_per_second=1000, per_chat_seconds=60))
    for _ in range(3):
        await limiter.acquire(1, bulk=True)
    with pytest.raises(Paused):
        await limiter.acquire(1, bulk=True)
    await limiter.acquire(2, bulk=True)


async def test_without_redis_it_goes_on_more_slowly() -> None:
    nowhere: Redis = Redis.from_url("unix:///nowhere/at/all")
    limiter = Limiter(nowhere, BOT, Pace(bulk_per_second=60))
    await limiter.acquire(1, bulk=False)
    began = time.monotonic()
    for chat in range(10):
        await limiter.acquire(chat, bulk=True)
    assert time.monotonic() - began >= 0.44  # a third of the pace
    await nowhere.aclose()


async def test_without_redis_what_telegram_wants_is_heard_too() -> None:
    nowhere: Redis = Redis.from_url("unix:///nowhere/at/all")
    limiter = Limiter(nowhere, BOT, FAST)
    await limiter.told_to_wait(1, 60)
    with pytest.raises(Paused) as paused:
        await limiter.acquire(2, bulk=True)
    assert 50 < paused.value.seconds <= 60
    await nowhere.aclose()


async def test_an_album_counts_as_many_as_it_has_but_once_for_a_person(redis: Redis) -> None:
    limiter = Limiter(redis, BOT, Pace(bulk_per_second=10, per_chat_seconds=0, patience=0.5))
    await limiter.acquire(1, bulk=True, messages=11)
    with pytest.raises(Paused) as paused:
        await limiter.acquire(2, bulk=True)
    assert paused.value.seconds > 0.5
    pace = Pace(bulk_per_second=100_000, per_chat_seconds=60, per_group_seconds=60)
    other = Limiter(redis, BOT + 1, pace)
    for _ in range(3):
        await other.acquire(1, bulk=True, messages=10)
    with pytest.raises(Paused):
        await other.acquire(1, bulk=True)
    await other.acquire(-1, bulk=True, messages=10)
    with pytest.raises(Paused):
        await other.acquire(-1, bulk=True)


async def test_no_second_sees_more_than_the_pace_when_what_was_shared_is_lost(
    redis: Redis,
) -> None:
    """Both processes hold moments of the next second when Redis is emptied."""
    pace = Pace(bulk_per_second=40, patience=60)
    both = Limiter(redis, BOT, pace), Limiter(redis, BOT, pace)
    left: list[float] = []

    async def leaves(limiter: Limiter, chat: int) -> None:
        await limiter.acquire(chat, bulk=True)
        left.append(time.monotonic())

    def leave(first: int) -> list[asyncio.Task[None]]:
        chats = range(first, first + 40)
        return [asyncio.create_task(leaves(both[chat % 2], chat)) for chat in chats]

    before = leave(1)
    while await both[0].ahead() < 0.75:
        pass
    await redis.flushall()
    await asyncio.gather(*before, *leave(101))
    left.sort()
    assert len(left) == 80
    assert max(sum(at <= each < at + 1 for each in left) for at in left) <= 42


async def test_who_knows_of_no_moment_ahead_waits_for_none(redis: Redis) -> None:
    limiter = Limiter(redis, BOT, Pace(bulk_per_second=1000, patience=0.5))
    await limiter.acquire(1, bulk=True)
    while await limiter.ahead() > 0:
        pass
    await redis.flushall()
    await limiter.acquire(2, bulk=True)
