"""What the send methods share: text and caption, replies, and putting the message there."""

from typing import Any

from bot.sandbox import chats
from bot.sandbox.entities import CAPTION_LIMIT, TEXT_LIMIT, Formatted, format_text
from bot.sandbox.errors import bad_request
from bot.sandbox.model import JSON, Chat, Entry
from bot.sandbox.params import Params
from bot.sandbox.registry import Call


def text_content(params: Params) -> JSON:
    """`text` and `entities` of a Message. Raises BotApiError."""
    raw = params.text("text")
    if not raw:
        raise bad_request("message text is empty")
    formatted = format_text(raw, params.text("parse_mode"), params.structure("entities"))
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if formatted.units > TEXT_LIMIT:
        raise bad_request("message is too long")
    return _fields(formatted, "text", "entities")


def caption_content(params: Params) -> JSON:
    """`caption` and `caption_entities` of a Message, neither if there is no caption."""
    return caption_of(
        params.text("caption"), params.text("parse_mode"), params.structure("caption_entities")
    ) | _flags(params.values)


def caption_of(raw: str, parse_mode: str, entities: Any) -> JSON:
    formatted = format_text(raw, parse_mode, entities)
    if formatted.units > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return _fields(formatted, "caption", "caption_entities") if formatted.text else {}


def _flags(values: JSON) -> JSON:
    params = Params(values)
    return {
        message_name: True
        for name, message_name in (
            ("show_caption_above_media", "show_caption_above_media"),
            ("has_spoiler", "has_media_spoiler"),
        )
        if params.flag(name)
    }


def _fields(formatted: Formatted, text: str, entities: str) -> JSON:
    fields: JSON = {text: formatted.text}
    if formatted.entities:
        fields[entities] = [_with_user(entity) for entity in formatted.entities]
    return fields


def _with_user(entity: JSON) -> JSON:
    """A mention by id carries its User."""
    if entity["type"] != "text_mention" or "user" in entity:
        return entity
    person = entity["user_id"]
    rest = {name: value for name, value in entity.items() if name != "user_id"}
    return {**rest, "user": {"id": person, "is_bot": False, "first_name": str(person)}}


def media_content(kind: str, media: Any) -> JSON:
    """The field that holds the media; an animation is a document as well, for old bots."""
    return {kind: media, "document": media} if kind == "animation" else {kind: media}


def options(call: Call, chat: Chat) -> JSON:
    """What every send method may say besides its content: reply, protection, effect."""
    params = call.params
    fields: JSON = {}
    target = _reply_target(call, chat)
    if target is not None:
        nested = ("reply_to_message", "pinned_message")
        fields["reply_to_message"] = {
            name: value for name, value in target.message.items() if name not in nested
        }
    if params.flag("protect_content"):
        fields["has_protected_content"] = True
    if params.has("message_effect_id"):
        fields["effect_id"] = params.text("message_effect_id")
    return fields


def _reply_target(call: Call, chat: Chat) -> Entry | None:
    given = call.params.structure("reply_parameters", "reply parameters")
    tolerant = call.params.flag("allow_sending_without_reply")
    identifier = call.params.integer("reply_to_message_id")
    if isinstance(given, dict):
        tolerant = bool(given.get("allow_sending_without_reply"))
        wanted = given.get("message_id", 0)
        identifier = wanted if type(wanted) is int else 0
    if not identifier:
        return None
    target = call.find(chat, identifier)
    if target is None and not tolerant:
        raise bad_request("message to be replied not found")
    return target


def put(
    call: Call, chat: Chat, content: JSON, markup: JSON | None, *, invoice: JSON | None = None
) -> JSON:
    """Post the message with its keyboard; returns the Message."""
    if markup is not None and "inline_keyboard" in markup:
        content = {**content, "reply_markup": markup}
    entry = chats.post(call.sandbox, call.bot, chat, content, invoice=invoice)
    if markup is not None and "inline_keyboard" not in markup:
        keyboard = None if markup.get("remove_keyboard") else markup
        chats.set_keyboard(call.sandbox, chat, keyboard)
    return entry.message
