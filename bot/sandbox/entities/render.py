"""Safe HTML of a message for the chat page: everything is escaped, the tags are ours."""

from html import escape
from urllib.parse import urlsplit

from bot.sandbox.entities.builder import Entity, cut

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
}
_SAFE_SCHEMES = ("http", "https", "tg", "mailto", "tel")


def safe_html(text: str, entities: list[Entity]) -> str:
    """`text` as HTML. Overlapping entities are closed and opened again, so tags always nest."""
    marks = [
        (entity["offset"], entity["offset"] + entity["length"], tags)
        for entity in entities
        if (tags := _tags(text, entity)) is not None
    ]
    if not marks:
        return escape(text)
    raw = text.encode("utf-16-le")
    total = len(raw) // 2
    edges = sorted(
        {0, total, *(min(edge, total) for start, stop, _ in marks for edge in (start, stop))}
    )
    out: list[str] = []
    running: list[tuple[int, int, tuple[str, str]]] = []
    for here, following in zip(edges, [*edges[1:], total], strict=True):
        _switch(here, marks, running, out)
        part = raw[2 * here : 2 * following].decode("utf-16-le", errors="replace")
        out.append(escape(part))
    out.extend(tags[1] for _, _, tags in reversed(running))
    return "".join(out)


def _switch(
    here: int,
    marks: list[tuple[int, int, tuple[str, str]]],
    running: list[tuple[int, int, tuple[str, str]]],
    out: list[str],
) -> None:
    """Close what ends at `here` (and whatever is inside it), then open what lasts or begins."""
    ended = next((at for at, mark in enumerate(running) if mark[1] <= here), None)
    reopened = []
    if ended is not None:
        out.extend(mark[2][1] for mark in reversed(running[ended:]))
        reopened = [mark for mark in running[ended:] if mark[1] > here]
        del running[ended:]
    for mark in [*reopened, *(mark for mark in marks if mark[0] == here and mark[1] > here)]:
        out.append(mark[2][0])
        running.append(mark)


def _tags(text: str, entity: Entity) -> tuple[str, str] | None:
    covered = cut(text, entity["offset"], entity["length"])
    match entity["type"]:
        case "text_link":
            return _link(entity["url"])
        case "url":
            return _link(covered if "://" in covered else f"http://{covered}")
        case "email":
            return _link(f"mailto:{covered}")
        case "pre" if entity.get("language"):
            language = escape(entity["language"], quote=True)
            return f'<pre><code class="language-{language}">', "</code></pre>"
        case "bot_command":
            return '<span class="command">', "</span>"
        case kind:
            return _TAGS.get(kind)


def _link(url: str) -> tuple[str, str] | None:
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return None
    if scheme not in _SAFE_SCHEMES:
        return None
    address = escape(url, quote=True)
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer">', "</a>"
