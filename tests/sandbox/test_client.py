"""A program that knows only /client can do what a person does."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from bot.sandbox.server import Patience
from tests.sandbox.running import (
    ADA,
    BEN,
    TOKEN,
    Server,
    bot_of,
    picture,
    qr_picture,
    running,
)


async def test_it_describes_itself(server: Server):
    _, told = await server.client("")
    assert {"method": "POST", "path": "/client/chats/{person}/tap"}.items() <= next(
        route for route in told["routes"] if route["path"].endswith("/tap")
    ).items()
    assert all(route["does"].endswith(".") for route in told["routes"])


async def test_a_chat_is_read_as_the_person_sees_it(server: Server):
    await server.act(ADA, "start", payload="show_7")
    await server.ok(
        "sendMessage",
        chat_id=ADA,
        text="<b>Hi</b> <script>",
        entities=[],
        reply_markup={"keyboard": [["Shows"], [{"text": "Here", "request_location": True}]]},
    )
    chat = await server.chat(ADA)
    start, hello = chat["messages"]
    assert start["text"] == "/start show_7"
    assert start["from"]["is_bot"] is False
    assert hello["html"] == "&lt;b&gt;Hi&lt;/b&gt; &lt;script&gt;"
    assert chat["keyboard"]["keyboard"][0] == [{"text": "Shows"}]
    assert chat["started"] is True
    await server.ok("sendMessage", chat_id=ADA, text="bye", reply_markup={"remove_keyboard": True})
    assert (await server.chat(ADA))["keyboard"] is None


async def test_the_bot_is_seen_typing_until_it_writes(server: Server):
    await server.started(ADA)
    await server.ok("sendChatAction", chat_id=ADA, action="typing")
    assert (await server.chat(ADA))["action"] == "typing"
    await server.ok("sendMessage", chat_id=ADA, text="x")
    assert (await server.chat(ADA))["action"] is None


async def test_a_one_time_keyboard_goes_when_it_is_used(server: Server):
    await server.started(ADA)
    markup = {"keyboard": [["Yes"]], "one_time_keyboard": True}
    await server.ok("sendMessage", chat_id=ADA, text="?", reply_markup=markup)
    await server.act(ADA, "reply_keyboard", text="Yes")
    assert (await server.chat(ADA))["keyboard"] is None
    assert (await server.next_update("message"))["text"] == "Yes"


async def test_every_button(server: Server):
    await server.started(ADA)
    rows = [
        [{"text": "a", "callback_data": "a"}, {"text": "b", "copy_text": {"text": "copied"}}],
        [{"text": "c", "url": "https://t.me/atelier_bot?start=deep"}],
        [{"text": "d", "url": "https://x.example/"}],
        [{"text": "e", "switch_inline_query": "q"}],
    ]
    sent = await server.ok(
        "sendMessage", chat_id=ADA, text="x", reply_markup={"inline_keyboard": rows}
    )
    message_id = sent["message_id"]
    assert (await server.chat(ADA))["messages"][-1]["inline_keyboard"] == rows

    async def tap(row: int, col: int = 0):
        return await server.act(ADA, "tap", message_id=message_id, row=row, col=col)

    assert (await tap(0, 1))["copied"] == "copied"
    assert (await tap(1))["opened"] is True
    assert (await server.next_update("message"))["text"] == "/start deep"
    outside = await tap(2)
    assert (outside["opened"], outside["url"]) == (False, "https://x.example/")
    assert (await tap(3))["query"] == "q"
    status, _ = await server.client(
        f"chats/{ADA}/tap", {"message_id": message_id, "row": 9, "col": 0}
    )
    assert status == 404


async def test_forged_data_and_a_bot_that_does_not_answer(tmp_path):
    async with running(tmp_path, patience=Patience(tap=0.05)) as server:
        await server.started(ADA)
        sent = await server.ok("sendMessage", chat_id=ADA, text="x")
        answer = await server.act(ADA, "tap", message_id=sent["message_id"], data="forged:1")
        assert answer["answer"] is None
        query = await server.next_update("callback_query")
        assert query["data"] == "forged:1"
        # The page gave up waiting, the query did not: a late answer is taken, once.
        await server.ok("answerCallbackQuery", callback_query_id=query["id"])
        await server.refused("answerCallbackQuery", callback_query_id=query["id"])


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://t.me/atelier_bot?start=abc", "/start abc"),
        ("t.me/Atelier_Bot?start=abc", "/start abc"),
        ("tg://resolve?domain=atelier_bot&start=abc", "/start abc"),
        ("https://t.me/atelier_bot", "/start"),
        ("https://t.me/somebody_else?start=abc", None),
        ("https://evil.example/atelier_bot?start=abc", None),
        ("http://[", None),
    ],
)
async def test_links(server: Server, url, text):
    answer = await server.act(ADA, "open", url=url)
    assert answer["opened"] is (text is not None)
    if text:
        assert (await server.next_update("message"))["text"] == text


async def test_places_contacts_and_files(server: Server):
    await server.act(ADA, "start")
    await server.act(ADA, "location", latitude=45.4, longitude=9.1)
    own = await server.act(ADA, "contact")
    other = await server.act(ADA, "contact", of=BEN, phone_number="+391")
    form = aiohttp.FormData({"caption": "my look"})
    form.add_field("file", picture(), filename="look.png", content_type="image/png")
    async with server.http.post(f"/client/chats/{ADA}/photo", data=form) as answer:
        assert answer.status == 200
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("file", b"<script>alert(1)</script>", filename="x.html")
    async with server.http.post(f"/client/chats/{ADA}/document", data=form) as answer:
        assert answer.status == 200
    by_id = {m["message_id"]: m for m in (await server.chat(ADA))["messages"]}
    assert by_id[own["message_id"]]["contact"]["user_id"] == ADA
    assert by_id[other["message_id"]]["contact"]["user_id"] == BEN
    photo, document = list(by_id.values())[-2:]
    assert (photo["photo"]["width"], photo["caption"]) == (900, "my look")
    async with server.http.get(photo["photo"]["url"]) as answer:
        assert answer.content_type == "image/png"
        assert await answer.read() == picture()
    # A page that somebody uploads must never run as ours.
    async with server.http.get(document["document"]["url"]) as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("data", [b"", b"no picture"])
async def test_bad_pictures_are_refused_with_a_sentence(server: Server, data):
    form = aiohttp.FormData()
    form.add_field("file", data, filename="a.png")
    async with server.http.post(f"/client/chats/{ADA}/photo", data=form) as answer:
        assert answer.status == 400
        assert (await answer.json())["error"].endswith(".")


async def test_a_qr_is_scanned_by_another_person(server: Server):
    await server.started(ADA)
    link = "https://t.me/atelier_bot?start=t_abc"
    form = aiohttp.FormData({"chat_id": str(ADA)})
    form.add_field("photo", qr_picture(link), filename="qr.png")
    async with server.http.post(f"/bot{TOKEN}/sendPhoto", data=form) as answer:
        sent = (await answer.json())["result"]
    scanned = await server.act(ADA, "scan", message_id=sent["message_id"], person=BEN)
    assert (scanned["text"], scanned["opened"]) == (link, True)
    update = await server.next_update("message")
    assert (update["from"]["id"], update["text"]) == (BEN, "/start t_abc")
    _, told = await server.client(f"qr/{sent['photo'][-1]['file_id']}")
    assert told == {"text": link}


async def test_own_texts_can_be_edited(server: Server):
    await server.started(ADA)
    mine = (await server.act(ADA, "send", text="helo"))["message_id"]
    await server.next_update("message")
    await server.act(ADA, "edit", message_id=mine, text="hello")
    edited = await server.next_update("edited_message")
    assert (edited["message_id"], edited["text"]) == (mine, "hello")
    theirs = (await server.ok("sendMessage", chat_id=ADA, text="x"))["message_id"]
    status, _ = await server.client(f"chats/{ADA}/edit", {"message_id": theirs, "text": "y"})
    assert status == 400


async def test_blocking(server: Server):
    await server.started(ADA)
    await server.act(ADA, "block")
    assert (await server.chat(ADA))["blocked"] is True
    change = await server.next_update("my_chat_member")
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == (
        "member",
        "kicked",
    )
    await server.act(ADA, "block")
    await server.act(ADA, "unblock")
    assert (await server.next_update("my_chat_member"))["new_chat_member"]["status"] == "member"


async def test_reset_forgets_chats_and_no_message_id_comes_back(server: Server):
    await server.started(ADA)
    last = (await server.ok("sendMessage", chat_id=ADA, text="x"))["message_id"]
    await server.client("reset", {})
    chat = await server.chat(ADA)
    assert (chat["messages"], chat["started"]) == ([], False)
    assert (await server.act(ADA, "start"))["message_id"] > last


async def test_the_ledger_hides_secrets(server: Server):
    await server.started(ADA)
    await server.ok("sendMessage", chat_id=ADA, text="x")
    await server.ok("setWebhook", url="http://127.0.0.1:9/", secret_token="hush")
    await server.ok("deleteWebhook")
    _, told = await server.client("calls?since=0")
    assert TOKEN not in str(told)
    assert "hush" not in str(told)
    by_method = [call for call in told["calls"] if call["method"] == "sendMessage"]
    assert by_method[0]["params"]["text"] == "x"
    _, later = await server.client(f"calls?since={told['last']}")
    assert later["calls"] == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Host": "evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
    ],
)
async def test_pages_of_other_sites_are_refused(server: Server, headers):
    async with server.http.post(
        f"/client/chats/{ADA}/send", json={"text": "x"}, headers=headers
    ) as answer:
        assert answer.status == 403
    assert (await server.chat(ADA))["messages"] == []


async def test_wrong_addresses_and_bodies(server: Server):
    for path, body, status in (
        ("nothing", None, 404),
        ("chats/1", None, 404),
        ("chats/ada", None, 404),
        (f"chats/{ADA}/send", {}, 400),
        (f"chats/{ADA}/send", {"text": "   "}, 400),
        (f"chats/{ADA}/start", {"payload": "a b"}, 400),
        (f"chats/{ADA}/tap", {"message_id": 1, "row": 0, "col": 0}, 404),
        (f"chats/{ADA}/location", {"latitude": 91, "longitude": 0}, 400),
        (f"chats/{ADA}/pay", {"message_id": 1, "outcome": "maybe"}, 400),
        (f"chats/{ADA}?bot=nobody", None, 404),
        ("files/none", None, 404),
        ("calls?since=x", None, 400),
        ("updates", {}, 400),
        ("reset", None, 405),
    ):
        answered, answer = await server.client(path, body)
        assert answered == status, path
        assert answer["error"].endswith("."), path
    async with server.http.post(f"/client/chats/{ADA}/send", data=b"{") as answer:
        assert answer.status == 400


class Stream:
    """A reader of the server-sent events."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._content = response.content
        self.last_id = ""

    async def next(self) -> tuple[str, dict[str, Any]]:
        kind, data = "", {}
        async with asyncio.timeout(10):
            while True:
                line = (await self._content.readline()).decode().rstrip("\n")
                name, _, value = line.partition(": ")
                if name == "id":
                    self.last_id = value
                elif name == "event":
                    kind = value
                elif name == "data":
                    data = json.loads(value)
                elif line == "" and kind:
                    return kind, data

    async def until(self, kind: str) -> dict[str, Any]:
        while True:
            seen, data = await self.next()
            if seen == kind:
                return data


