"""MarkdownV2, with its strict escaping, and the old Markdown."""

from dataclasses import dataclass

from bot.sandbox.entities.builder import (
    Builder,
    Entity,
    ParseError,
    byte_offset,
    emoji_entity,
    link_entity,
    ordered,
)

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_KINDS = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
}
_QUOTE = "BlockQuote"
_VERBATIM = ("Code", "Pre", "PreCode")


@dataclass(slots=True)
class _Open:
    kind: str
    offset: int
    position: int
    language: str = ""


def parse_markdown_v2(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of `source`. Raises ParseError."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._out = Builder()
        self._open: list[_Open] = []
        self._entities: list[Entity] = []
        self._line_start = True

    def run(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._source):
            self._step()
        if self._open and self._open[-1].kind == _QUOTE:
            self._end_quote("blockquote")
        if self._open:
            self._unclosed()
        return self._out.text(), ordered(self._entities)

    def _step(self) -> None:
        char = self._source[self._at]
        follower = self._source[self._at + 1 : self._at + 2]
        if char == "\\" and follower and 0 < ord(follower) <= 126:
            self._literal(follower, 2)
            return
        top = self._open[-1].kind if self._open else ""
        if top in _VERBATIM:
            if char != "`":
                self._out.add(char)
                self._at += 1
                return
        elif char not in _RESERVED:
            self._text(char)
            return
        if self._closes(top):
            self._close()
        else:
            self._begin(char)

    def _literal(self, char: str, width: int) -> None:
        self._out.add(char)
        self._at += width
        self._line_start = False

    def _text(self, char: str) -> None:
        """An ordinary character; a line feed may end a quotation."""
        self._out.add(char)
        self._at += 1
        if char != "\n":
            self._line_start = self._line_start and char == "\r"
            return
        self._line_start = True
        if any(opened.kind == _QUOTE for opened in self._open):
            if self._here(">"):
                self._at += 1
                self._line_start = False
            else:
                self._end_quote("blockquote")

    def _closes(self, top: str) -> bool:
        match top:
            case "Bold":
                return self._here("*")
            case "Italic":
                return self._here("_") and not self._here("__")
            case "Underline":
                return self._here("__")
            case "Strikethrough":
                return self._here("~")
            case "Spoiler":
                return self._here("||")
            case "Code":
                return self._here("`")
            case "Pre" | "PreCode":
                return self._here("```")
            case "TextUrl" | "CustomEmoji":
                return self._here("]")
        return False

    def _begin(self, char: str) -> None:
        position = self._at
        match char:
            case "*":
                self._push("Bold", 1)
            case "_":
                double = self._here("__")
                self._push("Underline" if double else "Italic", 2 if double else 1)
            case "~":
                self._push("Strikethrough", 1)
            case "|" if self._here("||"):
                if self._ends_expandable():
                    self._at += 2
                    self._end_quote("expandable_blockquote")
                else:
                    self._push("Spoiler", 2)
            case "[":
                self._push("TextUrl", 1)
            case "!" if self._here("!["):
                self._push("CustomEmoji", 2)
            case "`":
                self._begin_code()
            case ">" if self._line_start and not self._quoting():
                self._push(_QUOTE, 1)
                self._line_start = False
            case _:
                self._at = position
                raise ParseError(
                    f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
                )

    def _begin_code(self) -> None:
        if not self._here("```"):
            self._push("Code", 1)
            return
        self._push("Pre", 3)
        end = self._at
        while end < len(self._source) and not self._source[end].isspace():
            if self._source[end] == "`":
                break
            end += 1
        if self._at < end < len(self._source) and self._source[end] != "`":
            self._open[-1].kind = "PreCode"
            self._open[-1].language = self._source[self._at : end]
            self._at = end
        for newline in ("\r\n", "\n\r", "\n", "\r"):
            if self._here(newline):
                self._at += len(newline)
                break

    def _push(self, kind: str, width: int) -> None:
        self._open.append(_Open(kind, self._out.units, self._at))
        self._at += width

    def _close(self) -> None:
        opened = self._open.pop()
        length = self._out.units - opened.offset
        if opened.kind in ("TextUrl", "CustomEmoji"):
            self._at += 1
            self._close_link(opened, length)
            return
        self._at += {"Underline": 2, "Spoiler": 2, "Pre": 3, "PreCode": 3}.get(opened.kind, 1)
        if length == 0:
            return
        entity: Entity = {
            "type": _KINDS[opened.kind],
            "offset": opened.offset,
            "length": length,
        }
        if opened.language:
            entity["language"] = opened.language
        self._entities.append(entity)

    def _close_link(self, opened: _Open, length: int) -> None:
        emoji = opened.kind == "CustomEmoji"
        if self._here("("):
            url = self._url("a custom emoji URL" if emoji else "a URL")
        elif emoji:
            raise ParseError("Custom emoji entity must contain a tg://emoji URL")
        else:
            url = self._out.since(opened.offset)
        if length == 0:
            return
        entity = (
            emoji_entity(url, opened.offset, length)
            if emoji
            else link_entity(url, opened.offset, length)
        )
        if entity is not None:
            self._entities.append(entity)

    def _url(self, what: str) -> str:
        self._at += 1
        start = self._at
        url = []
        while self._at < len(self._source) and self._source[self._at] != ")":
            follower = self._source[self._at + 1 : self._at + 2]
            if self._source[self._at] == "\\" and follower and ord(follower) <= 126:
                self._at += 1
            url.append(self._source[self._at])
            self._at += 1
        if self._at >= len(self._source):
            where = byte_offset(self._source, start)
            raise ParseError(f"Can't find end of {what} at byte offset {where}")
        self._at += 1
        return "".join(url)

    def _quoting(self) -> bool:
        return any(opened.kind == _QUOTE for opened in self._open)

    def _ends_expandable(self) -> bool:
        """`||` before the end of a quotation's line makes the quotation expandable."""
        if not self._open or self._open[-1].kind != _QUOTE:
            return False
        rest = self._source[self._at + 2 : self._at + 4]
        return rest == "" or rest[0] == "\n" or rest == "\r\n"

    def _end_quote(self, kind: str) -> None:
        if self._open[-1].kind != _QUOTE:
            self._unclosed()
        opened = self._open.pop()
        if kind == "expandable_blockquote":
            # The line's own end belongs to the quotation.
            for newline in ("\r\n", "\n"):
                if self._here(newline):
                    self._out.add(newline)
                    self._at += len(newline)
                    self._line_start = True
                    break
        length = self._out.units - opened.offset
        if length > 0:
            self._entities.append({"type": kind, "offset": opened.offset, "length": length})

    def _unclosed(self) -> None:
        opened = self._open[-1]
        where = byte_offset(self._source, opened.position)
        raise ParseError(f"Can't find end of {opened.kind} entity at byte offset {where}")

    def _here(self, text: str) -> bool:
        return self._source.startswith(text, self._at)


def parse_markdown(source: str) -> tuple[str, list[Entity]]:
    """The old Markdown: no nesting, `\\` escapes only its own four marks. Raises ParseError."""
    out, entities, at = Builder(), list[Entity](), 0
    while at < len(source):
        char = source[at]
        if char == "\\" and source[at + 1 : at + 2] in ("_", "*", "`", "["):
            out.add(source[at + 1])
            at += 2
        elif char not in "_*`[":
            out.add(char)
            at += 1
        else:
            at = _old_entity(source, at, out, entities)
    return out.text(), ordered(entities)


def _old_entity(source: str, at: int, out: Builder, entities: list[Entity]) -> int:
    mark = "```" if source.startswith("```", at) else source[at]
    closing = "]" if mark == "[" else mark
    end = source.find(closing, at + len(mark))
    if end < 0:
        where = byte_offset(source, at)
        raise ParseError(f"Can't find end of the entity starting at byte offset {where}")
    offset, inner = out.units, source[at + len(mark) : end]
    out.add(inner)
    length, at = out.units - offset, end + len(closing)
    if mark == "[":
        if not source.startswith("(", at):
            return at
        stop = source.find(")", at)
        stop = len(source) if stop < 0 else stop
        link = link_entity(source[at + 1 : stop], offset, length) if length else None
        entities.extend([link] if link else [])
        return stop + 1
    kind = {"_": "italic", "*": "bold", "`": "code", "```": "pre"}[mark]
    if length:
        entities.append({"type": kind, "offset": offset, "length": length})
    return at
