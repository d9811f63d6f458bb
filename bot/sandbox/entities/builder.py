"""What the parsers share: the growing text, links, and the order of entities."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

Entity = dict[str, Any]

# Telegram lists the outer entity first; of two that cover the same span, in this order.
_PRIORITY = {
    "expandable_blockquote": 0,
    "blockquote": 0,
    "pre": 1,
    "code": 2,
    "text_link": 3,
    "text_mention": 3,
    "bold": 4,
    "italic": 5,
    "underline": 6,
    "strikethrough": 7,
    "spoiler": 8,
    "custom_emoji": 9,
    "date_time": 9,
}
_HOST = re.compile(r"^(?=.{1,253}$)[^\s/?#@:\[\]]+(\.[^\s/?#@:\[\]]+)+$|^localhost$")


class ParseError(Exception):
    """The text cannot be parsed; the message is Telegram's own."""


class Builder:
    """Collects characters and counts them in UTF-16 units, as entities do."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.units = 0

    def add(self, text: str) -> None:
        self._parts.append(text)
        self.units += units(text)

    def text(self) -> str:
        return "".join(self._parts)

    def since(self, offset: int) -> str:
        """The text from `offset`, in UTF-16 units."""
        return cut(self.text(), offset, self.units - offset)


def units(text: str) -> int:
    """Length of `text` in UTF-16 code units."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def cut(text: str, offset: int, length: int) -> str:
    """The part of `text` that an entity covers; half of a surrogate pair is dropped."""
    raw = text.encode("utf-16-le")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", errors="ignore")


def byte_offset(text: str, position: int) -> int:
    """Offset in UTF-8 bytes of the character at `position`: parse errors speak of bytes."""
    return len(text[:position].encode("utf-8", errors="surrogatepass"))


def link_entity(url: str, offset: int, length: int) -> Entity | None:
    """The entity of a link: a mention for tg://user?id=…, None for an address that is none."""
    person = _mentioned_person(url)
    if person is not None:
        return {"type": "text_mention", "offset": offset, "length": length, "user_id": person}
    address = web_address(url)
    if address is None:
        return None
    return {"type": "text_link", "offset": offset, "length": length, "url": address}


def web_address(url: str) -> str | None:
    """The address as Telegram stores it (scheme and path added), or None if it is not one."""
    url = url.strip()
    if not url or re.search(r"[\s\x00-\x1f]", url):
        return None
    if re.match(r"^(tg|ton|tonsite):", url, re.IGNORECASE):
        return url
    if not re.match(r"^[a-z][a-z0-9+.-]*://", url, re.IGNORECASE):
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return None
    known = parts.scheme.lower() in ("http", "https")
    if not known or not host or not (_HOST.match(host) or ":" in host):
        return None
    if not parts.path:
        head, mark, tail = _split_authority(url)
        url = f"{head}/{mark}{tail}"
    return url


def _split_authority(url: str) -> tuple[str, str, str]:
    start = url.index("://") + 3
    for position in range(start, len(url)):
        if url[position] in "?#":
            return url[:position], url[position], url[position + 1 :]
    return url, "", ""


def _mentioned_person(url: str) -> int | None:
    match = re.match(r"^tg:(?://)?user/?\?(.*)$", url, re.IGNORECASE)
    if match is None:
        return None
    ids = parse_qs(match.group(1).split("#")[0]).get("id", [])
    return int(ids[0]) if ids and re.fullmatch(r"[1-9][0-9]{0,15}", ids[0]) else None


def emoji_entity(url: str, offset: int, length: int) -> Entity:
    """The entity behind `![👍](tg://emoji?id=…)` or `![…](tg://time?unix=…)`.

    Raises ParseError with the text that names what is wrong with the address.
    """
    match = re.match(r"^([a-z]+):(?://)?([a-z]+)/?(?:\?([^#]*))?(#.*)?$", url, re.IGNORECASE)
    if match is None or match.group(1).lower() != "tg":
        raise ParseError("Custom emoji URL must have scheme tg")
    host, query = match.group(2).lower(), parse_qs(match.group(3) or "")
    if host == "time" and query.get("unix"):
        return moment(query["unix"][0], offset, length, query.get("format", [""])[0])
    if host != "emoji":
        raise ParseError('Custom emoji URL must have host "emoji"')
    if not query.get("id"):
        raise ParseError("Custom emoji URL must have an emoji identifier")
    return custom_emoji(query["id"][0], offset, length)


def moment(unix: str, offset: int, length: int, form: str = "") -> Entity:
    """A point in time that every reader sees in their own zone; `form` as in `wDT` or `r`."""
    if not re.fullmatch(r"[0-9]{1,12}", unix):
        raise ParseError("Invalid date-time specified")
    if not re.fullmatch(r"r|w?[dD]?[tT]?", form):
        raise ParseError("Invalid date-time format specified")
    entity = {"type": "date_time", "offset": offset, "length": length, "unix_time": int(unix)}
    return entity | ({"date_time_format": form} if form else {})


def custom_emoji(identifier: str, offset: int, length: int) -> Entity:
    if not re.fullmatch(r"[1-9][0-9]{0,19}", identifier):
        raise ParseError("Invalid custom emoji identifier specified")
    return {
        "type": "custom_emoji",
        "offset": offset,
        "length": length,
        "custom_emoji_id": identifier,
    }


def ordered(entities: list[Entity]) -> list[Entity]:
    """Entities as Telegram lists them: outer before inner."""
    return sorted(
        entities,
        key=lambda entity: (
            entity["offset"],
            -entity["length"],
            _PRIORITY.get(entity["type"], 10),
        ),
    )
