"""Changing and removing messages, and answering taps."""

from typing import Any

from bot.sandbox import chats, messages, rooms
from bot.sandbox.errors import bad_request, query_too_old
from bot.sandbox.keyboards import inline_only, reply_markup, same_markup
from bot.sandbox.methods.media import edited_media, input_media
from bot.sandbox.model import JSON, Entry
from bot.sandbox.registry import Call, method

_DELETABLE_FOR = 48 * 3600  # seconds
_MEDIA = ("photo", "document", "video", "animation", "audio", "voice")
_CAPTION = ("caption", "caption_entities", "show_caption_above_media", "has_media_spoiler")
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def _edited(call: Call) -> Entry:
    if call.params.has("inline_message_id"):
        return _inline(call)
    entry = call.entry(call.chat(), "message to edit not found")
    author = entry.message.get("from", call.bot.user())["id"]
    if author != call.bot.id or "forward_origin" in entry.message:
        raise bad_request("message can't be edited")
    return entry


def _inline(call: Call) -> Entry:
    """The message that inline mode sent. Raises BotApiError."""
    entry = call.sandbox.world.inline_entries.get(call.params.text("inline_message_id"))
    if entry is None or entry.bot_id != call.bot.id:
        raise bad_request("MESSAGE_ID_INVALID")
    return entry


def _apply(
    call: Call, entry: Entry, dropped: tuple[str, ...], content: JSON, markup: Any
) -> JSON | bool:
    """Replace the fields `dropped` by `content` and the keyboard; refuse a change of nothing.

    Returns the Message, or True for one of inline mode, as Telegram does.
    """
    message = entry.message
    kept = {name: value for name, value in message.items() if name not in dropped}
    kept.pop("reply_markup", None)
    fresh = kept | content
    if markup is not None:
        fresh["reply_markup"] = markup
    before = {name: value for name, value in message.items() if name != "reply_markup"}
    after = {name: value for name, value in fresh.items() if name != "reply_markup"}
    if before == after and same_markup(message.get("reply_markup"), markup):
        raise bad_request(NOT_MODIFIED)
    entry.message = fresh
    # A new keyboard alone does not mark the message as edited.
    chats.changed(call.sandbox, entry, edited=before != after)
    return True if entry.inline_id else entry.message


@method("editMessageText")
async def edit_message_text(call: Call) -> JSON | bool:
    content = messages.text_content(call.params)
    markup = inline_only(reply_markup(call.params))
    entry = _edited(call)
    if "text" not in entry.message:
        raise bad_request("there is no text in the message to edit")
    return _apply(call, entry, ("text", "entities"), content, markup)


@method("editMessageCaption")
async def edit_message_caption(call: Call) -> JSON | bool:
    content = messages.caption_content(call.params)
    markup = inline_only(reply_markup(call.params))
    entry = _edited(call)
    if not any(kind in entry.message for kind in _MEDIA):
        raise bad_request("there is no caption in the message to edit")
    return _apply(call, entry, _CAPTION[:3], content, markup)


@method("editMessageMedia")
async def edit_message_media(call: Call) -> JSON | bool:
    given = call.params.structure("media", "media")
    if given is None:
        raise bad_request('parameter "media" is required')
    kind, item, caption = edited_media(given)
    markup = inline_only(reply_markup(call.params))
    entry = _edited(call)
    if not any(name in entry.message for name in (*_MEDIA, "text")):
        raise bad_request("message can't be edited")
    _check_album(entry.message, kind)
    media = messages.media_content(kind, await input_media(call, kind, item))
    dropped = (*_MEDIA, *_CAPTION, "text", "entities")
    return _apply(call, entry, dropped, media | caption, markup)


def _check_album(message: JSON, kind: str) -> None:
    """Photos and videos of an album may take each other's place, nothing else may."""
    if "media_group_id" not in message:
        return
    if kind == "animation":
        raise bad_request("message content type can't be used in an album")
    for alone in ("document", "audio"):
        if (alone in message) != (kind == alone):
            raise bad_request("can't change media type in the album")


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(call: Call) -> JSON | bool:
    markup = inline_only(reply_markup(call.params))
    return _apply(call, _edited(call), (), {}, markup)


@method("deleteMessage")
async def delete_message(call: Call) -> bool:
    chat = call.chat(writing=False)
    entry = call.entry(chat, "message to delete not found")
    if not _deletable(call, entry):
        raise bad_request("message can't be deleted")
    chats.remove(call.sandbox, chat, entry)
    return True


def _deletable(call: Call, entry: Entry) -> bool:
    """For two days, and in a room only own ones or with the right to."""
    room, author = call.room(), entry.message.get("from", {}).get("id")
    if room is not None and rooms.may(room, call.bot.id, "can_delete_messages"):
        return True
    if room is not None and author != call.bot.id:
        return False
    sent_at: int = entry.message["date"]
    return chats.now() - sent_at <= _DELETABLE_FOR


@method("deleteMessages")
async def delete_messages(call: Call) -> bool:
    identifiers = call.params.ids("message_ids")
    if not 1 <= len(identifiers) <= 100:
        raise bad_request("there must be 1 to 100 message identifiers")
    chat = call.chat(writing=False)
    for identifier in identifiers:
        entry = call.find(chat, identifier)
        if entry is not None and _deletable(call, entry):
            chats.remove(call.sandbox, chat, entry)
    return True


@method("answerCallbackQuery")
async def answer_callback_query(call: Call) -> bool:
    text = call.params.text("text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    answer: JSON = {"show_alert": call.params.flag("show_alert")}
    if text:
        answer["text"] = text
    if call.params.has("url"):
        answer["url"] = call.params.text("url")
    if not call.sandbox.callbacks.answer(call.params.text("callback_query_id"), answer):
        raise query_too_old()
    return True


@method("setMessageReaction")
async def set_message_reaction(call: Call) -> bool:
    reactions = call.params.structure("reaction", "reaction") or []
    if not isinstance(reactions, list) or len(reactions) > 1:
        raise bad_request("REACTION_INVALID")
    entry = call.entry(call.chat(), "message to react not found")
    emoji = [reaction.get("emoji") for reaction in reactions if isinstance(reaction, dict)]
    if any(not isinstance(mark, str) for mark in emoji):
        raise bad_request("REACTION_INVALID")
    entry.reactions = [str(mark) for mark in emoji]
    chats.changed(call.sandbox, entry, edited=False)
    return True
