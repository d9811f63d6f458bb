"""Every method, update and error text that the platform page lists is there.

The lists stand here as they stand there; a line without a way to see it would fail.
"""

import asyncio
from collections.abc import Awaitable
from io import BytesIO
from typing import Any

import aiohttp
import pytest

from bot.sandbox.errors import BotApiError
from bot.sandbox.files import DOWNLOAD_LIMIT, FILE_LIMIT
from bot.sandbox.methods import load
from bot.sandbox.registry import METHODS as KNOWN
from bot.sandbox.server import Patience
from tests.sandbox.running import ADA, BEN, TOKEN, Server, bot_of

_METHODS = """
    getMe logOut close getUpdates setWebhook deleteWebhook getWebhookInfo
    sendMessage sendPhoto sendDocument sendMediaGroup sendLocation sendVenue sendContact sendVideo
    sendAnimation sendPoll stopPoll sendChatAction copyMessage copyMessages forwardMessage
    forwardMessages editMessageText editMessageCaption editMessageMedia editMessageReplyMarkup
    deleteMessage deleteMessages pinChatMessage unpinChatMessage unpinAllChatMessages
    answerCallbackQuery answerInlineQuery
    sendInvoice createInvoiceLink answerPreCheckoutQuery answerShippingQuery refundStarPayment
    getStarTransactions getFile getUserProfilePhotos
    getChat getChatMember getChatMemberCount getChatAdministrators leaveChat
    setMyCommands getMyCommands deleteMyCommands setChatMenuButton getChatMenuButton
    setMyDescription setMyShortDescription setMyName setMyProfilePhoto removeMyProfilePhoto
    setMessageReaction
"""
_UPDATES = """
    message edited_message channel_post edited_channel_post callback_query inline_query
    chosen_inline_result shipping_query pre_checkout_query poll poll_answer my_chat_member
    chat_member
"""
METHODS, UPDATES = _METHODS.split(), _UPDATES.split()
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
HOOK = "https://bot.example/hook"
INVOICE = {
    "title": "Two seats",
    "description": "Opening show",
    "payload": "order-1",
    "provider_token": "284685063:TEST:abc",
    "currency": "EUR",
    "prices": "[]",
}
BUTTON: dict[str, Any] = {"text": "a", "callback_data": "x" * 65}
# (text after "Bad Request: ", method, arguments besides chat_id); `{own}` is a text of the bot's,
# `{theirs}` one of Ada's.
REFUSALS: list[tuple[str, str, dict[str, Any]]] = [
    ("chat not found", "sendMessage", {"chat_id": 4242, "text": "x"}),
    ("chat_id is empty", "sendMessage", {"chat_id": "", "text": "x"}),
    ("message text is empty", "sendMessage", {}),
    ("message is too long", "sendMessage", {"text": "x" * 4097}),
    ("text is too long", "sendMessage", {"text": "x" * 32_769}),
    ("message caption is too long", "editMessageCaption", {"caption": "x" * 1025}),
    (
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        "sendMessage",
        {"text": "<b>x", "parse_mode": "HTML"},
    ),
    (
        'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
        "sendMessage",
        {"text": "<x>", "parse_mode": "HTML"},
    ),
    (NOT_MODIFIED, "editMessageText", {"message_id": "{own}", "text": "own"}),
    ("message to edit not found", "editMessageText", {"message_id": 99, "text": "x"}),
    ("message to delete not found", "deleteMessage", {"message_id": 99}),
    ("message to copy not found", "copyMessage", {"from_chat_id": ADA, "message_id": 99}),
    ("message to forward not found", "forwardMessage", {"from_chat_id": ADA, "message_id": 99}),
    ("message to pin not found", "pinChatMessage", {"message_id": 99}),
    (
        "message to be replied not found",
        "sendMessage",
        {"text": "x", "reply_parameters": {"message_id": 99}},
    ),
    ("message can't be deleted", "deleteMessage", {"message_id": "{old}"}),
    ("message can't be edited", "editMessageText", {"message_id": "{theirs}", "text": "x"}),
    (TOO_OLD, "answerCallbackQuery", {"callback_query_id": "1"}),
    (TOO_OLD, "answerInlineQuery", {"inline_query_id": "1", "results": []}),
    (TOO_OLD, "answerPreCheckoutQuery", {"pre_checkout_query_id": "1", "ok": True}),
    (
        "BUTTON_DATA_INVALID",
        "sendMessage",
        {"text": "x", "reply_markup": {"inline_keyboard": [[BUTTON]]}},
    ),
    (
        "reply markup is too long",
        "sendMessage",
        {"text": "x", "reply_markup": {"inline_keyboard": [[{**BUTTON, "text": "x" * 10_000}]]}},
    ),
    ("object expected as reply markup", "sendMessage", {"text": "x", "reply_markup": "[1]"}),
    ("wrong file_id or the file is temporarily unavailable", "getFile", {"file_id": "none"}),
    ("file is too big", "getFile", {"file_id": "{large}"}),
    ("wrong HTTP URL specified", "sendPhoto", {"photo": "ftp://x.example/a"}),
    ("failed to get HTTP URL content", "sendPhoto", {"photo": "https://x.example/a.png"}),
    ("invalid webhook URL specified", "setWebhook", {"url": "http://x.example"}),
    ("secret token is too long", "setWebhook", {"url": HOOK, "secret_token": "s" * 257}),
    (
        "secret token contains unallowed characters",
        "setWebhook",
        {"url": HOOK, "secret_token": "ü"},
    ),
    ("there must be at least one price", "sendInvoice", INVOICE),
    (
        "STARS_INVOICE_INVALID",
        "sendInvoice",
        {**INVOICE, "currency": "XTR", "prices": [{"label": "x", "amount": 1}]},
    ),
    (
        "STARS_INVOICE_INVALID",
        "sendInvoice",
        {
            **INVOICE,
            "currency": "XTR",
            "provider_token": "",
            "prices": [{"label": "x", "amount": 1}, {"label": "y", "amount": 1}],
        },
    ),
]


