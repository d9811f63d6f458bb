"""Sending what is not text: places, contacts, pictures, files, money; and scanning a QR."""

import asyncio
import wave
from io import BytesIO
from uuid import uuid4

from aiohttp import web

from bot.sandbox import chats, codes, files, messages, payments
from bot.sandbox.api import SANDBOX
from bot.sandbox.client.chat import follow
from bot.sandbox.client.guard import body, number_of, reply
from bot.sandbox.client.scene import Scene, person_of, scene_of
from bot.sandbox.entities import plain
from bot.sandbox.errors import BotApiError, ClientError
from bot.sandbox.model import JSON, StoredFile
from bot.sandbox.params import Upload

_INLINE_TYPES = ("image/png", "image/jpeg", "image/gif", "image/webp")


async def location(request: web.Request) -> web.Response:
    """Share a place."""
    data = await body(request)
    scene = scene_of(request)
    point: JSON = {}
    for name, furthest in (("latitude", 90), ("longitude", 180)):
        value = data.get(name)
        if not isinstance(value, int | float) or not -furthest <= value <= furthest:
            raise ClientError(f"{name} is a number of at most {furthest} degrees.")
        point[name] = float(value)
    return _sent(scene, {"location": point})


async def contact(request: web.Request) -> web.Response:
    """Share a contact: the own one, or with `of` somebody else's."""
    data = await body(request)
    scene = scene_of(request)
    whose = person_of(scene.sandbox, data["of"]) if data.get("of") else scene.person
    number = data.get("phone_number") or f"+3933{whose.id % 10**8:08d}"
    if not isinstance(number, str) or len(number) > 32:
        raise ClientError("phone_number is a text of at most 32 characters.")
    card: JSON = {
        "phone_number": number,
        "first_name": whose.first_name,
        "user_id": whose.id,
    }
    if whose.last_name:
        card["last_name"] = whose.last_name
    return _sent(scene, {"contact": card})


async def photo(request: web.Request) -> web.Response:
    """Send a picture: multipart, field `file`, optional `caption`."""
    return await _upload(request, "photo")


async def document(request: web.Request) -> web.Response:
    """Send a file: multipart, field `file`, optional `caption`."""
    return await _upload(request, "document")


async def video(request: web.Request) -> web.Response:
    """Send a film: multipart, field `file`, optional `caption`."""
    return await _upload(request, "video")


async def voice(request: web.Request) -> web.Response:
    """Say something for `duration` seconds; what is recorded is silence."""
    data = await body(request)
    scene = scene_of(request)
    duration = data.get("duration", 3)
    if type(duration) is not int or not 1 <= duration <= 60:
        raise ClientError("duration is between 1 and 60 seconds.")
    upload = Upload("voice.wav", "audio/wav", _silence(duration))
    stored = await files.store(scene.sandbox.world, scene.bot.id, "voice", upload)
    return _sent(scene, {"voice": {**files.file_json(stored), "duration": duration}})


def _silence(seconds: int) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * 8000 * seconds)
    return out.getvalue()


async def album(request: web.Request) -> web.Response:
    """Send 2 to 10 pictures as an album: multipart, several `file`, optional `caption`."""
    scene = scene_of(request)
    parts, caption = await _form(request)
    if not 2 <= len(parts) <= 10:
        raise ClientError("An album holds 2 to 10 pictures.")
    group = str(uuid4().int >> 66)
    contents = [await _content_of(scene, "photo", part) for part in parts]
    contents[0] |= _captioned(caption)
    entries = [scene.receive({"media_group_id": group, **content}) for content in contents]
    made = [entry.message_id for entry in entries]
    return reply({"ok": True, "message_id": made[-1], "message_ids": made})


async def _upload(request: web.Request, kind: str) -> web.Response:
    scene = scene_of(request)
    parts, caption = await _form(request)
    return _sent(scene, await _content_of(scene, kind, parts[0]) | _captioned(caption))


async def _form(request: web.Request) -> tuple[list[web.FileField], str]:
    """The files, at least one, and the caption of a multipart body. Raises ClientError."""
    wrong = ClientError("Send multipart/form-data with the field file.")
    if not request.content_type.startswith("multipart/"):
        raise wrong
    form = await request.post()
    parts = [part for part in form.getall("file", []) if isinstance(part, web.FileField)]
    caption = form.get("caption", "")
    if not parts or not isinstance(caption, str):
        raise wrong
    return parts, caption


