"""Inline mode: what the bot offers, page by page, and where a choice goes."""

import asyncio
from typing import Any

import aiohttp

from tests.sandbox.running import ADA, BEN, TOKEN, Server, bot_of, picture

LINK = {"inline_keyboard": [[{"text": "Tickets", "url": "https://t.me/atelier_bot?start=1"}]]}
BUTTON = {"inline_keyboard": [[{"text": "Like", "callback_data": "like"}]]}


def _article(number: int, **more: Any) -> dict[str, Any]:
    text = {"message_text": f"<b>Show {number}</b>", "parse_mode": "HTML"}
    article = {"type": "article", "id": f"show-{number}", "title": f"Show {number}"}
    return {**article, "input_message_content": text, **more}


class Shows:
    """A bot with five shows, two a page."""

    def __init__(self, **more: Any) -> None:
        self.asked: list[Any] = []
        self.chosen: asyncio.Queue[Any] = asyncio.Queue()
        self.more = more

    async def __call__(self, server: Server, update: dict[str, Any]) -> None:
        query = update.get("inline_query")
        if query is None:
            if "chosen_inline_result" in update:
                self.chosen.put_nowait(update["chosen_inline_result"])
            return
        self.asked.append(query)
        first = int(query["offset"] or 0)
        await server.ok(
            "answerInlineQuery",
            inline_query_id=query["id"],
            results=[_article(number, **self.more) for number in range(first, min(first + 2, 5))],
            next_offset=str(first + 2) if first + 2 < 5 else "",
            button={"text": "All shows", "start_parameter": "shows"},
        )


async def test_results_come_page_by_page(server: Server):
    await server.started(ADA)
    shows = Shows()
    async with bot_of(server, shows):
        first = await server.act(ADA, "inline", query="show")
        assert [each["title"] for each in first["results"]] == ["Show 0", "Show 1"]
        assert first["results"][0]["html"] == "<b>Show 0</b>"
        assert first["button"] == {"text": "All shows", "start_parameter": "shows"}
        third = await server.act(ADA, "inline", query="show", offset="4")
        assert [each["title"] for each in third["results"]] == ["Show 4"]
        assert "next_offset" not in third
        # What stood on the first page can still be chosen, without asking again.
        sent = await server.act(ADA, "choose", query="show", result="show-1")
    assert [query["offset"] for query in shows.asked] == ["", "4"]
    assert shows.asked[0]["chat_type"] == "sender"
    message = (await server.chat(ADA))["messages"][-1]
    assert (message["message_id"], message["text"]) == (sent["message_id"], "Show 1")


async def test_a_program_may_choose_without_looking(server: Server):
    await server.started(ADA)
    async with bot_of(server, Shows(reply_markup=LINK)):
        await server.act(ADA, "choose", query="show", result="show-1")
        status, _ = await server.client(f"chats/{ADA}/choose", {"query": "show", "result": "x"})
    assert status == 404
    message = (await server.chat(ADA))["messages"][-1]
    assert message["inline_keyboard"][0][0]["text"] == "Tickets"


async def test_a_result_is_sent_to_a_friend_whose_taps_reach_the_bot(server: Server):
    await server.started(ADA)
    shows = Shows(reply_markup=BUTTON)
    async with bot_of(server, shows):
        await server.act(ADA, "inline", query="show", to=BEN)
        sent = await server.act(ADA, "choose", query="show", result="show-0", to=BEN)
        chosen = await shows.chosen.get()
    (copy,) = (await server.chat(BEN))["messages"]
    assert (copy["text"], copy["from"]["id"], copy["via"]) == ("Show 0", ADA, "atelier_bot")
    assert (chosen["result_id"], chosen["from"]["id"]) == ("show-0", ADA)

    tap = {"message_id": sent["message_id"], "row": 0, "col": 0}

    async def like(server: Server, update: dict[str, Any]) -> None:
        query = update["callback_query"]
        assert (query["from"]["id"], query.get("message")) == (BEN, None)
        assert query["inline_message_id"] == chosen["inline_message_id"]
        await server.ok("answerCallbackQuery", callback_query_id=query["id"])
        edit = {"inline_message_id": query["inline_message_id"], "text": "Liked"}
        assert await server.ok("editMessageText", **edit) is True

    async with bot_of(server, like):
        await server.act(BEN, "tap", **tap)
    assert (await server.chat(BEN))["messages"][-1]["text"] == "Liked"


async def test_places_and_photos_are_results_too(server: Server):
    await server.started(ADA)
    form = aiohttp.FormData({"chat_id": str(ADA)})
    form.add_field("photo", picture(), filename="p.png")
    async with server.http.post(f"/bot{TOKEN}/sendPhoto", data=form) as answer:
        photo = (await answer.json())["result"]["photo"][-1]["file_id"]
    spot = {"latitude": 45.46, "longitude": 9.19, "title": "Palazzo", "address": "Via Bagutta 12"}
    results = [
        {"type": "photo", "id": "p", "photo_file_id": photo, "caption": "Look 1"},
        {"type": "venue", "id": "v", **spot},
        {"type": "location", "id": "l", "latitude": 1, "longitude": 2, "title": "There"},
        {"type": "contact", "id": "c", "phone_number": "+39", "first_name": "Desk"},
    ]

    async def offer(server: Server, update: dict[str, Any]) -> None:
        if "inline_query" in update:
            query = update["inline_query"]["id"]
            await server.ok("answerInlineQuery", inline_query_id=query, results=results)

    async with bot_of(server, offer):
        offered = await server.act(ADA, "inline", query="")
        assert offered["results"][0]["photo"].startswith("/client/files/")
        for result in results:
            await server.act(ADA, "choose", query="", result=result["id"])
    sent = (await server.chat(ADA))["messages"][-4:]
    kinds = ("photo", "venue", "location", "contact")
    assert [kind in each for kind, each in zip(kinds, sent, strict=True)] == [True] * 4
