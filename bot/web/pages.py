"""What a web page says, and its HTML: one template, filled with plain words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.texts import Texts
from bot.web.address import WebAddress

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = Path(__file__).parent
FILES = ("style.css", "icon.svg")
"""What a page is drawn with."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a form. `fills` is what browsers and password keepers put there."""

    name: str
    label: str
    fills: str
    kind: str = "text"
    value: str = ""
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What is sent by one button, to the path `to`; "" is the page itself."""

    button: str
    to: str = ""
    entries: Sequence[Entry] = ()
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list, with a word beside it and what can be done there."""

    title: str
    note: str = ""
    mark: str = ""
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A list under a heading, and what can be done with all of it."""

    title: str
    lines: Sequence[Line] = ()
    empty: str = ""
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its words, its form, its lists. `alert` is what went wrong with the last try;
    `chat`: with the way back to the chat."""

    title: str
    words: Sequence[str] = ()
    eyebrow: str = ""
    alert: str = ""
    form: Form | None = None
    parts: Sequence[Part] = ()
    ways: Sequence[tuple[str, str]] = ()
    chat: bool = False
    leave: Form | None = field(default=None)


async def send_file(request: web.Request) -> web.StreamResponse:
    """One of `FILES`, by its name in the path."""
    file = _FOLDER / request.path.rpartition("/")[2]
    return web.FileResponse(file, headers={"Cache-Control": "max-age=3600"})


def render(t: Texts, page: Page, address: WebAddress, *, status: int = 200) -> web.Response:
    """The page in HTML."""
    html = _template().render(
        page=page,
        locale=t.locale,
        house=t.plain("web-house"),
        root=address.path(),
        chat=address.chat,
        to_chat=t.plain("web-to-chat"),
    )
    return web.Response(text=html, content_type="text/html", status=status)


@cache
def _template() -> "Template":
    # Ten megabytes that a process needs with its first page.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made.get_template("page.html")
