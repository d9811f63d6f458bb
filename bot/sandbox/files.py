"""Files: kept by their hash, named by file ids, measured by Pillow."""

import asyncio
import hashlib
import mimetypes
import secrets
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import aiohttp
from PIL import Image, UnidentifiedImageError

from bot.sandbox.errors import bad_request
from bot.sandbox.model import JSON, StoredFile
from bot.sandbox.params import Params, Upload
from bot.sandbox.world import World

PHOTO_LIMIT = 10 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
FILE_LIMIT = 50 * 1024 * 1024
_THUMB = 320  # pixels on the longer side
_LOOPBACK = ("127.0.0.1", "localhost", "::1")

# file id prefix, download folder, name in error texts
_KINDS = {
    "photo": ("AgACAgIAAxk", "photos", "Photo"),
    "document": ("BQACAgIAAxk", "documents", "Document"),
    "video": ("BAACAgIAAxk", "videos", "Video"),
    "animation": ("CgACAgIAAxk", "animations", "Animation"),
    "audio": ("CQACAgIAAxk", "music", "Audio"),
    "voice": ("AwACAgIAAxk", "voice", "VoiceNote"),
}


async def resolve(
    world: World, bot_id: int, params: Params, field: str, kind: str, given: str | None = None
) -> StoredFile:
    """The file of an argument: a file part, `attach://part`, a file id or an address.

    `given` replaces the argument's text (media of an album). Raises BotApiError.
    """
    reference = params.text(field) if given is None else given
    if reference.startswith("attach://"):
        upload = params.uploads.get(reference.removeprefix("attach://"))
        if upload is None:
            raise bad_request("can't parse InputMedia: media not found")
        return await store(world, bot_id, kind, upload)
    if given is None and field in params.uploads:
        return await store(world, bot_id, kind, params.uploads[field])
    if not reference:
        raise bad_request(f"there is no {kind} in the request")
    if "://" in reference:
        return await store(world, bot_id, kind, await _fetch(reference))
    stored = world.files.get(reference)
    if stored is None or stored.bot_id != bot_id:
        raise bad_request("wrong remote file identifier specified: can't unserialize it")
    if stored.kind != kind:
        one, other = _KINDS[stored.kind][2], _KINDS[kind][2]
        raise bad_request(f"can't use file of type {one} as {other}")
    return stored


async def _fetch(address: str) -> Upload:
    """Download from this machine; the sandbox reaches no further."""
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise bad_request("wrong HTTP URL specified") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("wrong HTTP URL specified")
    failed = bad_request("failed to get HTTP URL content")
    if parts.hostname not in _LOOPBACK:
        raise failed
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20)) as session,
            session.get(address) as answer,
        ):
            if answer.status != 200:
                raise failed
            data = await answer.content.read(DOWNLOAD_LIMIT + 1)
    except (aiohttp.ClientError, TimeoutError) as error:
        raise failed from error
    if len(data) > DOWNLOAD_LIMIT:
        raise failed
    return Upload(PurePosixPath(parts.path).name or "file", answer.content_type, data)


async def store(world: World, bot_id: int, kind: str, upload: Upload) -> StoredFile:
    """Keep the bytes of `upload` as a file of the bot's. Raises BotApiError."""
    size = len(upload.data)
    if size == 0:
        raise bad_request("file must be non-empty")
    if size > FILE_LIMIT:
        raise bad_request("file is too big")
    width = height = 0
    if kind == "photo":
        if size > PHOTO_LIMIT:
            raise bad_request(
                f"file of size {size} bytes is too big for a photo; "
                f"the maximum size is {PHOTO_LIMIT} bytes"
            )
        width, height = measure(upload.data)
    blob = hashlib.sha256(upload.data).hexdigest()
    await asyncio.to_thread(_write, world.blobs / blob, upload.data)
    prefix, folder, _ = _KINDS[kind]
    name = PurePosixPath(upload.name.replace("\\", "/")).name or kind
    mime = _mime(kind, name, upload)
    suffix = PurePosixPath(name).suffix or mimetypes.guess_extension(mime) or ""
    stored = StoredFile(
        id=prefix + secrets.token_urlsafe(36),
        unique_id=_unique(kind, blob, 0),
        bot_id=bot_id,
        kind=kind,
        name=name,
        mime=mime,
        size=size,
        blob=blob,
        path=f"{folder}/file_{len(world.files)}{suffix}",
        width=width,
        height=height,
    )
    world.keep(stored)
    return stored


def _mime(kind: str, name: str, upload: Upload) -> str:
    if kind == "photo":
        with Image.open(BytesIO(upload.data)) as picture:
            return Image.MIME.get(picture.format or "", "image/jpeg")
    guessed = mimetypes.guess_type(name)[0]
    return guessed or upload.mime or "application/octet-stream"


def _unique(kind: str, blob: str, side: int) -> str:
    digest = hashlib.sha256(f"{kind}:{blob}:{side}".encode()).hexdigest()
    return f"AQAD{digest[:14]}"


def _write(path: Path, data: bytes) -> None:
    if not path.exists():
        fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        fresh.write_bytes(data)
        fresh.replace(path)


def measure(data: bytes) -> tuple[int, int]:
    """Width and height in pixels; refuses what Telegram would not take as a photo."""
    try:
        with Image.open(BytesIO(data)) as picture:
            width, height = picture.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def photo_sizes(world: World, stored: StoredFile) -> list[JSON]:
    """The PhotoSizes of a photo, smallest first: large pictures come with a small one."""
    sizes = []
    if max(stored.width, stored.height) > _THUMB:
        sizes.append(_size(_thumb(world, stored)))
    return [*sizes, _size(stored)]


def _thumb(world: World, stored: StoredFile) -> StoredFile:
    scale = _THUMB / max(stored.width, stored.height)
    path = PurePosixPath(stored.path)
    thumb = replace(
        stored,
        id=f"{stored.id}-s",
        unique_id=_unique(stored.kind, stored.blob, _THUMB),
        width=max(1, round(stored.width * scale)),
        height=max(1, round(stored.height * scale)),
        side=_THUMB,
        path=str(path.with_name(f"{path.stem}_s{path.suffix}")),
    )
    if thumb.id not in world.files:
        world.keep(thumb)
    return thumb


def _size(stored: StoredFile) -> JSON:
    size: JSON = {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "width": stored.width,
        "height": stored.height,
    }
    if not stored.side:
        size["file_size"] = stored.size
    return size


def file_json(stored: StoredFile) -> JSON:
    """A Document, Animation and their like."""
    sent: JSON = {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_name": stored.name,
        "mime_type": stored.mime,
        "file_size": stored.size,
    }
    if stored.kind in ("video", "animation"):
        sent |= {"width": stored.width or 640, "height": stored.height or 360}
    if stored.kind in ("video", "animation", "audio", "voice"):
        sent["duration"] = 0
    if stored.kind == "voice":
        del sent["file_name"]
    return sent


async def content(world: World, stored: StoredFile) -> bytes:
    """The bytes of a file; of a scaled one as JPEG."""
    return await asyncio.to_thread(_content, world.blobs / stored.blob, stored.side)


def _content(path: Path, side: int) -> bytes:
    data = path.read_bytes()
    if not side:
        return data
    with Image.open(BytesIO(data)) as picture:
        small = picture.convert("RGB")
        small.thumbnail((side, side))
        out = BytesIO()
        small.save(out, "JPEG", quality=85)
    return out.getvalue()
