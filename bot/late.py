"""Questions of Telegram's that nobody waits for any more, as after a restart in a rush."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import structlog
from aiogram.exceptions import TelegramBadRequest

_TOO_OLD: Final = "query is too old"

_log = structlog.get_logger(__name__)


@contextmanager
def unless_too_late() -> Iterator[None]:
    """Answer within; that the answer comes too late is well, and anything else is raised."""
    try:
        yield
    except TelegramBadRequest as error:
        if _TOO_OLD not in error.message:
            raise
        _log.info("an answer came too late", reason=error.message)