@pytest.mark.parametrize("name", METHODS)
def test_methods(name: str) -> None:
    load()
    assert KNOWN[name.lower()][0] == name


async def _props(server: Server) -> dict[str, Any]:
    """Messages and a file that refusals are about."""
    await server.started(ADA)
    own = await server.ok("sendMessage", chat_id=ADA, text="own")
    old = await server.ok("sendMessage", chat_id=ADA, text="old")
    theirs = await server.act(ADA, "send", text="theirs")
    (chat,) = server.sandbox.world.entries.values()
    chat[old["message_id"]].message["date"] -= 49 * 3600
    form = aiohttp.FormData({"chat_id": str(ADA)})
    form.add_field("document", BytesIO(bytes(DOWNLOAD_LIMIT + 1)), filename="long.mp4")
    async with server.http.post(f"/bot{TOKEN}/sendDocument", data=form) as answer:
        large = (await answer.json())["result"]["document"]["file_id"]
    return {
        "{own}": own["message_id"],
        "{old}": old["message_id"],
        "{theirs}": theirs["message_id"],
        "{large}": large,
    }


async def test_refusals(server: Server) -> None:
    """One scene for all: a refusal changes nothing."""
    props = await _props(server)
    for text, method, arguments in REFUSALS:
        filled = {
            name: props.get(value, value) if isinstance(value, str) else value
            for name, value in arguments.items()
        }
        told = await server.refused(method, **({"chat_id": ADA} | filled))
        assert told == f"Bad Request: {text}", method


async def _room(server: Server, kind: str, **more: Any) -> int:
    _, made = await server.client(
        "rooms", {"kind": kind, "title": "Salon", "owner": ADA, "bot": "administrator", **more}
    )
    return int(made["room"]["id"])


async def _write(server: Server, chat_id: int) -> tuple[int, Any]:
    return await server.api("sendMessage", chat_id=chat_id, text="x")


@pytest.mark.parametrize(
    ("kind", "status", "text"),
    [
        ("group", "kicked", "bot was kicked from the group chat"),
        ("supergroup", "kicked", "bot was kicked from the supergroup chat"),
        ("channel", "kicked", "bot was kicked from the channel chat"),
        ("group", "left", "bot is not a member of the group chat"),
        ("supergroup", "left", "bot is not a member of the supergroup chat"),
        ("channel", "left", "bot is not a member of the channel chat"),
    ],
)
async def test_rooms_without_the_bot(server: Server, kind: str, status: str, text: str) -> None:
    room = await _room(server, kind)
    await server.client(f"rooms/{room}/member", {"user": "bot", "status": status})
    code, answer = await _write(server, room)
    assert (code, answer["description"]) == (403, f"Forbidden: {text}")


async def test_a_deleted_and_an_upgraded_group(server: Server) -> None:
    gone = await _room(server, "group")
    await server.client(f"rooms/{gone}", {}, verb="DELETE")
    code, answer = await _write(server, gone)
    assert (code, answer["description"]) == (403, "Forbidden: the group chat was deleted")

    old = await _room(server, "group")
    _, fresh = await server.client(f"rooms/{old}/upgrade", {})
    code, answer = await _write(server, old)
    assert (code, answer["description"]) == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
    )
    assert answer["parameters"] == {"migrate_to_chat_id": fresh["room"]["id"]}
    assert (await _write(server, fresh["room"]["id"]))[0] == 200


async def test_people_who_cannot_be_written_to(server: Server) -> None:
    server.sandbox.patience = Patience(tap=0.01)
    texts = []
    for prepare in (
        lambda: server.act(BEN, "inline", query="x"),
        lambda: server.act(BEN, "block"),
        lambda: server.client("people", {"id": BEN, "deactivated": True}),
    ):
        await prepare()
        code, answer = await _write(server, BEN)
        assert code == 403
        texts.append(answer["description"])
    assert texts == [
        "Forbidden: bot can't initiate conversation with a user",
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
    ]


