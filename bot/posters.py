"""Posters and look-book plates, drawn by the house: no picture of anybody else is used."""

from dataclasses import dataclass
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from bot.drawing.easel import drawn
from bot.drawing.garment import Cut, worn
from bot.drawing.lettering import Face, Hand, drawable, fit, width, write
from bot.drawing.look import Look, Style
from bot.drawing.palette import RGB, Palette, contrast, mix
from bot.drawing.sheet import ease

WIDTH, HEIGHT = 1080, 1350  # pixels: Telegram shows 4:5 in full width
PLATE_WIDTH, PLATE_HEIGHT = 900, 1200
_HEAVIEST = 290_000  # bytes
_MARGIN = 64
_PORTRAIT, _PORTRAIT_SIDE = Look(Style.PORTAL, "carmine", 7), 640
_HOUSE = "FASHIONISTA PORTAL"
_TITLE_SIZES = (148, 132, 118, 104, 92, 80, 68, 58)

# Styles that fill the sheet carry their letters over the picture, which darkens below them;
# the others end above a field of the ground.
_FULL = frozenset(
    {
        Style.SATIN,
        Style.PORTAL,
        Style.RUNWAY,
        Style.WAVES,
        Style.WINDOWS,
        Style.RAIN,
        Style.MOON,
        Style.CANDLE,
        Style.STAIRS,
    }
)
_BELOW_HEAD = frozenset(  # too busy for letters on them
    {
        Style.CHECK,
        Style.PLEATS,
        Style.THREADS,
        Style.KNIT,
        Style.WEAVE,
        Style.PATCH,
        Style.FOLDS,
        Style.TILES,
        Style.BUTTONS,
        Style.SPOOLS,
        Style.PATTERN,
        Style.HANGERS,
    }
)
_HEAD = 124


@dataclass(frozen=True)
class Poster:
    """What a poster says. All texts are ready to read; `note` is a word or two, top right."""

    look: Look
    title: str
    city: str
    date: str
    note: str = ""


@dataclass(frozen=True)
class Plate:
    """One plate of a look-book: look `number` of `total` of a collection.

    `cut` is what is worn; without one the look's number decides.
    """

    look: Look
    brand: str
    collection: str
    number: int
    total: int
    cut: Cut | None = None


async def poster_picture(poster: Poster) -> bytes:
    """The poster as JPEG, 1080 × 1350 pixels, under 300 kB, drawn off the event loop."""
    return await drawn(draw_poster, poster)


async def plate_picture(plate: Plate) -> bytes:
    """The plate as JPEG, drawn off the event loop."""
    return await drawn(draw_plate, plate)


async def portrait_picture() -> bytes:
    """The bot's own picture as JPEG, a square, drawn off the event loop."""
    return await drawn(_draw_portrait, _PORTRAIT)


def _draw_portrait(look: Look) -> bytes:
    content = BytesIO()
    look.art((_PORTRAIT_SIDE, _PORTRAIT_SIDE)).save(content, "JPEG", quality=90)
    return content.getvalue()


def draw_poster(poster: Poster) -> bytes:
    """The poster as JPEG, 1080 × 1350 pixels, under 300 kB; same poster, same bytes."""
    colours = poster.look.colours
    title, lines = fit(
        drawable(poster.title) or _HOUSE.title(),
        Face.DISPLAY,
        _TITLE_SIZES,
        WIDTH - 2 * _MARGIN,
        3,
    )
    leading = title.size * 1.04
    field = HEIGHT - round(leading * len(lines) + 204)
    if poster.look.style in _FULL:
        picture = _scrimmed(poster.look.art((WIDTH, HEIGHT)), field, colours)
        ink = _over(colours)
    else:
        picture = Image.new("RGB", (WIDTH, HEIGHT), colours.ground)
        top = _HEAD if poster.look.style in _BELOW_HEAD else 0
        picture.paste(poster.look.art((WIDTH, field - top)), (0, top))
        ink = colours.ink
    draw = ImageDraw.Draw(picture)
    _head(draw, picture, poster.note, (ink, _over(colours), _deep(colours), colours.ink))
    base = HEIGHT - 170 - leading * (len(lines) - 1)
    for number, line in enumerate(lines):
        write(draw, (_MARGIN - title.size * 0.04, base + number * leading), line, title, ink)
    _foot(draw, poster, ink)
    return _jpeg(picture)


