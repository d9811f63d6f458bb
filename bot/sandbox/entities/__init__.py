"""Message text: parsing of HTML and Markdown into text and entities, and back to safe HTML."""

from bot.sandbox.entities.compose import (
    CAPTION_LIMIT,
    RAW_LIMIT,
    TEXT_LIMIT,
    Formatted,
    format_text,
    plain,
)
from bot.sandbox.entities.render import safe_html

__all__ = [
    "CAPTION_LIMIT",
    "RAW_LIMIT",
    "TEXT_LIMIT",
    "Formatted",
    "format_text",
    "plain",
    "safe_html",
]
