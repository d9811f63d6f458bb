"""Pictures of the show: the runway, the portal, a figure, rings, arches of colour."""

from itertools import pairwise
from math import cos, pi, sin
from random import Random

from PIL import Image, ImageChops

from bot.drawing.palette import RGB, WHITE, Palette, luminance, mix, ramp
from bot.drawing.sheet import Point, Sheet, Size, ease, shaded, wave


def portal(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Arch behind arch, and somebody coming through the last one."""
    wide, high = size
    sheet = Sheet(size, palette.cloth[0])
    end = (wide * rng.uniform(0.40, 0.60), high * 0.60)
    deep = rng.choice((8, 9, 10))
    for number in range(deep + 1):
        near = (1 - number / deep) ** 1.55
        half = wide * (0.07 + 0.60 * near)
        middle = wide * 0.5 + (end[0] - wide * 0.5) * (1 - near)
        foot = end[1] + (high * 1.06 - end[1]) * near
        crown = end[1] - high * 0.115 - (high * 0.80) * near
        tone = ramp(palette.cloth, 0.04 + 0.96 * (number / deep) ** 1.25)
        _arch(sheet, middle, half, crown, foot, tone)
        edge = ramp(palette.cloth, 0.16 + 0.84 * (number / deep))
        sheet.line(((middle - half, foot), (middle + half, foot)), edge, 1 + 2 * near)
    shade = mix(palette.cloth[0], palette.ground, 0.3)
    foot = end[1] + high * 0.052
    stride = wide * rng.choice((-0.13, 0.13))
    sheet.shape(
        (
            (end[0] - 7, foot),
            (end[0] + 7, foot),
            (end[0] + stride + 52, high),
            (end[0] + stride - 52, high),
        ),
        mix(palette.cloth[-2], palette.cloth[0], 0.35),
    )
    gown(sheet, (end[0], foot), high * 0.135, [shade, shade], rng)
    return sheet.finished()


def runway(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """The house from above: the runway, every seat, one figure and a long shadow."""
    wide, high = size
    field = shaded(
        size,
        (palette.cloth[0], palette.cloth[0], palette.cloth[1]),
        lambda x, y: 0.15 + 0.85 * ease(1.15 - y * 1.2 - 0.25 * abs(x - 0.4)),
    )
    sheet = Sheet(size, field)
    slant = wide * rng.choice((-0.20, 0.20))
    top, foot = wide * 0.5 - slant * 0.5, wide * 0.5 + slant * 0.5
    taken = set(rng.sample(range(700), 26))
    for row in range(22):
        depth = row / 21
        down = high * (0.02 + 0.98 * depth**1.12)
        scale = 0.62 + 0.5 * depth
        spine = top + (foot - top) * depth
        for place in range(15):
            for side in (-1, 1):
                across = spine + side * wide * (0.165 + 0.052 * place) * scale
                number = row * 31 + place * 2 + (side > 0)
                lit = 0.30 + 0.5 * ease(1 - place / 12) * (0.5 + 0.5 * wave(depth * 1.5))
                tone = palette.accent if number in taken else ramp(palette.cloth, lit)
                sheet.disc((across, down), wide * 0.0125 * scale, tone)
    floor = palette.cloth[-1]
    sheet.shape(
        (
            (top - wide * 0.075, 0),
            (top + wide * 0.075, 0),
            (foot + wide * 0.135, high),
            (foot - wide * 0.135, high),
        ),
        floor,
    )
    stand = (top + (foot - top) * 0.50, high * 0.50)
    sheet.shape(
        (
            (stand[0] - wide * 0.05, stand[1]),
            (stand[0] + wide * 0.05, stand[1]),
            (foot + wide * 0.10, high),
            (foot - wide * 0.02, high),
        ),
        mix(floor, palette.cloth[-2], 0.7),
    )
    gown(sheet, stand, high * 0.36, list(palette.cloth[:3]), rng)
    return sheet.finished()


def figure(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """One gown in ribbons before a disc of colour."""
    wide, high = size
    sheet = Sheet(size, palette.ground)
    side = rng.choice((-1, 1))
    disc = (wide * (0.5 + side * 0.15), high * 0.45)
    glow = palette.accent if rng.random() < 0.5 else palette.cloth[-2]
    sheet.disc(disc, min(wide * 0.34, high * 0.31), glow)
    gown(sheet, (wide * (0.5 - side * 0.05), high * 0.93), high * 0.80, list(palette.cloth), rng)
    return sheet.finished()


def rings(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Two sets of rings that beat against each other, seen through an arch."""
    wide, high = size
    field = shaded(size, palette.cloth[-2:], lambda x, y: 0.5 + 0.5 * wave(0.4 * x + 0.5 * y, 0.1))
    sheet = Sheet(size, field)
    gap = wide * rng.uniform(0.023, 0.027)
    angle = rng.uniform(0, pi)
    apart = wide * rng.uniform(0.05, 0.08)
    middle = (wide * 0.5, high * rng.uniform(0.36, 0.50))
    for sign, tone in ((-1, palette.cloth[0]), (1, palette.cloth[1])):
        centre = (middle[0] + sign * apart * cos(angle), middle[1] + sign * apart * sin(angle))
        for number in range(1, int(wide / gap)):
            sheet.ring(centre, number * gap, number * gap * 1.16, tone, gap * 0.46)
    window = Sheet(size, (0, 0, 0))
    _arch(window, wide * 0.5, wide * 0.39, high * 0.085, high * 1.1, WHITE)
    ground = Image.new("RGB", size, palette.ground)
    return Image.composite(sheet.finished(), ground, window.finished().convert("L"))


def arches(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Large translucent arches and discs that mix where they meet."""
    wide, high = size
    light = luminance(palette.ground) > 0.4
    blend = ImageChops.multiply if light else ImageChops.screen
    picture = Image.new("RGB", size, palette.ground)
    blank = WHITE if light else (0, 0, 0)
    tones = [palette.cloth[1], palette.cloth[2], palette.accent, palette.cloth[-2]]
    for number, tone in enumerate(tones):
        layer = Sheet(size, blank)
        soft = mix(tone, blank, 0.12)
        middle = wide * (0.2 + 0.22 * number + rng.uniform(-0.06, 0.06))
        half = wide * rng.uniform(0.20, 0.27)
        crown = high * rng.uniform(0.05, 0.34)
        if number == 2:
            layer.disc((middle, crown + half * 1.2), half * 0.72, soft)
        else:
            _arch(layer, middle, half, crown, high * 1.1, soft)
        picture = blend(picture, layer.finished())
    return picture


def gown(sheet: Sheet, foot: Point, tall: float, tones: list[RGB], rng: Random) -> None:
    """A figure in a gown, `tall` pixels from hem to crown, standing at `foot`."""
    sweep = rng.choice((-1, 1)) * rng.uniform(0.06, 0.13) * tall
    ribbons = 26
    top = foot[1] - tall

    def edge(share: float, down: float) -> Point:
        hem = ease((down - 0.36) / 0.64)
        across = foot[0] + share * _half(down) * tall + sweep * hem * (0.35 + 0.65 * abs(share))
        dip = 0.014 * tall * (1 - down) ** 4 * (1 - abs(abs(share) - 0.45) * 2.4)
        lift = dip + 0.028 * tall * hem * (share * share * 1.5 - wave(share * 1.5, 0.1) * 0.35)
        return across, top + tall * (0.190 + 0.810 * down) - lift

    _bust(sheet, (foot[0], top), tall, ramp(tones, 0.10), rng.choice((-1, 1)))
    for number in range(ribbons):
        left, right = (2 * (number + part) / ribbons - 1 for part in (0.0, 1.0))
        glint = 0.5 + 0.5 * wave(left * 2.5, 0.2)
        for step in range(30):
            here, there = step / 30, (step + 1.15) / 30
            lit = (0.30 + 0.70 * glint) * (0.45 + 0.55 * ease(here * 1.3))
            sheet.shape(
                (edge(left, here), edge(right, here), edge(right, there), edge(left, there)),
                ramp(tones, lit),
            )


def _bust(sheet: Sheet, crown: Point, tall: float, skin: RGB, turned: int) -> None:
    """Hat, head, neck, shoulders and arms; `turned` is the side the face looks to."""

    def at(across: float, down: float) -> Point:
        return crown[0] + turned * across * tall, crown[1] + down * tall

    outline = (
        (-0.013, 0.085),
        (-0.015, 0.118),
        (-0.030, 0.136),
        (-0.066, 0.146),
        (-0.082, 0.160),
        (-0.094, 0.215),
        (-0.100, 0.285),
        (-0.082, 0.330),
        (-0.058, 0.356),
        (-0.052, 0.348),
        (-0.070, 0.318),
        (-0.082, 0.283),
        (-0.075, 0.225),
        (-0.062, 0.200),
        (-0.050, 0.205),
        (0.050, 0.205),
        (0.064, 0.200),
        (0.077, 0.235),
        (0.082, 0.300),
        (0.090, 0.360),
        (0.102, 0.410),
        (0.112, 0.408),
        (0.104, 0.356),
        (0.099, 0.290),
        (0.094, 0.215),
        (0.082, 0.160),
        (0.066, 0.146),
        (0.032, 0.136),
        (0.017, 0.118),
        (0.015, 0.085),
    )
    sheet.shape((at(*spot) for spot in outline), skin)
    sheet.oval(at(0.004, 0.066), 0.024 * tall, 0.034 * tall, skin)
    sheet.disc(at(-0.026, 0.078), 0.013 * tall, skin)
    brim = [
        at(0.088 * cos(turn) + 0.006, 0.044 + 0.011 * sin(turn) - 0.10 * 0.088 * cos(turn))
        for turn in (2 * pi * step / 40 for step in range(40))
    ]
    sheet.shape(brim, skin)
    sheet.oval(at(0.003, 0.034), 0.029 * tall, 0.026 * tall, skin)


def _half(down: float) -> float:
    """Half the width of a gown, in heights, from the shoulders (0) to the hem (1)."""
    marks = (
        (0.0, 0.070),
        (0.05, 0.082),
        (0.14, 0.064),
        (0.25, 0.043),
        (0.36, 0.066),
        (0.55, 0.100),
        (0.80, 0.185),
        (1.0, 0.300),
    )
    for (above, narrow), (below, broad) in pairwise(marks):
        if down <= below:
            return narrow + (broad - narrow) * ease((down - above) / (below - above))
    return marks[-1][1]


def _arch(sheet: Sheet, middle: float, half: float, crown: float, foot: float, tone: RGB) -> None:
    curve = [
        (middle - half * cos(pi * step / 48), crown + half - half * sin(pi * step / 48))
        for step in range(49)
    ]
    sheet.shape([*curve, (middle + half, foot), (middle - half, foot)], tone)
