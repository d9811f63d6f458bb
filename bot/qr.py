"""The ticket as a picture: a card in the event's look with a code that every camera reads.

The card is drawn in an indexed picture. Its first 32 colours go from the paper to the dark of
the palette, so letters with soft edges are drawn straight into the indexes. What is the same for
every ticket of an event is drawn once and kept.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from bot.drawing.easel import drawn
from bot.drawing.lettering import Face, Hand, drawable, fit, width, write
from bot.drawing.look import Look, Style
from bot.drawing.palette import RGB, Palette, mix, steps

WIDTH, HEIGHT = 900, 1280  # pixels: Telegram keeps a photo of up to 1280 as it is
_MARGIN = 64
_BAND = 312  # the height of the event's picture
_TEAR = 450  # where the card would be torn
_CODE_TOP, _CODE_ROOM = 474, 600
_SHADES = 32
_INK, _SOFT = _SHADES - 1, 19
_ART_COLOURS = 96
_QUIET = 4  # modules of quiet zone that a reader wants
_MASK = 2  # one of the eight patterns: trying them all costs more than the rest of the picture
_HOUSE = "FASHIONISTA PORTAL"

# Where in its picture a style is most itself: the top of the strip, in heights of the whole.
_FOCUS = {Style.PORTAL: 0.46, Style.RUNWAY: 0.16, Style.FIGURE: 0.10}
_STRIPE = 8


@dataclass(frozen=True)
class TicketEvent:
    """What all tickets of an event share. `seal` is one to three letters of the organizer."""

    look: Look
    title: str
    date: str
    venue: str
    seal: str = ""


@dataclass(frozen=True)
class TicketFace:
    """What one ticket shows. All texts are ready to read; an empty one is left out.

    `link` is what the code says, `code` the 8 characters for a broken camera, `holder` the first
    name and initial, `benefits` short phrases in the order of their weight.
    """

    event: TicketEvent
    link: str
    code: str
    ticket_type: str
    holder: str = ""
    benefits: tuple[str, ...] = ()


async def ticket_picture(face: TicketFace) -> bytes:
    """The ticket as PNG, 900 × 1280 pixels, drawn off the event loop."""
    return await drawn(draw_ticket, face)


def draw_ticket(face: TicketFace) -> bytes:
    """The ticket as PNG, 900 × 1280 pixels. Raises ValueError for a link over 200 characters."""
    if len(face.link) > 200:
        raise ValueError("the link of a ticket has at most 200 characters")
    indexes, colours = _card(face.event)
    card = indexes.copy()
    draw = ImageDraw.Draw(card)
    _set_code(card, face.link)
    spaced = " ".join((face.code[:4], face.code[4:])).strip()
    below = _CODE_TOP + _CODE_ROOM + 44
    write(
        draw,
        (WIDTH / 2 + 4, below),
        drawable(spaced, 24),
        Hand(Face.MEDIUM, 40, 8),
        _INK,
        align="m",
    )
    _set_foot(draw, face)
    picture = Image.frombytes("P", card.size, card.tobytes())
    picture.putpalette(colours)
    out = BytesIO()
    picture.save(out, "PNG", compress_level=4)
    return out.getvalue()


def _set_code(card: Image.Image, link: str) -> None:
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(link, optimize=0)
    code.make(fit=True)
    rows = [[bool(module) for module in row] for row in code.modules]
    count = len(rows)
    marks = bytes(_INK if module else 0 for row in rows for module in row)
    module = _CODE_ROOM // count
    side = module * count
    marked = Image.frombytes("L", (count, count), marks).resize(
        (side, side), Image.Resampling.NEAREST
    )
    card.paste(marked, ((WIDTH - side) // 2, _CODE_TOP + (_CODE_ROOM - side) // 2))


def _set_foot(draw: ImageDraw.ImageDraw, face: TicketFace) -> None:
    """Type and benefits on the left, the holder on the right."""
    base = HEIGHT - 88
    holder, room = drawable(face.holder, 40), WIDTH - 2 * _MARGIN
    if holder:
        hand, (line,) = fit(holder, Face.ITALIC, (40, 34, 28), room * 0.42)
        write(draw, (WIDTH - _MARGIN, base), line, hand, _INK, align="r")
        room -= round(width(line, hand)) + 36
    hand, (line,) = fit(drawable(face.ticket_type), Face.DISPLAY, (44, 38, 32), room)
    write(draw, (_MARGIN, base), line, hand, _INK)
    told = " · ".join(filter(None, (drawable(benefit) for benefit in face.benefits)))
    if told:
        hand, (line,) = fit(told, Face.REGULAR, (26, 24), WIDTH - 2 * _MARGIN)
        write(draw, (_MARGIN, base + 46), line, hand, _SOFT)


@lru_cache(maxsize=16)
def _card(event: TicketEvent) -> tuple[Image.Image, bytes]:
    """The event's part of the card as indexes, and the colours that they stand for."""
    palette = event.look.colours
    band = _band(event, palette).quantize(_ART_COLOURS, dither=Image.Dither.FLOYDSTEINBERG)
    shades = steps((palette.paper, palette.dark), _SHADES)
    art_colours = (band.getpalette() or [])[: 3 * _ART_COLOURS]
    stripe = [part for tone in (*palette.cloth[1:], palette.accent) for part in tone]
    colours = bytes([*(part for shade in shades for part in shade), *stripe, *art_colours])
    first = _SHADES + len(stripe) // 3
    indexes = Image.new("L", (WIDTH, HEIGHT), 0)
    moved = Image.frombytes("L", band.size, band.tobytes()).point(
        [min(index + first, 255) for index in range(256)]
    )
    indexes.paste(moved, (0, 0))
    draw = ImageDraw.Draw(indexes)
    for number in range(_SHADES, first):
        left = (number - _SHADES) * WIDTH // (first - _SHADES)
        draw.rectangle((left, _BAND - _STRIPE, WIDTH, _BAND - 1), fill=number)
    room = WIDTH - 2 * _MARGIN
    hand, (line,) = fit(drawable(event.date), Face.MEDIUM, (38, 34, 30, 26), room)
    write(draw, (_MARGIN, _BAND + 60), line, hand, _INK)
    hand, (line,) = fit(drawable(event.venue), Face.REGULAR, (30, 27, 24), room)
    write(draw, (_MARGIN, _BAND + 106), line, hand, _SOFT)
    for left in range(_MARGIN, WIDTH - _MARGIN, 22):
        draw.line((left, _TEAR, left + 10, _TEAR), fill=_SOFT, width=2)
    return indexes, colours


