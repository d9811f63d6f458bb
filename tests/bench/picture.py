"""The picture of a ticket against a plain code of the same link. What counts is processor time."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from itertools import count

import qrcode

from bot.drawing.look import Look, Style
from bot.qr import TicketEvent, TicketFace, draw_ticket
from tests.bench.claims import Claim, in_turn

PICTURES = 20  # in a round
_EVENT = TicketEvent(
    Look(Style.SATIN, "carmine", 1),
    "Seta Viva",
    "Thursday 26 February, 20:30",
    "Fabbrica Tortona · Via Tortona 54, Milan",
    "SA",
)
_numbers = count(1)


async def picture(*, rounds: int) -> Sequence[Claim]:
    """Under 40 ms of CPU a ticket."""
    times = await in_turn(partial(_round, _ticket), partial(_round, _plain), rounds)
    return [Claim("the picture of a ticket, CPU", "a plain qrcode, PNG", "ms", *times, most=40)]


async def _round(draw: Callable[[str], bytes]) -> float:
    links = [f"https://t.me/fashionista_bot?start=t{next(_numbers):044}" for _ in range(PICTURES)]
    worked = time.process_time()
    for link in links:
        draw(link)
    return (time.process_time() - worked) / PICTURES * 1000


def _ticket(link: str) -> bytes:
    return draw_ticket(
        TicketFace(_EVENT, link, "K7QM2XWD", "Front row", "Giulia F.", ("Seat, row 1", "Wine"))
    )


def _plain(link: str) -> bytes:
    out = BytesIO()
    qrcode.make(link, error_correction=qrcode.ERROR_CORRECT_M).save(out)
    return out.getvalue()
