"""Whatever a bot or a program sends, the answer is a refusal and never a crash."""

from typing import Any

import pytest

from bot.sandbox.methods import load
from bot.sandbox.registry import METHODS
from tests.sandbox.running import ADA, Server

load()
_STRANGE: tuple[Any, ...] = (
    None,
    "",
    "x" * 300,
    "🏟\x00",
    "[",
    "{}",
    -1,
    2**70,
    True,
    [],
    [None, 1, "a", [], {}],
    {},
    {"type": None, "inline_keyboard": 1},
    {"inline_keyboard": [[{"text": "a", "web_app": 1, "copy_text": [], "url": None}]]},
    {"keyboard": [[None]]},
    {"type": "chat", "chat_id": {}},
    [{"type": [], "media": {}, "caption": 5, "parse_mode": 7, "caption_entities": 3}],
    [{"type": "bold", "offset": "0", "length": None}],
    [{"label": 1, "amount": "9" * 40}],
    [{"id": "a", "type": "article", "input_message_content": {"message_text": []}}],
)
_NAMES = [
    "text",
    "caption",
    "parse_mode",
    "entities",
    "caption_entities",
    "reply_markup",
    "message_id",
    "message_ids",
    "media",
    "photo",
    "document",
    "prices",
    "title",
    "description",
    "payload",
    "currency",
    "provider_token",
    "scope",
    "commands",
    "language_code",
    "reaction",
    "reply_parameters",
    "url",
    "allowed_updates",
    "offset",
    "limit",
    "file_id",
    "latitude",
    "longitude",
    "from_chat_id",
    "menu_button",
    "results",
    "inline_query_id",
    "callback_query_id",
    "user_id",
    "action",
    "name",
    "phone_number",
    "first_name",
    "address",
    "ok",
    "pre_checkout_query_id",
    "max_connections",
    "chat_id",
]


@pytest.mark.parametrize("method", sorted(name for name, _ in METHODS.values()))
async def test_methods(server: Server, method: str):
    await server.started(ADA)
    sent = await server.ok("sendMessage", chat_id=ADA, text="x")
    base: dict[str, Any] = {"chat_id": ADA, "message_id": sent["message_id"], "text": "hello"}
    for strange in _STRANGE:
        for changes in (
            dict.fromkeys(_NAMES, strange),
            {name: strange for name in _NAMES if name != "chat_id"} | {"chat_id": ADA},
            *({**base, name: strange} for name in _NAMES[:8]),
        ):
            status, answer = await server.api(method, **changes)
            assert status < 500, (method, changes, answer)
    await server.ok("getMe")


@pytest.mark.parametrize(
    "act",
    [
        "start",
        "send",
        "reply_keyboard",
        "open",
        "tap",
        "location",
        "contact",
        "pay",
        "scan",
        "forward",
        "delete",
        "edit",
        "choose",
    ],
)
async def test_acts(server: Server, act: str):
    await server.started(ADA)
    names = "payload text url message_id row col data latitude longitude of to person outcome"
    for strange in (None, "", "x" * 5000, -1, 2**70, True, [], {}, "🏟\x00"):
        body = dict.fromkeys(names.split(), strange)
        status, answer = await server.client(f"chats/{ADA}/{act}", body)
        assert status < 500, (act, body, answer)
