"""Letters: what stands in the e-mails of the house."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from bot.mailer import Letter
from bot.texts import Texts
from domain.emails import Post

_SHEET = Template(Path(__file__).with_name("letter.html").read_text(encoding="utf-8"))


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
