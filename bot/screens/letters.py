"""Letters: what stands in the e-mails of the house."""

import re
from collections.abc import Sequence
from html import escape, unescape
from pathlib import Path
from string import Template

from bot import filling
from bot.mailer import Letter
from bot.texts import Texts
from bot.ways import ways
from domain.campaigns import Campaign
from domain.emails import Post, Receiver

_SHEET = Template(Path(__file__).with_name("letter.html").read_text(encoding="utf-8"))

_TAG = re.compile(r"<[^>]+>")
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)


def email_code(t: Texts, post: Post) -> Letter:
    """The code that confirms an address; to who has one here already, that they do."""
    if post.is_known:
        subject, body = t.plain("letter-known-subject"), t.plain("letter-known")
    else:
        subject = t.plain("letter-code-subject", code=post.code)
        body = t.plain("letter-code", code=post.code, minutes=post.minutes)
    return Letter(
        to=post.address,
        id=post.confirmation.hex,
        subject=subject,
        text=body,
        html=_html(body, post.code),
    )


def campaign(
    t: Texts,
    written: Campaign,
    *,
    to: Receiver,
    name: str | None,
    opt_out: str,
    username: str,
    id: str,
    counted: bool = True,
) -> Letter:
    """A campaign as a letter to somebody with this first name, if it is known.

    `opt_out` is the way out, "" for what every guest of an evening must know. `counted`: who
    comes by its buttons counts.
    """
    content = written.content
    name = name or t.plain("campaign-guest")
    html = filling.fill(content.text, name)
    below = ways(written, username=username, counted=counted)
    parts = [html.replace("\n", "<br>\n")]
    parts += [f'<a href="{escape(to)}">{escape(label)}</a>' for label, to in below]
    words = [_words(html), *(f"{label}: {to}" for label, to in below)]
    if opt_out:
        why, stop = t.plain("letter-why"), t.plain("letter-stop")
        way = f'<a href="{escape(opt_out)}">{escape(stop)}</a>'
        parts.append(f"<small>{escape(why)} {way}</small>")
        words.append(f"{why} {stop}: {opt_out}")
    return Letter(
        to=to.address,
        id=id,
        subject=filling.fill_line(content.subject or written.name, name),
        text="\n\n".join(words),
        html=_SHEET.substitute(paragraphs="\n".join(f"<div>{each}</div><br>" for each in parts)),
        opt_out=opt_out,
    )


def _words(html: str) -> str:
    """What safe HTML says, an address behind the words that lead there."""
    said = _LINK.sub(lambda found: f"{found[2]} ({found[1]})", html)
    return unescape(_TAG.sub("", said))


def sheet(parts: Sequence[str]) -> str:
    """Paragraphs of text, which may have lines, on the sheet of the house."""
    paragraphs = (f"<p>{escape(each)}</p>".replace("\n", "<br>\n") for each in parts)
    return _SHEET.substitute(paragraphs="\n".join(paragraphs))


def _html(text: str, code: str) -> str:
    """The same text with its paragraphs, the code in large figures."""
    paragraphs = (
        f"<h1>{escape(each)}</h1>" if each == code else f"<p>{escape(each)}</p>"
        for each in text.split("\n\n")
    )
    return _SHEET.substitute(paragraphs="\n".join(paragraphs))
