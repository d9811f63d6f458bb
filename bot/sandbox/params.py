"""The arguments of a call, wherever in the request they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from aiohttp import web

from bot.sandbox.errors import BotApiError, bad_request
from bot.sandbox.model import JSON

_Part = str | bytes | bytearray | web.FileField
_NOTHING = (None, "")
_TRUE = ("true", "yes", "1")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file part of a multipart request."""

    name: str
    mime: str
    data: bytes


class Params:
    """Arguments by name. Values are strings (query, forms) or JSON values."""

    def __init__(self, values: JSON, uploads: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.uploads = uploads or {}

    def has(self, name: str) -> bool:
        return self.values.get(name) not in _NOTHING

    def text(self, name: str, default: str = "") -> str:
        """The argument as text, stripped of nothing."""
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float):
            return str(value)
        return orjson.dumps(value).decode()

    def required(self, name: str) -> str:
        text = self.text(name)
        if not text:
            raise bad_request(f'parameter "{name}" is required')
        return text

    def integer(self, name: str, default: int = 0) -> int:
        """The argument as an integer; what is not a number counts as 0, as in Telegram."""
        if not self.has(name):
            return default
        try:
            return int(self.text(name))
        except ValueError:
            return 0

    def number(self, name: str) -> float | None:
        try:
            return float(self.text(name))
        except ValueError:
            return None

    def flag(self, name: str, default: bool = False) -> bool:
        if not self.has(name):
            return default
        return self.text(name).lower() in _TRUE

    def structure(self, name: str, what: str = "") -> Any:
        """A JSON argument, as a value or as a string that holds one; None if absent."""
        value = self.values.get(name)
        if value in _NOTHING:
            return None
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError as error:
            raise bad_request(f"can't parse {what or name} JSON object") from error

    def ids(self, name: str) -> list[int]:
        """A list of message ids."""
        value = self.structure(name)
        if value is None:
            raise bad_request("message identifiers are not specified")
        if not isinstance(value, list):
            raise bad_request("can't parse message identifiers JSON array: expected an Array")
        try:
            return [int(identifier) for identifier in value]
        except (TypeError, ValueError) as error:
            raise bad_request("can't parse message identifiers JSON array") from error


async def read_params(request: web.Request) -> Params:
    """Merge the query and the body: urlencoded, multipart or JSON. Raises BotApiError."""
    values: JSON = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.method == "POST" and request.can_read_body:
        try:
            if request.content_type == "application/json":
                values |= await _json_body(request)
            else:
                _take_form((await request.post()).items(), values, uploads)
        except web.HTTPRequestEntityTooLarge as error:
            raise BotApiError(413, "Request Entity Too Large") from error
        except (ValueError, AssertionError) as error:
            raise bad_request("can't parse the request body") from error
    return Params(values, uploads)


async def _json_body(request: web.Request) -> JSON:
    body = await request.read()
    if not body.strip():
        return {}
    parsed = orjson.loads(body)
    if not isinstance(parsed, dict):
        raise ValueError("an object is expected")
    return parsed


def _take_form(
    parts: Iterable[tuple[str, _Part]], values: JSON, uploads: dict[str, Upload]
) -> None:
    for name, part in parts:
        if isinstance(part, web.FileField):
            uploads[name] = Upload(part.filename, part.content_type, part.file.read())
        elif isinstance(part, str):
            values[name] = part
        else:
            values[name] = bytes(part).decode()
