"""Typing `@bot query`, and sending one of the results."""

import asyncio
import secrets

from aiohttp import web

from bot.sandbox import chats
from bot.sandbox.client.guard import body, reply, text_of
from bot.sandbox.client.scene import Scene, person_of, scene_of
from bot.sandbox.client.view import file_url
from bot.sandbox.entities import safe_html
from bot.sandbox.errors import ClientError
from bot.sandbox.model import JSON
from bot.sandbox.sandbox import Offer


async def ask(request: web.Request) -> web.Response:
    """Type `@bot query`: the results, or null if the bot does not answer."""
    data = await body(request)
    scene = scene_of(request)
    answer = await _ask(scene, _query(data), str(data.get("offset") or ""), bool(data.get("to")))
    if answer is None:
        return reply({"ok": True, "results": None})
    shown: JSON = {"ok": True, "results": [_shown(result) for result in answer["results"]]}
    for name in ("next_offset", "button"):
        if answer.get(name):
            shown[name] = answer[name]
    return reply(shown)


async def choose(request: web.Request) -> web.Response:
    """Send the result with the id `result` into the own chat with the bot, or `to` a person."""
    data = await body(request)
    scene = scene_of(request)
    query, wanted = _query(data), text_of(data, "result")
    receiver = person_of(scene.sandbox, data["to"]) if data.get("to") else scene.person
    found = await _find(scene, query, wanted, elsewhere=receiver is not scene.person)
    content = {**found["content"], "via_bot": scene.bot.user()}
    inline_id = secrets.token_urlsafe(18) if "reply_markup" in content else ""
    sandbox, bot = scene.sandbox, scene.bot
    if receiver is scene.person:
        entry = scene.receive(content, inline_id)
    else:
        chat, sender = sandbox.world.chat(bot.id, receiver.id), chats.user_of(scene.person)
        entry = chats.show_copy(sandbox, chat, sender, content, inline_id=inline_id)
    chosen = {"result_id": wanted, "from": chats.user_of(scene.person), "query": query}
    sandbox.trail.note("chooses", scene.person.id, text=query, data=wanted)
    if inline_id:
        chosen["inline_message_id"] = inline_id
    bot.queue.push("chosen_inline_result", chosen, f"inline{scene.person.id}")
    return reply({"ok": True, "message_id": entry.message_id, "to": receiver.id})


def _query(data: JSON) -> str:
    query = data.get("query", "")
    if not isinstance(query, str) or len(query) > 256:
        raise ClientError("query is a text of at most 256 characters.")
    return query


async def _find(scene: Scene, query: str, wanted: str, *, elsewhere: bool) -> JSON:
    """A result that was offered, or is when the bot is asked again. Raises ClientError."""
    offer = scene.sandbox.offers.get((scene.bot.id, scene.person.id))
    if offer is None or offer.query != query or wanted not in offer.results:
        await _ask(scene, query, "", elsewhere)
        offer = scene.sandbox.offers.get((scene.bot.id, scene.person.id))
    if offer is None or wanted not in offer.results:
        raise ClientError("The bot offers no such result.", 404)
    return offer.results[wanted]


async def _ask(scene: Scene, query: str, offset: str, elsewhere: bool) -> JSON | None:
    """The bot's answer, kept for a choice; None if there is none. `elsewhere`: for a friend."""
    questions = scene.sandbox.inline
    identifier, answer = questions.ask()
    update = {
        "id": identifier,
        "from": chats.user_of(scene.person),
        "query": query,
        "offset": offset,
        "chat_type": _chat_type(scene, elsewhere),
    }
    scene.bot.queue.push("inline_query", update, f"inline{scene.person.id}")
    try:
        given = await asyncio.wait_for(answer, scene.sandbox.patience.tap)
    except TimeoutError:
        return None
    finally:
        questions.give_up(identifier)
    key = scene.bot.id, scene.person.id
    if not offset or key not in scene.sandbox.offers:
        scene.sandbox.offers[key] = Offer(query)
    scene.sandbox.offers[key].results.update({each["id"]: each for each in given["results"]})
    return given


def _chat_type(scene: Scene, elsewhere: bool) -> str:
    if scene.room is not None:
        return scene.room.kind
    return "private" if elsewhere else "sender"


def _shown(result: JSON) -> JSON:
    content = result["content"]
    text: str = content.get("text") or content.get("caption") or ""
    entities: list[JSON] = content.get("entities") or content.get("caption_entities") or []
    shown = {name: value for name, value in result.items() if name != "content"}
    if "photo" in content:
        shown["photo"] = file_url(content["photo"][0]["file_id"])
    return {**shown, "html": safe_html(text, entities)}
