"""Entities that nobody wrote down: commands, mentions, hashtags, addresses."""

import re

from bot.sandbox.entities.builder import Entity, ordered, units

_TOP = r"(?:com|org|net|me|io|dev|app|fr|it|de|uk|eu|info|shop|show|style|fashion|events?|example)"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("url", re.compile(r"\bhttps?://[^\s<>\"«»]*[^\s<>\"«».,!?;:)\]]", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("url", re.compile(rf"(?<![\w@./-])(?:[a-z0-9-]+\.)+{_TOP}\b(?:/[^\s<>\"]*)?", re.IGNORECASE)),
    (
        "bot_command",
        re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"),
    ),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{3,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#&/])#(?=\w*[^\W\d])\w{1,256}")),
    ("cashtag", re.compile(r"(?<!\w)\$[A-Z]{1,8}(?!\w)")),
)


def with_detected(text: str, entities: list[Entity]) -> list[Entity]:
    """`entities` and those found in `text`; code, links and their like are left alone."""
    closed = ("code", "pre", "text_link", "text_mention", "url", "email", "custom_emoji")
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in closed]
    found: list[Entity] = []
    if not any(mark in text for mark in "/@#$.:"):
        return entities
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start = units(text[: match.start()])
            end = start + units(match.group())
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            taken.append((start, end))
            found.append({"type": kind, "offset": start, "length": end - start})
    return ordered([*entities, *found])
