"""Acting in a chat: reading, writing, tapping, blocking."""

import asyncio
import re

from aiohttp import web

from bot.sandbox import chats
from bot.sandbox.client.guard import body, number_of, reply, text_of
from bot.sandbox.client.links import invoice_slug, start_link
from bot.sandbox.client.scene import Scene, person_of, scene_of
from bot.sandbox.client.view import invoice_view, keyboard_view, message_view
from bot.sandbox.entities import plain
from bot.sandbox.errors import ClientError
from bot.sandbox.methods.sending import forwarded
from bot.sandbox.model import JSON, Entry


async def read_chat(request: web.Request) -> web.Response:
    """The chat as the person sees it."""
    scene = scene_of(request)
    world, chat = scene.sandbox.world, scene.chat
    entries = world.entries.get(chat.key, {})
    view: JSON = {
        "messages": [message_view(world, entry) for entry in entries.values()],
        "keyboard": keyboard_view(chat.keyboard),
        "pinned": chat.pinned,
        "action": chats.action_now(scene.sandbox, chat),
        "blocked": chat.blocked,
        "started": chat.started,
    }
    return reply({"chat": view, "event": scene.sandbox.events.last})


def say(scene: Scene, text: str) -> Entry:
    """The person writes `text`. Raises ClientError."""
    return scene.receive(_typed(text))


def _typed(text: str) -> JSON:
    formatted = plain(text)
    if not formatted.text:
        raise ClientError("text is empty.")
    content: JSON = {"text": formatted.text}
    if formatted.entities:
        content["entities"] = formatted.entities
    return content


def start_bot(scene: Scene, payload: str) -> Entry:
    """The person opens the bot by its button or a link. Raises ClientError."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,64}", payload):
        raise ClientError("A start payload has at most 64 of A-Z, a-z, 0-9, _ and -.")
    scene.sandbox.trail.note("starts", scene.person.id, data=payload)
    return say(scene, f"/start {payload}".strip())


async def start(request: web.Request) -> web.Response:
    """Press START, with an optional payload."""
    data = await body(request)
    payload = data.get("payload") or ""
    if not isinstance(payload, str):
        raise ClientError("payload is a text.")
    return _made(start_bot(scene_of(request), payload))


async def send(request: web.Request) -> web.Response:
    """Write a text; commands in it are marked as such."""
    text = text_of(await body(request), "text")
    return _made(say(scene_of(request), text))


async def press(request: web.Request) -> web.Response:
    """Press a button of the reply keyboard: its text is sent, a one-time keyboard goes."""
    text = text_of(await body(request), "text")
    scene = scene_of(request)
    keyboard = scene.chat.keyboard
    if keyboard is not None and keyboard.get("one_time_keyboard"):
        chats.set_keyboard(scene.sandbox, scene.chat, None)
    return _made(say(scene, text))


async def open_url(request: web.Request) -> web.Response:
    """Open a link as the person does: one to a bot of the sandbox starts it."""
    return reply(await follow(scene_of(request), text_of(await body(request), "url")))


async def follow(scene: Scene, url: str) -> JSON:
    """Open `url`: a bot's deep link is a start with its payload, others are only named."""
    slug = invoice_slug(url)
    asked = scene.sandbox.world.invoices.get(slug) if slug else None
    if asked is not None:
        shown = {"invoice": invoice_view(asked.invoice), "slug": slug}
        return {"ok": True, "opened": False, "url": url, **shown}
    link = start_link(url)
    if link is None:
        return {"ok": True, "opened": False, "url": url}
    name, payload = link
    for bot in scene.sandbox.bots.values():
        if bot.account.username.lower() == name:
            entry = start_bot(Scene(scene.sandbox, bot, scene.person), payload)
            made = entry.message_id
            return {"ok": True, "opened": True, "message_id": made, "bot": bot.account.username}
    return {"ok": True, "opened": False, "url": url}


async def tap(request: web.Request) -> web.Response:
    """Tap a button of a message, or send any callback data as if there were such a button."""
    data = await body(request)
    scene = scene_of(request)
    entry = scene.entry(number_of(data, "message_id"))
    if "data" in data:
        return reply(await _call_back(scene, entry, text_of(data, "data")))
    button = _button(entry, number_of(data, "row"), number_of(data, "col"))
    told = button.get("callback_data") or button.get("url") or ""
    scene.sandbox.trail.note("taps", scene.person.id, text=button["text"], data=told)
    if "callback_data" in button:
        return reply(await _call_back(scene, entry, button["callback_data"]))
    if "url" in button:
        return reply({"answer": None, **await follow(scene, button["url"])})
    if "copy_text" in button:
        return reply({"ok": True, "answer": None, "copied": button["copy_text"]["text"]})
    if button.get("pay"):
        raise ClientError("This is a pay button: use …/pay.")
    for name in ("switch_inline_query", "switch_inline_query_current_chat"):
        if name in button:
            return reply({"ok": True, "answer": None, "query": button[name]})
    if "switch_inline_query_chosen_chat" in button:
        wish = button["switch_inline_query_chosen_chat"]
        return reply({"ok": True, "answer": None, "query": wish.get("query", "")})
    if "web_app" in button:
        return reply({"ok": True, "answer": None, "url": button["web_app"]["url"]})
    raise ClientError("This kind of button does nothing in the sandbox.")


