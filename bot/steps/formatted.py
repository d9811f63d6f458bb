"""A text with Telegram's formatting."""

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from bot import filling
from bot.clean import clean_text
from bot.steps.base import Given, Sent, Step, Stored, Wrong, word

_MOST_BYTES = 28_000
"""Of a text with its formatting: Telegram reads 32 KiB, and some may come below it at sending."""

_KEPT = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "ins": "u", "s": "s", "strike": "s",
    "del": "s", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-spoiler": "tg-spoiler", "a": "a",
}  # fmt: skip
_DROPPED = frozenset({"tg-emoji", "tg-time", "span"})
"""What clients send and not every chat may show: its words stay."""
_WRITTEN = re.compile(rf"</?(?:{'|'.join(_KEPT)})\b[^<>]*>", re.IGNORECASE)
_UNKNOWN = re.compile(r"</[a-z][\w-]*\s*>|<(?:br|hr|img|p)\b[^<>]*>", re.IGNORECASE)
"""What is meant as formatting, and none that Telegram knows; “1 < 2” and “<3” are prose."""
_MENTION = "tg://user?"
"""What leads to a person, for who wrote it: the words stay."""

_LONGEST_SHOWN = 60
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Formatted(Step[str]):
    """A text of at most `limit` characters.

    The answer is safe HTML. Characters are counted as Telegram does, without the formatting.
    Tags that a person wrote by hand are understood, unless they are broken. What is filled at
    sending (`bot/filling.py`) counts as the longest that it can become.
    """

    limit: int

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        if sent.text is None:
            raise Wrong("expects-text", sent=sent.kind)
        html = sent.html or escape(sent.text, quote=False)
        by_hand = html == escape(sent.text, quote=False) and (
            _WRITTEN.search(sent.text) or _UNKNOWN.search(sent.text)
        )
        written = sent.text if by_hand else html
        read = _read(clean_text(written, len(written)))
        if not read.plain.strip():
            raise Wrong("empty")
        if (unknown := filling.misspelt(read.plain)) is not None:
            raise Wrong("filled-unknown", word=unknown, known=filling.FIRST_NAME)
        if filling.is_torn(read.html, read.plain):
            raise Wrong("filled-torn", known=filling.FIRST_NAME)
        length = fullest(read.plain)
        if length > self.limit:
            reason = "long" if length == units(read.plain) else "filled-long"
            raise Wrong(reason, limit=self.limit, length=length)
        if len(filling.fullest(read.html).encode()) > _MOST_BYTES:
            raise Wrong("links-long")
        return read.html

    def read(self, stored: object) -> str:
        html = word(stored)
        if fullest(plain_of(html)) > self.limit:
            raise ValueError("the rules for this text have changed")
        return html


def units(text: str) -> int:
    """The length of a text as Telegram counts: in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def fullest(plain: str) -> int:
    """The length of a text where the longest name is filled in."""
    return units(filling.fullest(plain))


def plain_of(html: str) -> str:
    """The words of a safe HTML text."""
    return _read(html).plain


def _read(html: str) -> "_Reader":
    """Raises `Wrong` for formatting that cannot be shown."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.open:
        raise Wrong("markup-open", tag=reader.open[-1])
    return reader


@dataclass(eq=False)
class _Reader(HTMLParser):
    """Reads HTML into what Telegram knows, and into its words."""

    open: list[str] = field(default_factory=list)
    _html: list[str] = field(default_factory=list)
    _plain: list[str] = field(default_factory=list)
    _links: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @property
    def html(self) -> str:
        """Safe HTML."""
        return "".join(self._html)

    @property
    def plain(self) -> str:
        """The words."""
        return "".join(self._plain)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _KEPT and tag not in _DROPPED:
            raise Wrong("markup-unknown", tag=tag)
        self.open.append(tag)
        if tag == "a":
            address = dict(attrs).get("href") or ""
            self._links.append(bool(_ADDRESS.fullmatch(address)))
            if not self._links[-1] and not address.startswith(_MENTION):
                raise Wrong("link-foreign", address=address[:_LONGEST_SHOWN])
            if self._links[-1]:
                self._html.append(f'<a href="{escape(address)}">')
        elif tag == "blockquote" and "expandable" in dict(attrs):
            self._html.append("<blockquote expandable>")
        elif tag in _KEPT:
            self._html.append(f"<{_KEPT[tag]}>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise Wrong("markup-close", tag=tag)
        if tag in _KEPT and (tag != "a" or self._links.pop()):
            self._html.append(f"</{_KEPT[tag]}>")

    def handle_data(self, data: str) -> None:
        self._html.append(escape(data, quote=False))
        self._plain.append(data)

    def handle_comment(self, data: str) -> None:
        raise _hidden(data)

    def handle_pi(self, data: str) -> None:
        raise _hidden(data)

    def handle_decl(self, decl: str) -> None:
        raise _hidden(decl)

    def unknown_decl(self, data: str) -> None:
        raise _hidden(data)


def _hidden(words: str) -> Wrong:
    return Wrong("markup-hidden", words=words.strip()[:_LONGEST_SHOWN])
