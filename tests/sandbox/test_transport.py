"""How calls arrive and how refusals leave."""

import aiohttp
import pytest

from tests.sandbox.running import ADA, BEN, OTHER_TOKEN, TOKEN, picture


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot7700000001:wrong/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 401, "Unauthorized: invalid token specified"),
        (f"/bot{TOKEN}/getNothing", 404, "Not Found: method not found"),
        ("/bot", 404, "Not Found"),
        (f"/file/bot{TOKEN}/photos/none.png", 404, "Not Found"),
    ],
)
async def test_wrong_address(server, path, status, description):
    async with server.http.get(path) as answer:
        body = await answer.json()
        assert answer.status == status == body["error_code"]
        assert body == {"ok": False, "error_code": status, "description": description}


async def test_unknown_methods_are_seen_in_the_ledger(server):
    await server.api("approveSuggestedPost", chat_id=ADA)
    _, told = await server.client("calls?method=approveSuggestedPost")
    assert told["calls"][0]["status"] == 404


async def test_method_names_ignore_case(server):
    assert (await server.ok("GETME"))["username"] == "atelier_bot"


async def test_arguments_come_by_query_form_multipart_and_json(server):
    await server.started(ADA)
    path = f"/bot{TOKEN}/sendMessage"
    markup = '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}'
    query = {"chat_id": str(ADA), "text": "query", "protect_content": "true"}
    async with server.http.get(path, params=query) as answer:
        sent = await answer.json()
        assert sent["result"]["has_protected_content"] is True
    form = {"chat_id": str(ADA), "text": "form", "reply_markup": markup}
    async with server.http.post(path, data=form) as answer:
        assert (await answer.json())["result"]["reply_markup"]["inline_keyboard"]
    multipart = aiohttp.FormData(form, default_to_multipart=True)
    async with server.http.post(path, data=multipart) as answer:
        assert (await answer.json())["ok"] is True
    json = {"chat_id": ADA, "text": "json", "reply_markup": {"inline_keyboard": []}}
    async with server.http.post(path, json=json) as answer:
        assert (await answer.json())["ok"] is True


async def test_attached_files(server):
    await server.started(ADA)
    form = aiohttp.FormData({"chat_id": str(ADA), "photo": "attach://poster"})
    form.add_field("poster", picture(), filename="p.png", content_type="image/png")
    async with server.http.post(f"/bot{TOKEN}/sendPhoto", data=form) as answer:
        assert len((await answer.json())["result"]["photo"]) == 2


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "@ada", "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": ADA}, "message text is empty"),
        ("sendMessage", {"chat_id": ADA, "text": " \n "}, "text must be non-empty"),
        ("sendMessage", {"chat_id": ADA, "text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": ADA, "text": "x" * 32769}, "text is too long"),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "<x>", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
        ),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
        ("sendMessage", {"chat_id": ADA, "text": "x", "reply_markup": "["}, None),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "reply_markup": "[1]"},
            "object expected as reply markup",
        ),
        ("editMessageText", {"chat_id": ADA, "text": "x"}, "message identifier is not specified"),
        (
            "editMessageText",
            {"chat_id": ADA, "text": "x", "message_id": 1},
            "message can't be edited",
        ),
        ("deleteMessage", {"chat_id": ADA, "message_id": 77}, "message to delete not found"),
        (
            "copyMessage",
            {"chat_id": ADA, "from_chat_id": ADA, "message_id": 77},
            "message to copy not found",
        ),
        (
            "forwardMessage",
            {"chat_id": ADA, "from_chat_id": ADA, "message_id": 77},
            "message to forward not found",
        ),
        ("pinChatMessage", {"chat_id": ADA, "message_id": 77}, "message to pin not found"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        ("sendPhoto", {"chat_id": ADA}, "there is no photo in the request"),
        (
            "sendPhoto",
            {"chat_id": ADA, "photo": "https://x.example/a.png"},
            "failed to get HTTP URL content",
        ),
        ("sendPhoto", {"chat_id": ADA, "photo": "ftp://x.example/a"}, "wrong HTTP URL specified"),
        (
            "getFile",
            {"file_id": "none"},
            "wrong file_id or the file is temporarily unavailable",
        ),
        ("sendMediaGroup", {"chat_id": ADA, "media": "[]"}, "there are no messages to send"),
        ("setWebhook", {"url": "http://x.example"}, "invalid webhook URL specified"),
        (
            "setWebhook",
            {"url": "https://x.example", "secret_token": "s" * 257},
            "secret token is too long",
        ),
        (
            "setWebhook",
            {"url": "https://x.example", "secret_token": "ü"},
            "secret token contains unallowed characters",
        ),
        ("setMyCommands", {"commands": [{"command": "A B", "description": "x"}]}, None),
    ],
)
async def test_refusals(server, method, params, description):
    await server.started(ADA)
    told = await server.refused(method, **params)
    assert told.startswith("Bad Request: ")
    if description is not None:
        assert told == f"Bad Request: {description}"


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "a", "callback_data": "x" * 64}, None),
        ({"text": "a", "callback_data": "я" * 32}, None),
        ({"text": "a", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": "я" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "a"}, "text buttons are unallowed in the inline keyboard"),
        (
            {"text": "a", "url": "foo"},
            "inline keyboard button URL 'foo' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "a", "url": "ftp://x.example"},
            "inline keyboard button URL 'ftp://x.example' is invalid: Unsupported URL protocol",
        ),
        ({"text": "a", "pay": True}, "BUTTON_TYPE_INVALID"),
        ({"text": "a", "copy_text": {"text": "x"}}, None),
        ({"text": "a", "switch_inline_query": ""}, None),
    ],
)
async def test_buttons(server, button, description):
    await server.started(ADA)
    markup = {"inline_keyboard": [[button]]}
    status, answer = await server.api("sendMessage", chat_id=ADA, text="x", reply_markup=markup)
    assert answer.get("description") == (description and f"Bad Request: {description}")
    assert status == (400 if description else 200)


