"""Texts from people, made fit to show: nothing invisible, nothing that reorders a line."""

import re
import unicodedata

_EMOJI_JOINER = "\u200d"
_LONGEST_NAME = 64
_MOST_MARKS = 2


def clean_text(text: str, limit: int) -> str:
    """NFC, without control, bidi or zero-width characters, at most two combining marks on a base.

    Line breaks stay, other white space becomes one blank; cut at `limit` characters.
    """
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        if char == "\n":
            kept.append(char)
        elif category.startswith("Z") or char == "\t":
            kept.append(" ")
        elif category == "Mn":
            marks += 1
            if marks <= _MOST_MARKS:
                kept.append(char)
            continue
        elif not category.startswith("C") or (char == _EMOJI_JOINER and kept):
            kept.append(char)
        marks = 0
    return re.sub(r" {2,}", " ", "".join(kept)).strip()[:limit]


def clean_name(*parts: str | None) -> str:
    """A person's name on one line, at most 64 characters; "Guest" has no name at all: ""."""
    return clean_text(" ".join(part for part in parts if part).replace("\n", " "), _LONGEST_NAME)