def _band(event: TicketEvent, palette: Palette) -> Image.Image:
    """The event's picture with the house's name, the title and the seal upon it."""
    whole = event.look.art((WIDTH, 1125), dark=True)
    top = round(whole.height * _FOCUS.get(event.look.style, 0.27))
    art = whole.crop((0, top, WIDTH, top + _BAND))
    veil = _veil(palette)
    ink = mix((255, 255, 255), palette.cloth[-1], 0.25)
    slope = Image.frombytes(
        "L",
        (WIDTH, 1),
        bytes(round(238 - 200 * (column / WIDTH) ** 1.6) for column in range(WIDTH)),
    ).resize(art.size)
    band = Image.composite(Image.new("RGB", art.size, veil), art, slope)
    draw = ImageDraw.Draw(band)
    write(draw, (_MARGIN, 74), _HOUSE, Hand(Face.MEDIUM, 19, 5), ink)
    title = drawable(event.title) or _HOUSE.title()
    room = WIDTH - 2 * _MARGIN
    hand, lines = fit(title, Face.DISPLAY, (92, 84, 76, 68), room, 2)
    if len(lines) > 1:
        hand, lines = fit(title, Face.DISPLAY, (72, 66, 60, 54, 48), room, 2)
    base = _BAND - 54 - (len(lines) - 1) * hand.size * 1.06
    for number, line in enumerate(lines):
        write(draw, (_MARGIN - 3, base + number * hand.size * 1.06), line, hand, ink)
    _set_seal(draw, drawable(event.seal, 3).upper(), ink, veil)
    return band


def _set_seal(draw: ImageDraw.ImageDraw, letters: str, ink: RGB, under: RGB) -> None:
    if not letters:
        return
    middle, high, radius = WIDTH - _MARGIN - 36, 70, 36
    box = (middle - radius, high - radius, middle + radius, high + radius)
    draw.ellipse(box, fill=under, outline=ink, width=2)
    hand = Hand(Face.DISPLAY, 34 if len(letters) < 3 else 25)
    write(draw, (middle, high + hand.size * 0.34), letters, hand, ink, align="m")


def _veil(palette: Palette) -> RGB:
    return mix(palette.cloth[0], (0, 0, 0), 0.15)
