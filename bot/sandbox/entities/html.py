"""Telegram's HTML: a small tag language, parsed strictly."""

import re
from dataclasses import dataclass

from bot.sandbox.entities.builder import (
    Builder,
    Entity,
    ParseError,
    byte_offset,
    custom_emoji,
    link_entity,
    moment,
    ordered,
)

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_TAGS = frozenset(_SIMPLE) | {"a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_SPACE = " \t\r\n\f\v"
_BAD_SURROGATE = (
    "Text contains invalid Unicode characters after decoding HTML entities, "
    "check for unmatched surrogate code units"
)


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    form: str = ""


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of `source`. Raises ParseError."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._out = Builder()
        self._open: list[_Open] = []
        self._entities: list[Entity] = []
        self._languages: dict[int, str] = {}

    def run(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._source):
            char = self._source[self._at]
            if char == "&":
                self._out.add(self._reference())
            elif char != "<":
                self._out.add(char)
                self._at += 1
            elif self._source.startswith("</", self._at):
                self._end_tag()
            else:
                self._start_tag()
        if self._open:
            tag = self._open[-1].tag
            raise ParseError(f'Can\'t find end tag corresponding to start tag "{tag}"')
        text = self._out.text()
        if re.search("[\ud800-\udfff]", text):
            raise ParseError(_BAD_SURROGATE)
        return text, ordered(self._entities)

    def _reference(self) -> str:
        """The character behind the reference at the cursor, or the ampersand itself."""
        match = _REFERENCE.match(self._source, self._at)
        if match is None:
            self._at += 1
            return "&"
        hexadecimal, decimal, name = match.groups()
        if name is not None:
            char = _NAMED.get(name)
        else:
            code = int(hexadecimal, 16) if hexadecimal else int(decimal)
            char = chr(code) if 0 < code < 0x10FFFF else None
        if char is None:
            self._at += 1
            return "&"
        self._at = match.end()
        return char

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        tag = self._until(_SPACE + ">").lower()
        if self._at >= len(self._source):
            raise ParseError(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in _TAGS:
            where = self._bytes(begin)
            raise ParseError(f'Unsupported start tag "{tag}" at byte offset {where}')
        argument = form = ""
        plain_span = tag == "span"
        while True:
            self._skip_space()
            if self._peek(tag, begin) == ">":
                break
            name, value = self._attribute(tag, begin)
            if (tag, name) == ("tg-time", "format"):
                form = value
            taken = _argument(tag, name, value)
            if taken is not None:
                argument = taken
                plain_span = False
        if plain_span:
            where = self._bytes(begin)
            raise ParseError(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self._at += 1
        self._open.append(_Open(tag, argument, self._out.units, form))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        name = self._until(_SPACE + "=>").lower()
        if not name:
            where = self._bytes(begin)
            raise ParseError(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
        self._skip_space()
        if self._peek(tag, begin) != "=":
            return name, ""
        self._at += 1
        self._skip_space()
        quote = self._peek(tag, begin)
        if quote in "\"'":
            return name, self._quoted(quote, begin)
        start = self._at
        match = re.compile(r"[a-zA-Z0-9.-]*").match(self._source, start)
        self._at = match.end() if match else start
        if self._at >= len(self._source) or self._source[self._at] not in _SPACE + ">":
            raise ParseError(f"Unexpected end of name token at byte offset {self._bytes(start)}")
        return name, self._source[start : self._at].lower()

    def _quoted(self, quote: str, begin: int) -> str:
        self._at += 1
        value = []
        while self._at < len(self._source) and self._source[self._at] != quote:
            if self._source[self._at] == "&":
                value.append(self._reference())
            else:
                value.append(self._source[self._at])
                self._at += 1
        if self._at >= len(self._source):
            raise ParseError(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        self._at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise ParseError(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        self._at += 2
        tag = self._until(_SPACE + ">").lower()
        self._skip_space()
        if self._at >= len(self._source) or self._source[self._at] != ">":
            raise ParseError(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self._at += 1
        opened = self._open.pop()
        if tag and tag != opened.tag:
            raise ParseError(
                f"Unmatched end tag at byte offset {self._bytes(begin)}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        length = self._out.units - opened.offset
        if length > 0:
            self._close(opened, length)

    def _close(self, opened: _Open, length: int) -> None:
        place: Entity = {"offset": opened.offset, "length": length}
        match opened.tag:
            case "a":
                address = opened.argument or self._out.since(opened.offset)
                entity = link_entity(address, opened.offset, length)
                if entity is not None:
                    self._entities.append(entity)
            case "blockquote":
                kind = "expandable_blockquote" if opened.argument else "blockquote"
                self._entities.append({"type": kind, **place})
            case "tg-emoji":
                self._entities.append(custom_emoji(opened.argument, opened.offset, length))
            case "tg-time":
                self._entities.append(moment(opened.argument, opened.offset, length, opened.form))
            case "pre" | "code":
                self._close_code(opened, place)
            case tag:
                self._entities.append({"type": _SIMPLE[tag], **place})

    def _close_code(self, opened: _Open, place: Entity) -> None:
        """`<pre><code class="language-x">` (either way round) is one block with a language."""
        inner = self._entities[-1] if self._entities else None
        same = inner is not None and (inner["offset"], inner["length"]) == (
            place["offset"],
            place["length"],
        )
        if inner is not None and same and {inner["type"], opened.tag} == {"pre", "code"}:
            language = opened.argument or self._languages.get(id(inner), "")
            if language:
                inner["type"] = "pre"
                inner["language"] = language
                return
        entity = {"type": opened.tag, **place}
        if opened.argument:
            self._languages[id(entity)] = opened.argument
        self._entities.append(entity)

    def _until(self, stops: str) -> str:
        start = self._at
        while self._at < len(self._source) and self._source[self._at] not in stops:
            self._at += 1
        return self._source[start : self._at]

    def _skip_space(self) -> None:
        while self._at < len(self._source) and self._source[self._at] in _SPACE:
            self._at += 1

    def _peek(self, tag: str, begin: int) -> str:
        if self._at >= len(self._source):
            where = self._bytes(begin)
            raise ParseError(f'Unclosed start tag "{tag}" at byte offset {where}')
        return self._source[self._at]

    def _bytes(self, position: int) -> int:
        return byte_offset(self._source, position)


def _argument(tag: str, name: str, value: str) -> str | None:
    """What an attribute means to its tag; None if nothing."""
    match tag, name:
        case "a", "href":
            return value
        case "code", "class" if value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value == "tg-spoiler":
            return value
        case ("tg-emoji", "emoji-id") | ("tg-time", "unix"):
            return value
        case "blockquote", "expandable":
            return "expandable"
    return None
