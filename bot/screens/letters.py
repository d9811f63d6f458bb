"""Letters: what stands in the e-mails of the house."""

from html import escape

from bot.mailer import Letter
from bot.texts import Texts
from domain.emails import Post

_STYLE = "font-family:Georgia,serif;font-size:16px;line-height:1.5;color:#1c1a17"
_CODE_STYLE = "font-size:30px;letter-spacing:6px;font-weight:bold"


def email_code(t: Texts, post: Post) -> Letter:
    """The code that confirms an address; to who has one here already, that they do."""
    if post.is_known:
        subject, body = t.plain("letter-known-subject"), t.plain("letter-known")
    else:
        subject = t.plain("letter-code-subject", code=post.code)
        body = t.plain("letter-code", code=post.code)
    return Letter(
        to=post.address,
        id=post.confirmation.hex,
        subject=subject,
        text=body,
        html=_html(body, post.code),
    )


def _html(text: str, code: str) -> str:
    """The same text with its paragraphs, the code in large figures."""
    parts = "".join(
        f'<p style="{_CODE_STYLE}">{escape(each)}</p>'
        if each == code
        else f"<p>{escape(each)}</p>"
        for each in text.split("\n\n")
    )
    return f'<div style="{_STYLE}">{parts}</div>'
