"""Typing `@bot query`, and sending one of the results."""

import asyncio

from aiohttp import web

from bot.sandbox import chats
from bot.sandbox.client.guard import body, reply, text_of
from bot.sandbox.client.scene import Scene, scene_of
from bot.sandbox.entities import safe_html
from bot.sandbox.errors import ClientError
from bot.sandbox.model import JSON


async def ask(request: web.Request) -> web.Response:
    """Type `@bot query`: the results, or null if the bot does not answer."""
    data = await body(request)
    scene = scene_of(request)
    query = data.get("query", "")
    if not isinstance(query, str) or len(query) > 256:
        raise ClientError("query is a text of at most 256 characters.")
    answer = await _ask(scene, query)
    if answer is None:
        return reply({"ok": True, "results": None})
    return reply({"ok": True, "results": [_shown(result) for result in answer["results"]]})


async def choose(request: web.Request) -> web.Response:
    """Type a query and send the result with the id `result` into the own chat with the bot."""
    data = await body(request)
    scene = scene_of(request)
    query, wanted = str(data.get("query", "")), text_of(data, "result")
    answer = await _ask(scene, query)
    found = next((r for r in (answer or {"results": []})["results"] if r["id"] == wanted), None)
    if found is None:
        raise ClientError("The bot offers no such result.", 404)
    content = {**found["content"], "via_bot": scene.bot.user()}
    entry = chats.receive(scene.sandbox, scene.bot, scene.person, content)
    chosen = {"result_id": wanted, "from": chats.user_of(scene.person), "query": query}
    scene.bot.queue.push("chosen_inline_result", chosen, f"inline{scene.person.id}")
    return reply({"ok": True, "message_id": entry.message_id})


async def _ask(scene: Scene, query: str) -> JSON | None:
    questions = scene.sandbox.inline
    identifier, answer = questions.ask()
    update = {
        "id": identifier,
        "from": chats.user_of(scene.person),
        "query": query,
        "offset": "",
        "chat_type": "sender",
    }
    scene.bot.queue.push("inline_query", update, f"inline{scene.person.id}")
    try:
        return await asyncio.wait_for(answer, scene.sandbox.patience.tap)
    except TimeoutError:
        return None
    finally:
        questions.give_up(identifier)


def _shown(result: JSON) -> JSON:
    content = result["content"]
    text: str = content.get("text") or content.get("caption") or ""
    entities: list[JSON] = content.get("entities") or content.get("caption_entities") or []
    shown = {name: value for name, value in result.items() if name != "content"}
    return {**shown, "html": safe_html(text, entities)}
