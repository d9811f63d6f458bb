"""The queue of updates: nothing is lost, nothing is given to the wrong poll."""

import asyncio

import pytest

from bot.sandbox.errors import BotApiError
from bot.sandbox.faults import Faults
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.world import World
from tests.sandbox.running import ADA, BOTS, Server


@pytest.fixture
def queue(tmp_path):
    world = World(tmp_path, BOTS)
    yield UpdateQueue(world, world.bots[BOTS[0].id], Faults())
    world.close()


def _push(queue, *texts):
    return [queue.push("message", {"text": text}, "a") for text in texts]


def _texts(batch):
    return [update["message"]["text"] for update in batch]


async def test_updates_stay_until_the_offset_passes_them(queue):
    one, two, three = _push(queue, "1", "2", "3")
    assert [two.update_id - one.update_id, three.update_id - two.update_id] == [1, 1]
    assert _texts(await queue.poll(0, 100, 0)) == ["1", "2", "3"]
    assert _texts(await queue.poll(0, 2, 0)) == ["1", "2"]
    assert _texts(await queue.poll(two.update_id, 100, 0)) == ["2", "3"]
    assert _texts(await queue.poll(0, 100, 0)) == ["2", "3"]
    assert await queue.poll(three.update_id + 1, 100, 0) == []


async def test_a_negative_offset_keeps_the_last(queue):
    _push(queue, "1", "2", "3")
    assert _texts(await queue.poll(-1, 100, 0)) == ["3"]
    assert _texts(await queue.poll(0, 100, 0)) == ["3"]


async def test_a_waiting_poll_gets_what_comes(queue):
    poll = asyncio.create_task(queue.poll(0, 100, 30))
    await asyncio.sleep(0)
    _push(queue, "1")
    assert _texts(await poll) == ["1"]


async def test_a_second_poll_ends_the_first(queue):
    first = asyncio.create_task(queue.poll(0, 100, 30))
    await asyncio.sleep(0)
    second = asyncio.create_task(queue.poll(0, 100, 30))
    with pytest.raises(BotApiError) as caught:
        await first
    assert caught.value.code == 409
    assert caught.value.description == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    _push(queue, "1")
    assert _texts(await second) == ["1"]


async def test_kinds_are_delivered_as_asked_for(server: Server):
    await server.act(ADA, "start")
    assert await server.updates(allowed_updates=["callback_query"])
    await server.act(ADA, "send", text="unheard")
    # The wish is kept by a poll that does not repeat it.
    (before,) = await server.updates()
    assert before["message"]["text"] == "/start"
    await server.updates(offset=before["update_id"] + 1, wait=0, allowed_updates=[])
    await server.act(ADA, "send", text="heard")
    assert (await server.next_update("message"))["text"] == "heard"


async def test_raw_updates_keep_their_number(server: Server):
    raw = {"update_id": 7, "message": {"text": "raw"}}
    for _ in range(3):
        status, _answer = await server.client("updates", raw)
        assert status == 200
    batch = await server.updates()
    assert [update["update_id"] for update in batch] == [7, 7, 7]
    assert await server.updates(offset=8, wait=0) == []


async def test_a_raw_number_ahead_is_not_used_again(server: Server):
    _, first = await server.client("updates", {"message": {"text": "a"}})
    ahead = first["update_id"] + 5
    await server.client("updates", {"update_id": ahead, "message": {"text": "b"}})
    _, third = await server.client("updates", {"message": {"text": "c"}})
    assert third["update_id"] == ahead + 1


async def test_a_batch_can_be_delivered_twice_or_its_ack_lost(server: Server):
    await server.act(ADA, "start")
    await server.client("faults", {"kind": "duplicate_update"})
    one, two = await server.updates()
    assert one == two
    await server.client("faults", {"kind": "lost_ack"})
    assert await server.updates(offset=one["update_id"] + 1, wait=0) == [one]
    assert await server.updates(offset=one["update_id"] + 1, wait=0) == []
