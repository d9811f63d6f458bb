"""Messages without files, copies and forwards."""

from typing import Any

from bot.sandbox import chats, messages
from bot.sandbox.errors import bad_request
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.model import JSON, Entry
from bot.sandbox.params import Params
from bot.sandbox.registry import Call, method

_ACTIONS = frozenset(
    (
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    )
)
_CONTENT = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "photo",
    "document",
    "video",
    "animation",
    "audio",
    "voice",
    "location",
    "venue",
    "contact",
    "invoice",
)


@method("sendMessage")
async def send_message(call: Call) -> JSON:
    content = messages.text_content(call.params)
    return _send(call, content)


def _send(call: Call, content: JSON) -> JSON:
    markup = reply_markup(call.params)
    chat = call.chat()
    return messages.put(call, chat, content | messages.options(call, chat), markup)


def _point(params: Params) -> JSON:
    latitude, longitude = params.number("latitude"), params.number("longitude")
    for name, value in (("latitude", latitude), ("longitude", longitude)):
        if value is None:
            raise bad_request(f"{name} is empty")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong location specified")
    point: JSON = {"latitude": latitude, "longitude": longitude}
    if params.has("horizontal_accuracy"):
        point["horizontal_accuracy"] = params.number("horizontal_accuracy")
    return point


def location_of(params: Params) -> JSON:
    """The content of a message that shows a point. Raises BotApiError."""
    return {"location": _point(params)}


def venue_of(params: Params) -> JSON:
    """The content of a message that shows a venue. Raises BotApiError."""
    point = _point(params)
    venue: JSON = {
        "location": point,
        "title": params.required("title"),
        "address": params.required("address"),
    }
    for name in ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type"):
        if params.has(name):
            venue[name] = params.text(name)
    return {"venue": venue, "location": point}


def contact_of(params: Params) -> JSON:
    """The content of a message that shows a contact. Raises BotApiError."""
    contact: JSON = {
        "phone_number": params.required("phone_number"),
        "first_name": params.required("first_name"),
    }
    for name in ("last_name", "vcard"):
        if params.has(name):
            contact[name] = params.text(name)
    return {"contact": contact}


@method("sendLocation")
async def send_location(call: Call) -> JSON:
    return _send(call, location_of(call.params))


@method("sendVenue")
async def send_venue(call: Call) -> JSON:
    return _send(call, venue_of(call.params))


@method("sendContact")
async def send_contact(call: Call) -> JSON:
    return _send(call, contact_of(call.params))


@method("sendChatAction")
async def send_chat_action(call: Call) -> bool:
    action = call.params.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = call.chat()
    chats.show_action(call.sandbox, chat, action)
    return True


def _source(call: Call, what: str) -> Entry:
    """The message of `from_chat_id` and `message_id`; `what` is done with it."""
    given = Params({**call.params.values, "chat_id": call.params.values.get("from_chat_id")})
    asked = Call(call.sandbox, call.bot, given)
    entry = asked.entry(asked.chat(writing=False), f"message to {what} not found")
    if not any(name in entry.message for name in _CONTENT):
        raise bad_request(f"message can't be {'copied' if what == 'copy' else 'forwarded'}")
    return entry


def _content_of(message: JSON) -> JSON:
    return {name: message[name] for name in _CONTENT if name in message}


@method("copyMessage")
async def copy_message(call: Call) -> JSON:
    source = _source(call, "copy")
    if source.invoice is not None:
        raise bad_request("message can't be copied")
    content = _content_of(source.message)
    if "caption" in call.params.values and "text" not in content:
        for name in ("caption", "caption_entities"):
            content.pop(name, None)
        content |= messages.caption_content(call.params)
    return {"message_id": _send(call, content)["message_id"]}


@method("forwardMessage")
async def forward_message(call: Call) -> JSON:
    source = _source(call, "forward")
    chat = call.chat()
    content = forwarded(source)
    return chats.post(call.sandbox, call.bot, chat, content, invoice=source.invoice).message


@method("forwardMessages")
async def forward_messages(call: Call) -> list[JSON]:
    return await _many(call, forward_message)


@method("copyMessages")
async def copy_messages(call: Call) -> list[JSON]:
    return await _many(call, copy_message)


async def _many(call: Call, one: Any) -> list[JSON]:
    identifiers = call.params.ids("message_ids")
    if not 1 <= len(identifiers) <= 100:
        raise bad_request("there must be 1 to 100 message identifiers")
    sent = []
    for identifier in identifiers:
        asked = Call(
            call.sandbox, call.bot, Params({**call.params.values, "message_id": identifier})
        )
        sent.append({"message_id": (await one(asked))["message_id"]})
    return sent


def _origin(message: JSON) -> JSON:
    if "from" in message:
        return {"type": "user", "sender_user": message["from"], "date": message["date"]}
    channel = {"chat": message["chat"], "message_id": message["message_id"]}
    return {"type": "channel", **channel, "date": message["date"]}


def forwarded(source: Entry) -> JSON:
    """The content of a forward: who wrote it, and only those buttons that lead somewhere."""
    message = source.message
    content = _content_of(message)
    content["forward_origin"] = message.get("forward_origin") or _origin(message)
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    if rows and all("url" in button for row in rows for button in row):
        content["reply_markup"] = {"inline_keyboard": rows}
    return content