async def test_events_arrive_live_and_resume(server: Server):
    async with server.http.get(f"/client/events?person={ADA}") as response:
        stream = Stream(response)
        assert await stream.next() == ("hello", {"resumed": False})
        await server.act(ADA, "start")
        assert (await stream.until("message"))["message"]["text"] == "/start"
        await server.act(BEN, "start")
        sent = await server.ok("sendMessage", chat_id=ADA, text="x")
        assert (await stream.until("message"))["person"] == ADA
        await server.ok("editMessageText", chat_id=ADA, message_id=sent["message_id"], text="y")
        assert (await stream.until("edit"))["message"]["text"] == "y"
        await server.ok("sendChatAction", chat_id=ADA, action="typing")
        assert (await stream.until("action"))["action"] == "typing"
        last = stream.last_id
    await server.ok("deleteMessage", chat_id=ADA, message_id=sent["message_id"])
    await server.ok("setMyCommands", commands=[{"command": "a", "description": "b"}])
    headers = {"Last-Event-ID": last}
    async with server.http.get(f"/client/events?person={ADA}", headers=headers) as response:
        stream = Stream(response)
        assert await stream.next() == ("hello", {"resumed": True})
        assert await stream.next() == (
            "delete",
            {"person": ADA, "message_id": sent["message_id"]},
        )
        assert (await stream.next())[0] == "commands"
    headers = {"Last-Event-ID": "1"}
    async with server.http.get("/client/events", headers=headers) as response:
        assert await Stream(response).next() == ("hello", {"resumed": False})