async def test_a_bot_cannot_write_first_nor_when_blocked(server):
    assert await server.refused("sendMessage", chat_id=BEN, text="x") == (
        "Forbidden: bot can't initiate conversation with a user"
    )
    await server.act(BEN, "start")
    await server.ok("sendMessage", chat_id=BEN, text="x")
    await server.act(BEN, "block")
    assert await server.refused("sendMessage", chat_id=BEN, text="x") == (
        "Forbidden: bot was blocked by the user"
    )
    await server.act(BEN, "send", text="hello again")
    await server.ok("sendMessage", chat_id=BEN, text="x")


async def test_chats_of_two_bots_are_apart(server):
    await server.started(ADA)
    sent = await server.ok("sendMessage", chat_id=ADA, text="x")
    status, answer = await server.api(
        "editMessageText", OTHER_TOKEN, chat_id=ADA, message_id=sent["message_id"], text="y"
    )
    assert (status, answer["ok"]) == (403, False)


async def test_files_belong_to_their_bot_and_kind(server):
    await server.started(ADA)
    form = aiohttp.FormData({"chat_id": str(ADA)}, quote_fields=False)
    form.add_field("document", b"x", filename="a/../x.txt")
    async with server.http.post(f"/bot{TOKEN}/sendDocument", data=form) as answer:
        document = (await answer.json())["result"]["document"]
    assert document["file_name"] == "x.txt"
    told = await server.refused("sendPhoto", chat_id=ADA, photo=document["file_id"])
    assert told == "Bad Request: can't use file of type Document as Photo"
    _, answer = await server.api("getFile", OTHER_TOKEN, file_id=document["file_id"])
    assert answer["ok"] is False


async def test_what_is_no_picture_is_no_photo(server):
    await server.started(ADA)
    for data, description in (
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (picture(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ):
        form = aiohttp.FormData({"chat_id": str(ADA)})
        form.add_field("photo", data, filename="p.png")
        async with server.http.post(f"/bot{TOKEN}/sendPhoto", data=form) as answer:
            assert (await answer.json())["description"] == f"Bad Request: {description}"


async def test_message_ids_rise_and_dates_are_seconds(server):
    await server.started(ADA)
    sent = [await server.ok("sendMessage", chat_id=ADA, text=str(n)) for n in range(3)]
    identifiers = [message["message_id"] for message in sent]
    assert identifiers == list(range(identifiers[0], identifiers[0] + 3))
    assert all(1_600_000_000 < message["date"] < 2**32 for message in sent)


async def test_unknown_arguments_are_tolerated(server):
    await server.started(ADA)
    await server.ok(
        "sendMessage",
        chat_id=ADA,
        text="x",
        message_effect_id="5",
        link_preview_options={"is_disabled": True},
        some_future_argument=[1],
    )
