"""Pictures of things in a workroom: buttons, spools, paper patterns, coats, wheels, windows."""

from math import cos, hypot, pi, sin
from random import Random

from PIL import Image

from bot.drawing.palette import RGB, Palette, mix, ramp
from bot.drawing.sheet import Point, Sheet, Size, softened
from bot.drawing.stage import gown


def buttons(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """A drawer of buttons, tipped out."""
    wide, high = size
    sheet = Sheet(size, palette.ground)
    tones = [*palette.cloth, palette.accent, palette.cloth[1], palette.cloth[-2]]
    laid: list[tuple[Point, float]] = []
    for attempt in range(900):
        radius = wide * (0.145 if attempt < 60 else rng.choice((0.085, 0.055, 0.035)))
        spot = (rng.uniform(-20, wide + 20), rng.uniform(-20, high + 20))
        near = (hypot(spot[0] - x, spot[1] - y) < radius + other + 9 for (x, y), other in laid)
        if not any(near):
            laid.append((spot, radius))
            tone = tones[len(laid) % len(tones)]
            _button(sheet, spot, radius, tone, rng.choice((2, 4, 4)), rng.uniform(0, pi))
    return sheet.finished()


def _button(
    sheet: Sheet, spot: Point, radius: float, tone: RGB, holes: int, turned: float
) -> None:
    dark, light = mix(tone, (0, 0, 0), 0.35), mix(tone, (255, 255, 255), 0.3)
    sheet.disc(
        (spot[0] + radius * 0.05, spot[1] + radius * 0.09), radius, mix(dark, (0, 0, 0), 0.3)
    )
    sheet.disc(spot, radius, tone)
    sheet.ring(spot, radius * 0.97, radius * 0.97, light, radius * 0.05)
    sheet.ring(spot, radius * 0.72, radius * 0.72, dark, radius * 0.045)
    eyes = [
        (
            spot[0] + radius * 0.27 * cos(turned + 2 * pi * number / holes),
            spot[1] + radius * 0.27 * sin(turned + 2 * pi * number / holes),
        )
        for number in range(holes)
    ]
    for eye in eyes:
        sheet.disc(eye, radius * 0.105, dark)
    for eye, across in zip(eyes, eyes[holes // 2 :], strict=False):
        sheet.line((eye, across), light, radius * 0.075)


def spools(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Shelves of thread."""
    wide, high = size
    sheet = Sheet(size, palette.ground)
    columns, rows = 5, 4
    tones = [*palette.cloth[1:], palette.accent]
    wood = mix(palette.cloth[-2], palette.cloth[0], 0.3)
    for row in range(rows):
        floor = high * (row + 1) / rows - 18
        sheet.shape(
            ((0, floor), (wide, floor), (wide, floor + 10), (0, floor + 10)),
            mix(palette.ground, palette.ink, 0.35),
        )
        for column in range(columns):
            middle = wide * (column + 0.5) / columns
            tone = rng.choice(tones)
            full = rng.uniform(0.55, 1.0)
            _spool(
                sheet,
                (middle, floor),
                (wide / columns * 0.36, high / rows * 0.78),
                tone,
                wood,
                full,
            )
    return sheet.finished()


def _spool(
    sheet: Sheet, foot: Point, reach: tuple[float, float], tone: RGB, wood: RGB, full: float
) -> None:
    (x, low), (half, tall) = foot, reach
    for top in (low - tall, low - tall * 0.1):
        sheet.shape(
            (
                (x - half * 0.82, top),
                (x + half * 0.82, top),
                (x + half, top + tall * 0.1),
                (x - half, top + tall * 0.1),
            ),
            wood,
        )
    sheet.shape(
        (
            (x - half * 0.3, low - tall * 0.9),
            (x + half * 0.3, low - tall * 0.9),
            (x + half * 0.3, low - tall * 0.1),
            (x - half * 0.3, low - tall * 0.1),
        ),
        mix(wood, (0, 0, 0), 0.3),
    )
    turns = 17
    broad = half * (0.34 + 0.52 * full)
    for turn in range(turns):
        down = low - tall * (0.14 + 0.70 * turn / (turns - 1))
        shade = mix(tone, (0, 0, 0), 0.22 if turn % 2 else 0.0)
        sheet.line(((x - broad, down + 4), (x + broad, down - 4)), shade, tall * 0.045)


def pattern(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Paper patterns on a table, graded in five sizes."""
    wide, high = size
    sheet = Sheet(size, palette.ground)
    pale = mix(palette.ground, palette.ink, 0.10)
    for line in range(0, int(max(wide, high)), 45):
        sheet.line(((line, 0), (line, high)), pale, 1)
        sheet.line(((0, line), (wide, line)), pale, 1)
    blocks = (_BODICE, _SLEEVE, _COLLAR)
    places = [(0.32, 0.36), (0.74, 0.40), (0.50, 0.84)]
    rng.shuffle(places)
    for number, (block, (across, down)) in enumerate(zip(blocks, places, strict=True)):
        turned = rng.uniform(-0.5, 0.5)
        tones = [palette.ink, palette.cloth[1], palette.accent]
        for grade in range(5):
            scale = wide * (0.50 + 0.045 * grade)
            outline = [
                (
                    wide * across + scale * (x * cos(turned) - y * sin(turned)),
                    high * down + scale * (x * sin(turned) + y * cos(turned)),
                )
                for x, y in softened(block)
            ]
            if grade == 0:
                sheet.shape(outline, mix(palette.ground, palette.cloth[-2], 0.35))
            sheet.line([*outline, outline[0]], tones[number], 2.6 if grade in (0, 4) else 1.2)
        grain = [
            (wide * across + scale * y * -sin(turned), high * down + scale * y * cos(turned))
            for y in (-0.2, 0.2)
        ]
        sheet.line(grain, palette.accent, 3)
        for end in grain:
            sheet.disc(end, 8, palette.accent)
    return sheet.finished()


_BODICE = (
    (-0.24, -0.30),
    (-0.10, -0.36),
    (0.02, -0.22),
    (0.12, -0.36),
    (0.26, -0.28),
    (0.20, -0.06),
    (0.30, 0.02),
    (0.26, 0.34),
    (-0.24, 0.36),
    (-0.28, 0.04),
    (-0.18, -0.08),
)
_SLEEVE = (
    (-0.26, -0.02),
    (-0.14, -0.24),
    (0.0, -0.34),
    (0.14, -0.24),
    (0.26, -0.02),
    (0.15, 0.40),
    (-0.15, 0.40),
)
_COLLAR = (
    (-0.36, 0.06),
    (-0.18, -0.08),
    (0.18, -0.08),
    (0.36, 0.06),
    (0.30, 0.16),
    (0.0, 0.06),
    (-0.30, 0.16),
)


def hangers(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """A rail of coats."""
    wide, high = size
    sheet = Sheet(size, palette.ground)
    rail = high * 0.14
    sheet.line(((0, rail), (wide, rail)), palette.ink, 9)
    tones = [*palette.cloth, palette.accent, *palette.cloth[1:]]
    count = 9
    for number in range(count):
        x = wide * (0.08 + 0.84 * number / (count - 1)) + rng.uniform(-12, 12)
        tone = tones[number % len(tones)]
        half = wide * rng.uniform(0.105, 0.125)
        sheet.ring((x, rail + 4), 13, 20, palette.ink, 4)
        sheet.line(((x, rail + 22), (x, rail + 44)), palette.ink, 4)
        hem = high * rng.uniform(0.72, 0.95)
        _coat(sheet, (x, rail + 40), half, hem, tone)
    return sheet.finished()


def _coat(sheet: Sheet, neck: Point, half: float, hem: float, tone: RGB) -> None:
    x, top = neck
    dark = mix(tone, (0, 0, 0), 0.3)
    sheet.shape(
        (
            (x - half * 0.18, top),
            (x + half * 0.18, top),
            (x + half, top + half * 0.55),
            (x + half * 1.12, hem),
            (x - half * 1.12, hem),
            (x - half, top + half * 0.55),
        ),
        tone,
    )
    for side in (-1, 1):
        sleeve = (
            (x + side * half * 0.78, top + half * 0.42),
            (x + side * half * 1.02, top + half * 0.6),
            (x + side * half * 1.22, top + (hem - top) * 0.68),
            (x + side * half * 0.86, top + (hem - top) * 0.7),
        )
        sheet.shape(sleeve, mix(tone, (0, 0, 0), 0.15))
        lapel = (
            (x, top + half * 1.5),
            (x + side * half * 0.22, top),
            (x + side * half * 0.42, top + half * 0.7),
        )
        sheet.shape(lapel, dark)
    sheet.line(((x, top + half * 1.5), (x, hem)), dark, 3)
    for number in range(3):
        sheet.disc((x + half * 0.14, top + half * (1.9 + 0.7 * number)), half * 0.06, dark)


def wheels(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Wheels that pass one another."""
    wide, high = size
    sheet = Sheet(size, palette.ground)
    places = ((0.20, 0.36, 0.36), (0.80, 0.30, 0.30), (0.55, 0.70, 0.44))
    tones = (palette.cloth[-2], palette.accent, palette.cloth[-1])
    for (across, down, reach), tone in zip(places, tones, strict=True):
        middle = (wide * (across + rng.uniform(-0.05, 0.05)), high * down)
        radius = min(wide, high) * reach
        sheet.ring(middle, radius, radius, palette.cloth[1], radius * 0.10)
        sheet.ring(middle, radius * 0.88, radius * 0.88, tone, radius * 0.03)
        turned = rng.uniform(0, pi)
        for number in range(32):
            angle = turned + 2 * pi * number / 32
            cross = angle + (0.9 if number % 2 else -0.9)
            hub = (middle[0] + radius * 0.09 * cos(cross), middle[1] + radius * 0.09 * sin(cross))
            rim = (middle[0] + radius * 0.87 * cos(angle), middle[1] + radius * 0.87 * sin(angle))
            sheet.line((hub, rim), mix(tone, palette.ground, 0.25), 2)
        sheet.disc(middle, radius * 0.10, tone)
    return sheet.finished()


def windows(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """A front of shop windows at night, somebody in each."""
    wide, high = size
    wall = mix(palette.cloth[0], (0, 0, 0), 0.35)
    sheet = Sheet(size, wall)
    columns, rows = 3, 3
    for row in range(rows):
        for column in range(columns):
            left, right = (wide * (column + part) / columns for part in (0.11, 0.89))
            top, low = (high * (row + part) / rows for part in (0.10, 0.90))
            lit = rng.choice((palette.cloth[-1], palette.cloth[-2], palette.accent))
            for step in range(12):
                near, far = (top + (low - top) * (step + part) / 12 for part in (0, 1))
                band = ((left, near), (right, near), (right, far), (left, far))
                sheet.shape(band, mix(lit, palette.cloth[1], 0.45 * (1 - step / 11)))
            foot = ((left + right) / 2 + rng.uniform(-40, 40), low)
            tall = (low - top) * rng.uniform(0.72, 0.86)
            gown(sheet, foot, tall, [palette.cloth[0], ramp(palette.cloth, 0.4)], rng)
            frame = ((left, top), (right, top), (right, low), (left, low), (left, top))
            sheet.line(frame, mix(wall, lit, 0.3), 6)
    return sheet.finished()