async def test_alerts_are_events_too(server: Server):
    await server.started(ADA)
    sent = await server.ok(
        "sendMessage",
        chat_id=ADA,
        text="x",
        reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]},
    )

    async def answer(server: Server, update: dict[str, Any]) -> None:
        query = update["callback_query"]["id"]
        await server.ok("answerCallbackQuery", callback_query_id=query, text="Sold out")

    async with server.http.get("/client/events") as response:
        stream = Stream(response)
        await stream.next()
        async with bot_of(server, answer):
            await server.act(ADA, "tap", message_id=sent["message_id"], row=0, col=0)
        alert = await stream.until("alert")
        assert alert == {"person": ADA, "text": "Sold out", "show_alert": False}


async def test_the_page_is_served_with_a_strict_policy(tmp_path):
    page = tmp_path / "page"
    page.mkdir()
    (page / "index.html").write_text("<p>hello")
    (page / "app.js").write_text("1")
    (tmp_path / "secret.js").write_text("no")
    async with running(tmp_path / "state", page=page) as server:
        async with server.http.get("/") as answer:
            assert await answer.text() == "<p>hello"
            assert answer.content_type == "text/html"
            assert answer.headers["Cache-Control"] == "no-store"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert "unsafe" not in answer.headers["Content-Security-Policy"]
        async with server.http.get("/app.js") as answer:
            assert answer.content_type == "text/javascript"
        for path in ("/nothing.js", "/%2e%2e/secret.js", "/app", "/state/journal.jsonl"):
            async with server.http.get(path) as answer:
                assert answer.status == 404, path