def draw_plate(plate: Plate) -> bytes:
    """A look-book plate as JPEG, 900 × 1200 pixels, under 300 kB."""
    colours = plate.look.colours
    size = (PLATE_WIDTH, PLATE_HEIGHT)
    picture = Image.new("RGB", size, colours.paper)
    look = Look(plate.look.style, plate.look.palette, plate.look.seed + 7919 * plate.number)
    cuts = list(Cut)
    cut = plate.cut or cuts[look.seed % len(cuts)]
    cloth = look.art((PLATE_WIDTH - 2 * _MARGIN, PLATE_HEIGHT - 250))
    picture.paste(worn(cut, cloth, colours, Random(look.seed)), (_MARGIN, _MARGIN))
    draw = ImageDraw.Draw(picture)
    dark = colours.dark
    base = PLATE_HEIGHT - 84
    room = PLATE_WIDTH - 2 * _MARGIN - 190
    hand, (name,) = fit(drawable(plate.collection), Face.DISPLAY, (56, 48, 40, 34), room)
    write(draw, (_MARGIN, base - 8), name, hand, dark)
    small = Hand(Face.MEDIUM, 20, 3)
    write(draw, (_MARGIN, base + 36), drawable(plate.brand).upper(), small, dark)
    count = f"{plate.number:02d} / {plate.total:02d}"
    write(draw, (PLATE_WIDTH - _MARGIN, base - 8), count, Hand(Face.ITALIC, 40), dark, align="r")
    return _jpeg(picture)


def _head(
    draw: ImageDraw.ImageDraw, picture: Image.Image, note: str, inks: tuple[RGB, ...]
) -> None:
    hand = Hand(Face.MEDIUM, 21, 5)
    small = drawable(note, 24).upper()
    split = WIDTH - _MARGIN - round(width(small, hand))
    left = _standing_out(inks, picture.crop((_MARGIN, 60, WIDTH // 2, 90)))
    right = _standing_out(inks, picture.crop((min(split, WIDTH - 100), 60, WIDTH - _MARGIN, 90)))
    write(draw, (_MARGIN, 82), _HOUSE, hand, left)
    write(draw, (WIDTH - _MARGIN + hand.tracking, 82), small, hand, right, align="r")


def _foot(draw: ImageDraw.ImageDraw, poster: Poster, ink: RGB) -> None:
    draw.line((_MARGIN, HEIGHT - 112, WIDTH - _MARGIN, HEIGHT - 112), fill=ink, width=2)
    city = Hand(Face.ITALIC, 44)
    name = drawable(poster.city, 40)
    write(draw, (_MARGIN, HEIGHT - 60), name, city, ink)
    room = WIDTH - 2 * _MARGIN - width(name, city) - 40
    hand, (date,) = fit(drawable(poster.date), Face.REGULAR, (34, 30, 26, 22), room)
    write(draw, (WIDTH - _MARGIN, HEIGHT - 62), date, hand, ink, align="r")


def _scrimmed(picture: Image.Image, field: int, colours: Palette) -> Image.Image:
    """The picture, sinking into the deepest shade of its cloth behind the letters."""
    start, solid = field - 170, field + 120
    strength = bytes(
        round(255 * max(0.94 * ease((row - start) / (solid - start)), 0.5 * ease(1 - row / 220)))
        for row in range(HEIGHT)
    )
    mask = Image.frombytes("L", (1, HEIGHT), strength).resize(picture.size)
    return Image.composite(Image.new("RGB", picture.size, _deep(colours)), picture, mask)


def _deep(colours: Palette) -> RGB:
    return mix(colours.cloth[0], (0, 0, 0), 0.25)


def _over(colours: Palette) -> RGB:
    """A light of the palette that reads on its deepest shade."""
    return mix(colours.cloth[-1], (255, 255, 255), 0.6)


def _standing_out(inks: tuple[RGB, ...], under: Image.Image) -> RGB:
    """Whichever of the inks can be read best on all of the piece of picture."""
    piece = under.resize((4, 1), Image.Resampling.BOX).tobytes()
    spots = [(piece[at], piece[at + 1], piece[at + 2]) for at in range(0, len(piece), 3)]
    return max(inks, key=lambda ink: min(contrast(ink, spot) for spot in spots))


def _jpeg(picture: Image.Image) -> bytes:
    """The best quality that stays under the limit."""
    for quality in (90, 84, 78, 70, 60, 50):
        out = BytesIO()
        picture.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() < _HEAVIEST:
            break
    return out.getvalue()
