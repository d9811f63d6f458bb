"""Moments at which a process can be made to die, for tests: between a hold and its QR.

Where the environment names one, the process ends there as by kill -9: nothing is flushed, nothing
is given back. Otherwise a failpoint does nothing.
"""

import os
from typing import Final, Literal, get_args

Name = Literal[
    "order.before_hold",
    "order.after_hold",
    "bill.after_sent",
    "bill.after_kept",
    "checkout.before_agreed",
    "checkout.after_agreed",
    "payment.before_commit",
    "payment.after_commit",
    "ticket.before_sent",
    "ticket.after_sent",
]
NAMES: Final[tuple[Name, ...]] = get_args(Name)

VARIABLE: Final = "PORTAL_FAILPOINT"
_KILLED: Final = 137
_named = os.environ.get(VARIABLE)


def failpoint(name: Name) -> None:
    """Die here, if that is wished for."""
    if name == _named:
        os._exit(_KILLED)