async def test_tokens_paths_and_methods(server: Server) -> None:
    for path, status, text in (
        ("/bot7700000001:wrong/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 401, "Unauthorized: invalid token specified"),
        (f"/bot{TOKEN}/getNothing", 404, "Not Found: method not found"),
        ("/bot", 404, "Not Found"),
    ):
        async with server.http.get(path) as answer:
            told = {"ok": False, "error_code": status, "description": text}
            assert (answer.status, await answer.json()) == (status, told)


async def test_polls_that_are_in_the_way(server: Server) -> None:
    (bot, _) = server.sandbox.bots.values()

    async def ended(by: Awaitable[Any]) -> str:
        waiting = asyncio.create_task(bot.queue.poll(0, 100, 30))
        await asyncio.sleep(0)
        await by
        with pytest.raises(BotApiError) as caught:
            await waiting
        assert caught.value.code == 409
        return caught.value.description

    assert await ended(server.updates(wait=0)) == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    hook = server.ok("setWebhook", url="http://127.0.0.1:9/hook")
    assert await ended(hook) == "Conflict: terminated by setWebhook request"
    assert await server.refused("getUpdates") == WEBHOOK_ACTIVE


async def test_refusals_of_the_server_itself(server: Server) -> None:
    await server.started(ADA)
    for kind, status, text in (
        ("429", 429, "Too Many Requests: retry after 7"),
        ("500", 500, "Internal Server Error"),
        ("403", 403, "Forbidden: bot was blocked by the user"),
    ):
        await server.client("faults", {"kind": kind, "seconds": 7})
        async with server.http.post(f"/bot{TOKEN}/getMe") as answer:
            told = await answer.json()
            assert (answer.status, told["description"]) == (status, text)
            if status == 429:
                assert answer.headers["Retry-After"] == "7"
                assert told["parameters"] == {"retry_after": 7}
    await server.client("faults", {"kind": "502"})
    async with server.http.post(f"/bot{TOKEN}/getMe") as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
    form = aiohttp.FormData({"chat_id": str(ADA)})
    form.add_field("document", BytesIO(bytes(FILE_LIMIT + 2 * 1024 * 1024)), filename="x")
    async with server.http.post(f"/bot{TOKEN}/sendDocument", data=form) as answer:
        told = await answer.json()
        assert (answer.status, told["description"]) == (413, "Request Entity Too Large")


async def test_updates(server: Server) -> None:
    """Everything that people can do makes the update that it makes in Telegram."""
    await server.updates(wait=0, allowed_updates=UPDATES)
    seen: set[str] = set()

    async def answer(server: Server, update: dict[str, Any]) -> None:
        kind = next(name for name in update if name != "update_id")
        seen.add(kind)
        query = update[kind].get("id", "")
        if kind == "callback_query":
            assert update[kind]["chat_instance"]
            await server.ok("answerCallbackQuery", callback_query_id=query)
        elif kind == "inline_query":
            text = {"message_text": "x"}
            article = {"type": "article", "id": "1", "title": "x", "input_message_content": text}
            await server.ok("answerInlineQuery", inline_query_id=query, results=[article])
        elif kind == "shipping_query":
            price = [{"label": "Post", "amount": 500}]
            option = {"id": "post", "title": "By post", "prices": price}
            arguments = {"shipping_query_id": query, "ok": True, "shipping_options": [option]}
            await server.ok("answerShippingQuery", **arguments)
        elif kind == "pre_checkout_query":
            await server.ok("answerPreCheckoutQuery", pre_checkout_query_id=query, ok=True)

    async with bot_of(server, answer):
        await _live(server)
        await server.act(ADA, "block")
        async with asyncio.timeout(30):
            while seen != set(UPDATES):
                await server.act(ADA, "send", text="last")
    assert seen == set(UPDATES)


async def _live(server: Server) -> None:
    await server.act(ADA, "start")
    said = await server.act(ADA, "send", text="x")
    await server.act(ADA, "edit", message_id=said["message_id"], text="y")
    rows = [[{"text": "Yes", "callback_data": "yes"}]]
    sent = await server.ok(
        "sendMessage", chat_id=ADA, text="?", reply_markup={"inline_keyboard": rows}
    )
    await server.act(ADA, "tap", message_id=sent["message_id"], row=0, col=0)
    await server.act(ADA, "choose", query="x", result="1")
    price = [{"label": "Scarf", "amount": 4000}]
    invoice = {**INVOICE, "prices": price, "is_flexible": True}
    bill = await server.ok("sendInvoice", chat_id=ADA, **invoice)
    paid = await server.act(ADA, "pay", message_id=bill["message_id"])
    assert paid["result"] == "paid"
    poll = await server.ok(
        "sendPoll", chat_id=ADA, question="?", options=["Yes", "No"], is_anonymous=False
    )
    await server.act(ADA, "vote", message_id=poll["message_id"], options=[0])
    room = await _room(server, "channel")
    posted = await server.act(ADA, f"send?room={room}", text="news")
    await server.act(ADA, f"edit?room={room}", message_id=posted["message_id"], text="old news")
    await server.client(f"rooms/{room}/member", {"user": BEN, "status": "member"})
