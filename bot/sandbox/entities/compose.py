"""From what a bot sent (text, parse_mode, entities) to what a message holds."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.entities.builder import Entity, ParseError, ordered, units
from bot.sandbox.entities.detect import with_detected
from bot.sandbox.entities.html import parse_html
from bot.sandbox.entities.markdown import parse_markdown, parse_markdown_v2
from bot.sandbox.errors import bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
RAW_LIMIT = 32 * 1024  # bytes, before parsing

_PARSERS = {
    "html": parse_html,
    "markdown": parse_markdown,
    "markdownv2": parse_markdown_v2,
}
_SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
_GIVEN = frozenset(
    (*_SPLITTABLE, "code", "pre", "text_link", "text_mention", "custom_emoji", "date_time")
) | {"blockquote", "expandable_blockquote"}
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and its entities, offsets and lengths in UTF-16 units."""

    text: str
    entities: list[Entity] = field(default_factory=list)

    @property
    def units(self) -> int:
        return units(self.text)


def plain(text: str) -> Formatted:
    """What a person typed: no markup, but commands and addresses are found in it."""
    text = _UNSEEN.sub("", text.replace("\r", "")).strip()
    return Formatted(text, with_detected(text, []))


def format_text(source: str, parse_mode: str, given: Any) -> Formatted:
    """Parse a bot's text. `given` is its `entities` list, used when there is no parse mode.

    Raises BotApiError with Telegram's texts.
    """
    if len(source.encode("utf-8", errors="surrogatepass")) > RAW_LIMIT:
        raise bad_request("text is too long")
    text, entities = source, list[Entity]()
    if parse_mode and parse_mode.lower() != "none":
        parse = _PARSERS.get(parse_mode.lower())
        if parse is None:
            raise bad_request("unsupported parse_mode")
        try:
            text, entities = parse(source)
        except ParseError as error:
            raise bad_request(f"can't parse entities: {error}") from error
    elif given is not None:
        entities = _given_entities(given)
    text, entities = _trimmed(text, entities)
    return Formatted(text, with_detected(text, _without_overlaps(entities)))


def _given_entities(given: Any) -> list[Entity]:
    if not isinstance(given, list) or not all(isinstance(entity, dict) for entity in given):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    kept = []
    for entity in given:
        kind, offset, length = entity.get("type"), entity.get("offset"), entity.get("length")
        if not isinstance(kind, str) or type(offset) is not int or type(length) is not int:
            raise bad_request("can't parse MessageEntity: wrong field type")
        if kind in _GIVEN and offset >= 0 and length > 0:
            kept.append(dict(entity))
    return ordered(kept)


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Leave out what Telegram does not keep: control characters, space at both ends."""
    text = _UNSEEN.sub(" ", text)
    lead = len(text) - len(text.lstrip())
    stripped = text.strip()
    total = units(stripped)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        stop = min(total, entity["offset"] + entity["length"] - lead)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return stripped, kept


def _without_overlaps(entities: list[Entity]) -> list[Entity]:
    """Code holds no other formatting: styles are cut around it, the rest inside is dropped."""
    code = [
        (e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in ("code", "pre")
    ]
    if not code:
        return entities
    kept: list[Entity] = []
    covered: list[tuple[int, int]] = []
    for entity in entities:
        start, stop = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] in ("code", "pre"):
            if not any(start < end and begin < stop for begin, end in covered):
                covered.append((start, stop))
                kept.append(entity)
        elif entity["type"] in _SPLITTABLE:
            for begin, end in _outside(start, stop, code):
                kept.append({**entity, "offset": begin, "length": end - begin})
        elif entity["type"].endswith("blockquote") or not any(
            start < end and begin < stop for begin, end in code
        ):
            kept.append(entity)
    return ordered(kept)


def _outside(start: int, stop: int, holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    parts = []
    for begin, end in sorted(holes):
        if begin >= stop or end <= start:
            continue
        if begin > start:
            parts.append((start, begin))
        start = max(start, end)
    if start < stop:
        parts.append((start, stop))
    return parts