async def test_without_a_page_the_rest_works(tmp_path):
    async with running(tmp_path / "state", page=tmp_path / "none") as server:
        async with server.http.get("/") as answer:
            assert answer.status == 404
        assert (await server.ok("getMe"))["username"] == "atelier_bot"


async def test_an_album_and_a_voice_message(server: Server):
    await server.started(ADA)
    form = aiohttp.FormData({"caption": "Three looks"})
    for color in ("navy", "teal", "gold"):
        form.add_field("file", picture(color=color), filename=f"{color}.png")
    async with server.http.post(f"/client/chats/{ADA}/album", data=form) as answer:
        assert len((await answer.json())["message_ids"]) == 3
    sent = [update["message"] for update in await server.updates()]
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message.get("caption") for message in sent] == ["Three looks", None, None]
    form = aiohttp.FormData()
    form.add_field("file", picture(), filename="one.png")
    async with server.http.post(f"/client/chats/{ADA}/album", data=form) as answer:
        assert answer.status == 400

    await server.updates(offset=-1, wait=0)
    await server.act(ADA, "voice", duration=7)
    assert (await server.updates())[-1]["message"]["voice"]["duration"] == 7


async def test_the_bot_has_a_portrait(server: Server):
    form = aiohttp.FormData({"photo": '{"type": "static", "photo": "attach://face"}'})
    form.add_field("face", picture(640, 640), filename="face.png")
    async with server.http.post(f"/bot{TOKEN}/setMyProfilePhoto", data=form) as answer:
        assert (await answer.json())["result"] is True
    me = int(TOKEN.partition(":")[0])
    assert (await server.ok("getUserProfilePhotos", user_id=me))["total_count"] == 1
    _, seen = await server.client("bots")
    async with server.http.get(seen["bots"][0]["photo"]) as answer:
        assert await answer.read() == picture(640, 640)
    await server.ok("removeMyProfilePhoto")
    _, seen = await server.client("bots")
    assert "photo" not in seen["bots"][0]
