"""What the portal's buttons carry, as the chat page sees it: prefixes of `bot/callbacks`.

Written out, because the process of the chat page does without aiogram and its 165 MB; a test
holds them to their classes.
"""

from typing import Final

PREFIXES: Final = {
    "Approve": "ay",
    "AtDesk": "hd",
    "Choose": "c",
    "Decide": "sy",
    "Follow": "fo",
    "JoinLine": "wj",
    "Move": "f",
    "ReallyGiveBack": "ry",
    "Release": "x",
    "Reserve": "r",
    "Steer": "cx",
    "StopNews": "ns",
    "Wait": "wl",
    "WantNews": "nw",
}
"""Prefixes of callback data by the name of their class."""
