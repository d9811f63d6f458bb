"""Polls: what is refused, how votes count, who is told."""

from typing import Any

import pytest

from tests.sandbox.running import ADA, BEN, Server

POLL: dict[str, Any] = {"chat_id": ADA, "question": "Which look?", "options": ["One", "Two"]}


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"question": ""}, "poll question must be non-empty"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least 1 option"),
        ({"options": ["x"] * 13}, "poll can't have more than 12 options"),
        ({"options": ["x" * 101]}, "poll options length must not exceed 100"),
        ({"type": "quiz"}, "quiz must have correct option identifier"),
        ({"type": "quiz", "correct_option_ids": [2]}, "wrong correct option ID specified"),
        ({"type": "duel"}, "unsupported poll type specified"),
    ],
)
async def test_polls_are_checked(server: Server, changes, text):
    await server.started(ADA)
    assert await server.refused("sendPoll", **POLL | changes) == f"Bad Request: {text}"


async def test_votes_count_and_move(server: Server):
    await server.started(ADA)
    sent = await server.ok("sendPoll", **POLL, is_anonymous=False)
    vote = {"message_id": sent["message_id"]}
    await server.act(ADA, "vote", **vote, options=[0])
    await server.act(ADA, "vote", **vote, options=[1])
    await server.act(ADA, "vote", **vote, options=[])
    updates = await server.updates()
    polls = [update["poll"] for update in updates if "poll" in update]
    counts = [[option["voter_count"] for option in poll["options"]] for poll in polls]
    assert counts == [[1, 0], [0, 1], [0, 0]]
    answers = [update["poll_answer"] for update in updates if "poll_answer" in update]
    assert [answer["option_ids"] for answer in answers] == [[0], [1], []]
    assert answers[0]["option_persistent_ids"] == ["0"]
    status, _ = await server.client(f"chats/{ADA}/vote", {**vote, "options": [0, 1]})
    assert status == 400


async def test_an_anonymous_poll_tells_numbers_only(server: Server):
    await server.started(ADA)
    sent = await server.ok("sendPoll", **POLL, allows_multiple_answers=True)
    await server.act(ADA, "vote", message_id=sent["message_id"], options=[0, 1])
    (update,) = await server.updates()
    assert update["poll"]["total_voter_count"] == 1
    (shown,) = [m for m in (await server.chat(ADA))["messages"] if "poll" in m]
    assert shown["poll"]["votes"] == {str(ADA): [0, 1]}


async def test_a_quiz_is_answered_once(server: Server):
    await server.started(ADA)
    sent = await server.ok("sendPoll", **POLL, type="quiz", correct_option_ids=[1])
    await server.act(ADA, "vote", message_id=sent["message_id"], options=[0])
    status, _ = await server.client(
        f"chats/{ADA}/vote", {"message_id": sent["message_id"], "options": [1]}
    )
    assert status == 400


async def test_a_closed_poll_takes_no_votes(server: Server):
    await server.started(ADA)
    sent = await server.ok("sendPoll", **POLL)
    which = {"chat_id": ADA, "message_id": sent["message_id"]}
    assert (await server.ok("stopPoll", **which))["is_closed"] is True
    assert await server.refused("stopPoll", **which) == (
        "Bad Request: poll has already been closed"
    )
    status, told = await server.client(
        f"chats/{ADA}/vote", {"message_id": sent["message_id"], "options": [0]}
    )
    assert (status, told["error"]) == (400, "This poll is closed.")
    text = await server.ok("sendMessage", chat_id=ADA, text="x")
    assert await server.refused("stopPoll", chat_id=ADA, message_id=text["message_id"]) == (
        "Bad Request: message is not a poll"
    )
    assert await server.refused("stopPoll", chat_id=ADA, message_id=99) == (
        "Bad Request: message with poll to stop not found"
    )


async def test_a_group_votes_together(server: Server):
    wish = {"kind": "supergroup", "title": "Salon", "owner": ADA, "members": [BEN]}
    _, made = await server.client("rooms", wish)
    room = made["room"]["id"]
    sent = await server.ok("sendPoll", **POLL | {"chat_id": room})
    for person in (ADA, BEN):
        await server.act(person, f"vote?room={room}", message_id=sent["message_id"], options=[1])
    poll = await server.ok("stopPoll", chat_id=room, message_id=sent["message_id"])
    assert [option["voter_count"] for option in poll["options"]] == [0, 2]
