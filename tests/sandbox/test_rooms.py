"""Groups and channels: who is in them, who may write, and what the bot sees of it."""

from typing import Any

import pytest

from tests.sandbox.running import ADA, BEN, OTHER_TOKEN, Server

ME = 7_700_000_001
EVERY = ["message", "my_chat_member", "chat_member", "channel_post"]


async def _room(server: Server, kind: str = "supergroup", **more: Any) -> int:
    wish = {"kind": kind, "title": "Salon", "owner": ADA, **more}
    status, made = await server.client("rooms", wish)
    assert status == 200, made
    return int(made["room"]["id"])


async def _drain(server: Server) -> list[Any]:
    """Everything that waits for the bot."""
    updates = await server.updates(wait=0, allowed_updates=EVERY)
    if updates:
        await server.updates(offset=updates[-1]["update_id"] + 1, wait=0)
    return updates


async def _texts(server: Server) -> list[str]:
    posts = [each.get("message") or each.get("channel_post") for each in await _drain(server)]
    return [post["text"] for post in posts if post and "text" in post]


async def _member(server: Server, room: int, user: Any, status: str, **more: Any) -> None:
    wish = {"user": user, "status": status, **more}
    assert (await server.client(f"rooms/{room}/member", wish))[0] == 200


async def test_ids_tell_the_kind(server: Server):
    group, supergroup, channel = [
        await _room(server, kind) for kind in ("group", "supergroup", "channel")
    ]
    assert -(10**12) < group < 0
    assert str(supergroup).startswith("-100")
    assert str(channel).startswith("-100")
    _, listed = await server.client("rooms")
    assert [room["id"] for room in listed["rooms"]] == [group, supergroup, channel]
    # Another bot was never there.
    answer = await server.api("sendMessage", OTHER_TOKEN, chat_id=group, text="x")
    assert answer[1]["description"] == "Bad Request: chat not found"


