"""Pictures of the hour and the weather: rain, moon, candlelight, stairs in the sun."""

from math import cos, exp, hypot, pi, sin
from random import Random

from PIL import Image

from bot.drawing.palette import RGB, Palette, mix, ramp
from bot.drawing.sheet import Point, Sheet, Size, ease, shaded
from bot.drawing.stage import gown


def rain(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Somebody under an umbrella."""
    wide, high = size
    field = shaded(size, palette.cloth[:3], lambda x, y: 0.1 + 0.75 * ease(1.1 - y))
    sheet = Sheet(size, field)
    top = (wide * rng.uniform(0.42, 0.58), high * 0.24)
    half = wide * 0.36
    slant = rng.choice((-1, 1)) * rng.uniform(0.10, 0.2)
    for _ in range(520):
        x, y = rng.uniform(-0.2, 1.2) * wide, rng.uniform(-0.05, 1) * high
        long = rng.uniform(30, 110)
        dry = abs(x - top[0]) < half and y > top[1] + 40
        if not dry:
            tone = ramp(palette.cloth[1:], rng.uniform(0.3, 0.95))
            sheet.line(((x, y), (x + slant * long, y + long)), tone, rng.choice((1, 1.5, 2.5)))
    gown(sheet, (top[0], high * 0.82), high * 0.44, list(palette.cloth[1:]), rng)
    sheet.line((top, (top[0] + wide * 0.07, high * 0.55)), palette.cloth[0], 6)
    _umbrella(sheet, top, half, palette)
    return sheet.finished()


def _umbrella(sheet: Sheet, top: Point, half: float, palette: Palette) -> None:
    ribs = 8
    for number in range(ribs):
        left, right = (-1 + 2 * (number + part) / ribs for part in (0, 1))
        edges = [sin(pi / 2 * side) for side in (left, right)]
        middle = (edges[0] + edges[1]) / 2
        low = top[1] + half * 0.62
        panel = [(top[0] + edges[0] * half, low)]
        panel += [_over(top, half, edges[0], step / 12) for step in range(13)]
        panel += [_over(top, half, edges[1], 1 - step / 12) for step in range(13)]
        panel += [(top[0] + middle * half, low - half * 0.07)]
        tone = palette.accent if number % 2 else mix(palette.accent, palette.cloth[0], 0.3)
        sheet.shape(panel, tone)
    sheet.line(((top[0], top[1]), (top[0], top[1] - 34)), palette.accent, 7)


def _over(top: Point, half: float, side: float, up: float) -> Point:
    """A point of a rib, from the rim (0) to the crown (1)."""
    angle = pi / 2 * up
    return top[0] + side * half * cos(angle), top[1] + half * 0.62 * (1 - sin(angle))


def moon(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Capes under a large moon."""
    wide, high = size
    field = shaded(size, palette.cloth[:3], lambda x, y: 0.02 + 0.55 * ease(y * 1.1 - 0.1))
    sheet = Sheet(size, field)
    for _ in range(90):
        spot = (rng.uniform(0, wide), rng.uniform(0, high * 0.6))
        sheet.disc(spot, rng.choice((1.2, 1.8, 2.6)), palette.cloth[-1])
    middle = (wide * rng.uniform(0.38, 0.62), high * 0.33)
    radius = wide * 0.31
    for ring in range(5, 0, -1):
        glow = mix(palette.cloth[1], palette.cloth[-2], 0.10 + 0.05 * (5 - ring))
        sheet.ring(middle, radius + 26 * ring, radius + 26 * ring, glow, 2)
    sheet.disc(middle, radius, palette.cloth[-1])
    side = rng.choice((-1, 1))
    for number in range(9):
        spot = (
            middle[0] + side * rng.uniform(-0.1, 0.6) * radius,
            middle[1] + rng.uniform(-0.6, 0.6) * radius,
        )
        if hypot(spot[0] - middle[0], spot[1] - middle[1]) < radius * 0.72:
            shade = mix(palette.cloth[-1], palette.cloth[-2], 0.35)
            sheet.disc(spot, radius * (0.05 + 0.02 * number), shade)
    people = 5
    for number in range(people):
        x = wide * (0.10 + 0.80 * number / (people - 1)) + rng.uniform(-30, 30)
        tall = high * rng.uniform(0.24, 0.36)
        tone = palette.accent if number == people // 2 else palette.cloth[number % 2]
        _cape(sheet, (x, high * 0.84), tall, tone)
    return sheet.finished()


def _cape(sheet: Sheet, foot: Point, tall: float, tone: RGB) -> None:
    """Somebody in a cape that stands up by itself, lit from one side."""
    x, low = foot
    head = (x, low - tall * 0.90)
    half = tall * 0.30
    sheet.disc(head, tall * 0.075, mix(tone, (0, 0, 0), 0.5))
    for part in range(14):
        left, right = (-1 + 2 * (part + side) / 14 for side in (0, 1))
        lit = mix(tone, (0, 0, 0), 0.55 - 0.5 * (part / 13))
        sheet.shape(
            (
                (x + left * half * 0.20, low - tall * 0.84),
                (x + right * half * 0.20, low - tall * 0.84),
                (x + right * half, low),
                (x + left * half, low),
            ),
            lit,
        )


def candle(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Candles, and what they light."""
    wide, high = size
    flames = [
        (0.12 + 0.127 * number + rng.uniform(-0.02, 0.02), rng.uniform(0.30, 0.62))
        for number in range(7)
    ]

    def light(across: float, down: float) -> float:
        x = across * high / wide
        glow = sum(exp(-(((x - a) * 0.8) ** 2 + (down - d) ** 2) * 95) for a, d in flames)
        return min(1.0, 0.03 + 0.72 * glow)

    dark = mix(palette.cloth[0], (0, 0, 0), 0.5)
    sheet = Sheet(size, shaded(size, (dark, *palette.cloth[1:]), light))
    for across, down in flames:
        spot = (wide * across, high * down)
        half = wide * rng.uniform(0.022, 0.034)
        _wax(sheet, spot, half, high, palette)
        _flame(sheet, spot, half * 0.85, palette)
    return sheet.finished()


def _wax(sheet: Sheet, spot: Point, half: float, low: float, palette: Palette) -> None:
    top = spot[1] + half * 2.1
    for part in range(10):
        left, right = (spot[0] - half + 2 * half * (part + side) / 10 for side in (0, 1))
        tone = mix(palette.cloth[-1], palette.cloth[1], abs(part - 4.5) / 6)
        sheet.shape(((left, top), (right, top), (right, low), (left, low)), tone)
    sheet.oval((spot[0], top), half, half * 0.3, mix(palette.cloth[-1], (255, 255, 255), 0.4))
    sheet.line(((spot[0], top), (spot[0], top - half)), palette.cloth[0], 4)


def _flame(sheet: Sheet, spot: Point, half: float, palette: Palette) -> None:
    for scale, tone in ((1.0, palette.accent), (0.6, mix(palette.accent, (255, 255, 255), 0.8))):
        low = spot[1] + half * 1.4
        drop = [
            (
                spot[0] + scale * half * sin(pi * step / 20) * (1 - step / 20) ** 0.6 * side,
                low - scale * half * 3.6 * step / 20,
            )
            for side, steps in ((1, range(21)), (-1, range(20, -1, -1)))
            for step in steps
        ]
        sheet.shape(drop, tone)


def stairs(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Flights of stairs, one behind the other, and one person."""
    wide, high = size
    sheet = Sheet(size, palette.cloth[-1])
    side = rng.choice((-1, 1))
    flights = 5
    count = rng.choice((8, 9, 10))
    step_wide, step_high = wide * 1.15 / count, high * 0.78 / count
    for flight in range(flights):
        way = side if flight % 2 else -side
        base = high * (0.52 + 0.21 * flight)
        tone = ramp(list(reversed(palette.cloth)), 0.22 + 0.72 * flight / (flights - 1))
        edge: list[Point] = []
        for number in range(count + 1):
            x = -0.08 * wide + number * step_wide
            y = base - number * step_high * 0.72
            edge += [(x, y), (x + step_wide, y)]
        outline = [*edge, (wide * 1.3, high * 1.2), (-0.1 * wide, high * 1.2)]
        if way < 0:
            outline = [(wide - x, y) for x, y in outline]
            edge = [(wide - x, y) for x, y in edge]
        sheet.shape(outline, tone)
        sheet.line(edge, mix(tone, palette.cloth[-1], 0.5), 4)
        if flight == 1:
            spot = edge[2 * (count // 2)]
            toward = edge[2 * (count // 2) + 1]
            foot = ((spot[0] + toward[0]) / 2, spot[1])
            gown(sheet, foot, high * 0.26, [palette.cloth[0], palette.accent], rng)
    return sheet.finished()