async def _content_of(scene: Scene, kind: str, part: web.FileField) -> JSON:
    """The field of a message that holds the file. Raises ClientError."""
    world = scene.sandbox.world
    upload = Upload(part.filename, part.content_type, part.file.read())
    try:
        stored = await files.store(world, scene.bot.id, kind, upload)
    except BotApiError as error:
        raise ClientError(_refusal(error)) from error
    sent = files.photo_sizes(world, stored) if kind == "photo" else files.file_json(stored)
    return messages.media_content(kind, sent)


def _captioned(caption: str) -> JSON:
    formatted = plain(caption)
    content: JSON = {}
    if formatted.text:
        content["caption"] = formatted.text
    if formatted.entities:
        content["caption_entities"] = formatted.entities
    return content


def _refusal(error: BotApiError) -> str:
    match error.description.removeprefix("Bad Request: "):
        case "IMAGE_PROCESS_FAILED":
            return "This is no picture that can be sent."
        case "PHOTO_INVALID_DIMENSIONS":
            return "This picture is too large or too narrow."
        case "file must be non-empty":
            return "This file is empty."
        case reason:
            return f"{reason[0].upper()}{reason[1:]}."


def _sent(scene: Scene, content: JSON) -> web.Response:
    entry = scene.receive(content)
    made = entry.message_id
    return reply({"ok": True, "message_id": made, "message_ids": [made]})


async def pay(request: web.Request) -> web.Response:
    """Pay the invoice of a message, or of a `slug`: `outcome` is one of `payments.WAYS`."""
    data = await body(request)
    scene = scene_of(request)
    how = data.get("outcome", "pay")
    if how not in payments.WAYS:
        raise ClientError(f"outcome is one of {', '.join(payments.WAYS)}.")
    if "slug" in data:
        link = scene.sandbox.world.invoices.get(str(data["slug"]))
        if link is None or link.bot_id != scene.bot.id:
            raise ClientError("There is no such invoice.", 404)
        outcome = await payments.pay(scene, link.invoice, how)
        scene.sandbox.world.keep(link)
    else:
        entry = scene.entry(number_of(data, "message_id"))
        outcome = await payments.pay(scene, payments.payable(entry), how)
        if outcome.charges or outcome.result == "waiting":
            chats.changed(scene.sandbox, entry, edited=False)
    return reply(outcome.view())


async def scan(request: web.Request) -> web.Response:
    """Hold the QR of a message in front of another person's camera, who opens its link."""
    data = await body(request)
    scene = scene_of(request)
    entry = scene.entry(number_of(data, "message_id"))
    scanner = person_of(scene.sandbox, data.get("person"))
    picture = entry.message.get("photo")
    if not picture:
        raise ClientError("This message has no photo.")
    text = await _decode(scene.sandbox.world.files[picture[-1]["file_id"]], scene)
    if text is None:
        raise ClientError("There is no readable QR code in this photo.")
    scene.sandbox.trail.note("scans", scanner.id, data=text)
    opened = await follow(Scene(scene.sandbox, scene.bot, scanner), text)
    return reply({**opened, "text": text})


async def _decode(stored: StoredFile, scene: Scene) -> str | None:
    return await asyncio.to_thread(codes.read, await files.content(scene.sandbox.world, stored))


def _file(request: web.Request) -> StoredFile:
    stored = request.app[SANDBOX].world.files.get(request.match_info["file_id"])
    if stored is None:
        raise ClientError("There is no such file.", 404)
    return stored


async def qr(request: web.Request) -> web.Response:
    """What the code in a picture says; null if there is none."""
    world = request.app[SANDBOX].world
    data = await files.content(world, _file(request))
    return reply({"text": await asyncio.to_thread(codes.read, data)})


async def file(request: web.Request) -> web.Response:
    """The bytes of a file. Only pictures are shown in place, all else is a download."""
    stored = _file(request)
    data = await files.content(request.app[SANDBOX].world, stored)
    mime = "image/jpeg" if stored.side else stored.mime
    shown = mime in _INLINE_TYPES
    name = "".join(char if char.isalnum() or char in "._- " else "_" for char in stored.name)
    response = web.Response(
        body=data,
        content_type=mime if shown else "application/octet-stream",
        headers={
            "Cache-Control": "private, max-age=31536000, immutable",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )
    if not shown:
        ascii_name = name.encode("ascii", "replace").decode().replace("?", "_")
        response.headers["Content-Disposition"] = f'attachment; filename="{ascii_name}"'
    return response