async def test_the_bot_hears_of_its_own_coming_and_going(server: Server):
    await _drain(server)
    room = await _room(server, members=[BEN])
    added, line = await _drain(server)
    assert added["my_chat_member"]["chat"] == {"id": room, "type": "supergroup", "title": "Salon"}
    assert added["my_chat_member"]["from"]["id"] == ADA
    assert line["message"]["new_chat_members"][0]["id"] == ME
    await _member(server, room, "bot", "administrator")
    promoted = (await _drain(server))[0]["my_chat_member"]
    assert promoted["new_chat_member"]["can_restrict_members"] is True
    await _member(server, room, "bot", "kicked", by=BEN)
    (gone,) = await _drain(server)
    assert gone["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert gone["my_chat_member"]["from"]["id"] == BEN


async def test_of_others_only_an_administrator_hears(server: Server):
    room = await _room(server)
    await _drain(server)
    await _member(server, room, BEN, "member")
    assert [next(iter(set(each) - {"update_id"})) for each in await _drain(server)] == ["message"]
    await _member(server, room, "bot", "administrator")
    await _drain(server)
    await _member(server, room, BEN, "left")
    kinds = {kind for each in await _drain(server) for kind in each}
    assert kinds == {"update_id", "message", "chat_member"}


async def test_members_are_told(server: Server):
    room = await _room(server, members=[BEN], bot="administrator")
    assert await server.ok("getChatMemberCount", chat_id=room) == 3
    admins = await server.ok("getChatAdministrators", chat_id=room)
    assert [each["user"]["id"] for each in admins] == [ADA, ME]
    ask = {"chat_id": room, "user_id": BEN}
    assert (await server.ok("getChatMember", **ask))["status"] == "member"
    await server.ok("banChatMember", **ask)
    assert (await server.ok("getChatMember", **ask))["status"] == "kicked"
    status, told = await server.client(f"chats/{BEN}/send?room={room}", {"text": "x"})
    assert (status, told["error"]) == (400, "Ben may not write here.")
    await server.ok("unbanChatMember", **ask)
    assert (await server.ok("getChatMember", **ask))["status"] == "left"


async def test_a_bot_in_privacy_mode_sees_what_concerns_it(server: Server):
    room = await _room(server, members=[BEN])
    await _drain(server)
    sent = await server.ok("sendMessage", chat_id=room, text="Good evening")
    for text in ("just talk", "/sales", "hello @atelier_bot"):
        await server.act(BEN, f"send?room={room}", text=text)
    assert await _texts(server) == ["/sales", "hello @atelier_bot"]
    await _member(server, room, "bot", "administrator")
    await server.act(BEN, f"send?room={room}", text="just talk")
    assert await _texts(server) == ["just talk"]
    # Everybody sees one and the same chat.
    _, seen = await server.client(f"chats/{ADA}?room={room}")
    texts = [message.get("text") for message in seen["chat"]["messages"] if "text" in message]
    assert texts == ["Good evening", "just talk", "/sales", "hello @atelier_bot", "just talk"]
    assert (await server.chat(ADA))["messages"] == []
    assert sent["chat"]["id"] == room


async def test_in_a_channel_only_administrators_write(server: Server):
    room = await _room(server, "channel", members=[BEN], username="salon_news")
    assert await server.refused("sendMessage", chat_id=room, text="x") == (
        "Bad Request: need administrator rights in the channel chat"
    )
    status, _ = await server.client(f"chats/{BEN}/send?room={room}", {"text": "x"})
    assert status == 400
    await _member(server, room, "bot", "administrator")
    post = await server.ok("sendMessage", chat_id="@salon_news", text="Tonight")
    assert (post["sender_chat"]["id"], "from" in post) == (room, False)
    edit = {"chat_id": room, "message_id": post["message_id"], "text": "Tomorrow"}
    assert (await server.ok("editMessageText", **edit))["text"] == "Tomorrow"
    await server.act(ADA, f"send?room={room}", text="From the house")
    assert await _texts(server) == ["From the house"]
    copy = await server.ok("forwardMessage", chat_id=room, from_chat_id=room, message_id=1)
    assert copy["forward_origin"]["chat"]["id"] == room


async def test_permissions(server: Server):
    room = await _room(server, members=[BEN], bot="administrator")
    await server.ok("setChatPermissions", chat_id=room, permissions={"can_send_messages": False})
    assert (await server.ok("getChat", chat_id=room))["permissions"]["can_send_messages"] is False
    status, _ = await server.client(f"chats/{BEN}/send?room={room}", {"text": "x"})
    assert status == 400
    await server.act(ADA, f"send?room={room}", text="the owner may")
    await _member(server, room, "bot", "member")
    assert await server.refused("sendMessage", chat_id=room, text="x") == (
        "Bad Request: have no rights to send a message"
    )
    assert await server.refused("banChatMember", chat_id=room, user_id=BEN) == (
        "Bad Request: not enough rights to restrict/unrestrict chat member"
    )


@pytest.mark.parametrize(
    ("method", "status", "text"),
    [
        ("pinChatMessage", "member", "not enough rights to manage pinned messages in the chat"),
        ("deleteMessage", "member", "message can't be deleted"),
        ("pinChatMessage", "administrator", None),
        ("deleteMessage", "administrator", None),
    ],
)
async def test_what_others_wrote_is_governed(server: Server, method, status, text):
    room = await _room(server, members=[BEN], bot=status)
    theirs = await server.act(BEN, f"send?room={room}", text="x")
    _, answer = await server.api(method, chat_id=room, message_id=theirs["message_id"])
    assert answer.get("description") == (text and f"Bad Request: {text}")


async def test_an_upgrade_moves_everybody(server: Server):
    old = await _room(server, "group", members=[BEN], bot="administrator")
    await _drain(server)
    _, fresh = await server.client(f"rooms/{old}/upgrade", {})
    new = fresh["room"]["id"]
    leaving, coming = [update["message"] for update in await _drain(server)]
    assert (leaving["chat"]["id"], leaving["migrate_to_chat_id"]) == (old, new)
    assert (coming["chat"]["id"], coming["migrate_from_chat_id"]) == (new, old)
    await server.act(BEN, f"send?room={new}", text="here")
    status, _ = await server.client(f"chats/{BEN}/send?room={old}", {"text": "there"})
    assert status == 400
    status, _ = await server.client(f"rooms/{old}/upgrade", {})
    assert status == 400


async def test_the_bot_leaves(server: Server):
    room = await _room(server)
    await server.ok("leaveChat", chat_id=room)
    assert await server.refused("getChat", chat_id=room) == (
        "Forbidden: bot is not a member of the supergroup chat"
    )


async def test_commands_of_a_room(server: Server):
    room = await _room(server, members=[BEN])

    async def offer(name: str, **scope: Any) -> None:
        commands = [{"command": name, "description": "x"}]
        await server.ok("setMyCommands", commands=commands, scope=scope)

    async def seen(person: int) -> str:
        _, told = await server.client(f"bots?person={person}&room={room}")
        return str(told["bots"][0]["commands"][0]["command"])

    await offer("all", type="all_group_chats")
    assert await seen(BEN) == "all"
    await offer("admin", type="chat_administrators", chat_id=room)
    assert (await seen(ADA), await seen(BEN)) == ("admin", "all")
    await offer("ben", type="chat_member", chat_id=room, user_id=BEN)
    assert await seen(BEN) == "ben"