def _button(entry: Entry, row: int, column: int) -> JSON:
    rows = entry.message.get("reply_markup", {}).get("inline_keyboard", [])
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise ClientError("There is no such button at this message.", 404)
    button: JSON = rows[row][column]
    return button


async def _call_back(scene: Scene, entry: Entry, data: str) -> JSON:
    if entry.hidden and not entry.inline_id:
        raise ClientError("Buttons of a forwarded copy do not reach the bot.")
    sandbox = scene.sandbox
    identifier, answer = sandbox.callbacks.ask()
    which = (
        {"inline_message_id": entry.inline_id} if entry.inline_id else {"message": entry.message}
    )
    query = {
        "id": identifier,
        "from": chats.user_of(scene.person),
        **which,
        "chat_instance": scene.chat.instance,
        "data": data,
    }
    if scene.bot.queue.push("callback_query", query, f"callback{scene.person.id}") is None:
        sandbox.callbacks.give_up(identifier)
        return {"ok": True, "answer": None}
    loop = asyncio.get_running_loop()
    loop.call_later(sandbox.patience.query, sandbox.callbacks.give_up, identifier)
    try:
        # The bot may still answer after the page stops waiting, hence the shield.
        given = await asyncio.wait_for(asyncio.shield(answer), sandbox.patience.tap)
    except TimeoutError:
        return {"ok": True, "answer": None}
    if given.get("text") or given.get("url"):
        sandbox.events.publish("alert", given, bot=scene.bot.id, person=scene.person.id)
    if given.get("url"):
        await follow(scene, given["url"])
    return {"ok": True, "answer": given}


async def block(request: web.Request) -> web.Response:
    """Block the bot."""
    scene = scene_of(request)
    chats.set_blocked(scene.sandbox, scene.bot, scene.person, blocked=True)
    return reply({"ok": True})


async def unblock(request: web.Request) -> web.Response:
    """Unblock the bot."""
    scene = scene_of(request)
    chats.set_blocked(scene.sandbox, scene.bot, scene.person, blocked=False)
    return reply({"ok": True})


async def edit(request: web.Request) -> web.Response:
    """Change an own text; the bot gets an edited_message."""
    data = await body(request)
    scene = scene_of(request)
    entry = scene.entry(number_of(data, "message_id"))
    if not scene.wrote(entry) or "text" not in entry.message:
        raise ClientError("Only own texts can be edited.")
    content = _typed(text_of(data, "text"))
    kept = {name: v for name, v in entry.message.items() if name not in ("text", "entities")}
    entry.message = kept | content
    scene.edited(entry)
    return _made(entry)


async def delete(request: web.Request) -> web.Response:
    """Delete a message; Telegram tells the bot nothing."""
    scene = scene_of(request)
    entry = scene.entry(number_of(await body(request), "message_id"))
    chats.remove(scene.sandbox, scene.chat, entry)
    return reply({"ok": True})


async def forward(request: web.Request) -> web.Response:
    """Forward a message to another person, or a post of a room to the "bot", which sees it."""
    data = await body(request)
    scene = scene_of(request)
    entry = scene.entry(number_of(data, "message_id"))
    if data.get("to") == "bot":
        return _made(Scene(scene.sandbox, scene.bot, scene.person).receive(forwarded(entry)))
    receiver = person_of(scene.sandbox, data.get("to"))
    content = forwarded(entry)
    if entry.invoice is not None:
        content["reply_markup"] = _invoice_buttons(scene, entry)
    copy = chats.show_copy(
        scene.sandbox,
        scene.sandbox.world.chat(scene.bot.id, receiver.id),
        entry.message.get("from") or chats.user_of(scene.person),
        content,
        invoice=entry.invoice,
    )
    return reply({"ok": True, "message_id": copy.message_id, "to": receiver.id})


def _invoice_buttons(scene: Scene, entry: Entry) -> JSON:
    """A forwarded invoice can be paid by anybody, unless it has a start parameter."""
    parameter = (entry.invoice or {})["start_parameter"]
    if not parameter:
        markup: JSON = entry.message["reply_markup"]
        return markup
    link = f"https://t.me/{scene.bot.account.username}?start={parameter}"
    text = entry.message["reply_markup"]["inline_keyboard"][0][0]["text"]
    return {"inline_keyboard": [[{"text": text, "url": link}]]}


def _made(*entries: Entry) -> web.Response:
    return reply(
        {
            "ok": True,
            "message_id": entries[-1].message_id,
            "message_ids": [entry.message_id for entry in entries],
        }
    )
