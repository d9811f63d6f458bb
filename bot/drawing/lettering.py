"""Letters: the fonts that ship with the project, what they can draw, and lines that fit."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from PIL import ImageDraw, ImageFont

from bot.clean import clean_text

_FONTS = Path(__file__).parent.parent / "fonts"
_LONGEST = 200

Fill = tuple[int, int, int] | int


class Face(StrEnum):
    """A font file."""

    DISPLAY = "BodoniModaDisplay-Regular.ttf"
    ITALIC = "BodoniModaDisplay-Italic.ttf"
    LIGHT = "Jost-Light.ttf"
    REGULAR = "Jost-Regular.ttf"
    MEDIUM = "Jost-Medium.ttf"
    SPARE = "NotoSans-Regular.ttf"  # more of Latin, Greek and Cyrillic than the others have


@dataclass(frozen=True)
class Hand:
    """How a line is set: font, size in pixels, extra space between letters in pixels."""

    face: Face
    size: int
    tracking: int = 0


@lru_cache(maxsize=96)
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """The font at `size` pixels."""
    return ImageFont.truetype(str(_FONTS / face), size)


@lru_cache(maxsize=4096)
def has(face: Face, char: str) -> bool:
    """Whether the font has a picture for the character."""
    return char == " " or _picture(face, char) != _absent(face)


@lru_cache(maxsize=len(Face))
def _absent(face: Face) -> bytes:
    return _picture(face, "\U0010fffd")  # a private character that none of our fonts has


def _picture(face: Face, char: str) -> bytes:
    return bytes(font(face, 16).getmask(char))


def drawable(text: str, limit: int = _LONGEST) -> str:
    """The text on one line without what none of our fonts can draw; may be empty."""
    plain = clean_text(text.replace("\n", " "), limit)
    kept = "".join(char for char in plain if has(Face.REGULAR, char) or has(Face.SPARE, char))
    return " ".join(kept.split())


def width(text: str, hand: Hand) -> float:
    """The width of the line in pixels."""
    return sum(_advance(run, face, hand) for run, face in _runs(text, hand.face))


def write(
    draw: ImageDraw.ImageDraw,
    spot: tuple[float, float],
    text: str,
    hand: Hand,
    fill: Fill,
    *,
    align: str = "l",
) -> None:
    """Set a line with its baseline at `spot`, which is its l(eft), m(iddle) or r(ight)."""
    left, base = spot
    if align != "l":
        left -= width(text, hand) * (0.5 if align == "m" else 1)
    for run, face in _runs(text, hand.face):
        if hand.tracking:
            for char in run:
                draw.text((left, base), char, font=font(face, hand.size), fill=fill, anchor="ls")
                left += _advance(char, face, hand)
        else:
            draw.text((left, base), run, font=font(face, hand.size), fill=fill, anchor="ls")
            left += _advance(run, face, hand)


def fit(
    text: str, face: Face, sizes: Sequence[int], room: float, lines: int = 1, tracking: int = 0
) -> tuple[Hand, list[str]]:
    """The largest of `sizes` (falling) at which the text fits `room` pixels in `lines` lines.

    Out: the hand and the lines, one at least; at the smallest size the end is cut off with an
    ellipsis.
    """
    for size in sizes:
        hand = Hand(face, size, tracking)
        broken = _broken(text, hand, room)
        if len(broken) <= lines and all(width(line, hand) <= room for line in broken):
            return hand, broken
    hand = Hand(face, sizes[-1], tracking)
    broken = _broken(text, hand, room)
    kept = broken[:lines]
    if len(broken) > lines:
        kept[-1] += " …"
    return hand, [_cut(line, hand, room) for line in kept]


def _broken(text: str, hand: Hand, room: float) -> list[str]:
    """Greedy lines, then narrowed as far as their number allows: no lonely last word."""
    blank = width(" ", hand)
    words = [(word, width(word, hand)) for word in text.split()]
    lines = _greedy(words, blank, room)
    narrow = room
    while len(lines) > 1 and narrow > room * 0.5:
        narrow -= room * 0.04
        if any(long > narrow for _, long in words):
            break
        tried = _greedy(words, blank, narrow)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def _greedy(words: Sequence[tuple[str, float]], blank: float, room: float) -> list[str]:
    lines: list[str] = []
    used = 0.0
    for word, long in words:
        if lines and used + blank + long <= room:
            lines[-1] += f" {word}"
            used += blank + long
        else:
            lines.append(word)
            used = long
    return lines or [""]


def _cut(line: str, hand: Hand, room: float) -> str:
    if width(line, hand) <= room:
        return line
    short = line.rstrip(" …")
    fits = bisect_right(
        range(1, len(short) + 1), room, key=lambda count: width(f"{short[:count]}…", hand)
    )
    return f"{short[:fits].rstrip()}…"


def _advance(text: str, face: Face, hand: Hand) -> float:
    return _length(face, hand.size, text) + hand.tracking * len(text)


@lru_cache(maxsize=4096)
def _length(face: Face, size: int, text: str) -> float:
    return font(face, size).getlength(text)


@lru_cache(maxsize=2048)
def _runs(text: str, face: Face) -> tuple[tuple[str, Face], ...]:
    """The text in stretches, each with the first font that can draw it."""
    runs: list[tuple[str, Face]] = []
    for char in text:
        able = next((one for one in (face, Face.REGULAR) if has(one, char)), Face.SPARE)
        if runs and runs[-1][1] is able:
            runs[-1] = (runs[-1][0] + char, able)
        else:
            runs.append((char, able))
    return tuple(runs)
