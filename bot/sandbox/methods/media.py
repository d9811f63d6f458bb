"""Messages with files, albums, and downloads."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from bot.sandbox import files, messages
from bot.sandbox.errors import BotApiError, bad_request
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.model import JSON, StoredFile
from bot.sandbox.registry import Call, method

_ALBUM = ("photo", "video", "document", "audio")


def sent_media(call: Call, kind: str, stored: StoredFile) -> Any:
    """The file as the message's field shows it."""
    if kind == "photo":
        return files.photo_sizes(call.sandbox.world, stored)
    return files.file_json(stored)


def _sender(name: str, kind: str) -> Callable[[Call], Awaitable[Any]]:
    @method(name)
    async def send(call: Call) -> JSON:
        world = call.sandbox.world
        content = messages.caption_content(call.params)
        markup = reply_markup(call.params)
        chat = call.chat()
        reply = messages.options(call, chat)
        stored = await files.resolve(world, call.bot.id, call.params, kind, kind)
        content |= messages.media_content(kind, sent_media(call, kind, stored))
        return messages.put(call, chat, content | reply, markup)

    return send


send_photo = _sender("sendPhoto", "photo")
send_document = _sender("sendDocument", "document")
send_video = _sender("sendVideo", "video")
send_animation = _sender("sendAnimation", "animation")
send_audio = _sender("sendAudio", "audio")
send_voice = _sender("sendVoice", "voice")


@method("sendMediaGroup")
async def send_media_group(call: Call) -> list[JSON]:
    media = call.params.structure("media", "media")
    if media is None:
        raise bad_request('parameter "media" is required')
    if not isinstance(media, list) or not all(isinstance(item, dict) for item in media):
        raise bad_request("can't parse media JSON object")
    if not media:
        raise bad_request("there are no messages to send")
    if len(media) > 10:
        raise bad_request("too many messages to send as an album")
    kinds = [_album_kind(item) for item in media]
    for alone in ("document", "audio"):
        if alone in kinds and set(kinds) != {alone}:
            raise bad_request(f"{alone} can't be mixed with other media types")
    captions = [_caption(item) for item in media]
    chat = call.chat()
    reply = messages.options(call, chat)
    if len(media) > 1:
        reply["media_group_id"] = str(uuid4().int >> 66)
    contents = [
        messages.media_content(kind, await _album_media(call, number, kind, item)) | caption
        for number, (kind, item, caption) in enumerate(
            zip(kinds, media, captions, strict=True), start=1
        )
    ]
    return [messages.put(call, chat, content | reply, None) for content in contents]


def _album_kind(item: JSON) -> str:
    kind = item.get("type")
    if kind == "animation":
        raise bad_request(
            "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup"
        )
    if kind not in _ALBUM:
        raise bad_request("can't parse InputMedia: media type is unsupported")
    return str(kind)


def _caption(item: JSON) -> JSON:
    raw, mode = item.get("caption") or "", item.get("parse_mode") or ""
    caption = messages.caption_of(str(raw), str(mode), item.get("caption_entities"))
    if item.get("has_spoiler") is True:
        caption["has_media_spoiler"] = True
    return caption


async def input_media(call: Call, kind: str, item: JSON) -> Any:
    """The media of an InputMedia, as a message shows it."""
    given = item.get("media")
    if not isinstance(given, str) or not given:
        raise bad_request("can't parse InputMedia: media not found")
    world = call.sandbox.world
    stored = await files.resolve(world, call.bot.id, call.params, "media", kind, given)
    return sent_media(call, kind, stored)


async def _album_media(call: Call, number: int, kind: str, item: JSON) -> Any:
    try:
        return await input_media(call, kind, item)
    except BotApiError as error:
        reason = error.description.removeprefix("Bad Request: ")
        if reason.startswith("can't parse InputMedia"):
            raise
        reason = reason[0].upper() + reason[1:]
        raise bad_request(
            f'failed to send message #{number} with the error message "{reason}"'
        ) from error


def edited_media(item: Any) -> tuple[str, JSON, JSON]:
    """Kind, InputMedia and caption of editMessageMedia."""
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = item.get("type")
    if kind not in (*_ALBUM, "animation"):
        raise bad_request("can't parse InputMedia: media type is unsupported")
    return str(kind), item, _caption(item)


@method("getFile")
async def get_file(call: Call) -> JSON:
    stored = call.sandbox.world.files.get(call.params.text("file_id"))
    if not call.params.has("file_id"):
        raise bad_request("file_id not specified")
    if stored is None or stored.bot_id != call.bot.id:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if stored.size > files.DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }
