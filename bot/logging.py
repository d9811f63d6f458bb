"""What the processes say: one line an event, on standard error, and never a secret."""

import json
import logging
import re
import sys
from collections.abc import Iterable
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

_TOKEN = re.compile(r"(?<!\d)\d{4,20}:[A-Za-z0-9_-]{20,}")
_URL_PASSWORD = re.compile(r"(\b[a-z][a-z0-9+.-]*://[^\s:/@]*):[^\s/@]+@")
_PLACEHOLDER = "[secret]"
_SHORTEST_SECRET = 6
"""A shorter one is not looked for: its replacement would tear other words apart."""

NUMBERS_OF_PEOPLE = frozenset({"chat", "telegram_id"})
"""Facts of a line by which somebody would be found in Telegram: no line has them."""

_QUIET = (
    "aiogram.event",
    "aiohttp.access",
    "apscheduler",
    "alembic",
    "httpx",
    "httpcore",
    "mail.log",
)
"""They say at INFO what we say ourselves, or nothing worth a line for every update."""


class Redactor:
    """Takes secrets out of a text: known ones, whatever looks like a bot token, URL passwords."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        known = {secret for secret in secrets if len(secret) >= _SHORTEST_SECRET}
        known |= {json.dumps(word)[1:-1] for word in known} | {repr(word)[1:-1] for word in known}
        longest_first = sorted(known, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, longest_first))) if known else None

    def clean(self, text: str) -> str:
        """The text without secrets."""
        if self._known is not None:
            text = self._known.sub(_PLACEHOLDER, text)
        return _URL_PASSWORD.sub(rf"\1:{_PLACEHOLDER}@", _TOKEN.sub(_PLACEHOLDER, text))


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Cleans the finished line, so that no exception and no library slips past."""

    def __init__(self, redactor: Redactor, **options: Any) -> None:
        super().__init__(**options)
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        return self._redactor.clean(super().format(record))


def set_up_logging(level: str, style: str, secrets: Iterable[str] = ()) -> None:
    """Send what structlog and the standard library log to standard error.

    `level` is a name such as INFO, `style` is "text" or "json"; `secrets` never show, neither
    does the traceback of an error that nobody caught.
    """
    redactor = Redactor(secrets)
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        _Formatter(
            redactor,
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _without_mark,
                _without_people,
                structlog.processors.format_exc_info,
                _renderer(style),
            ],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    sys.excepthook = _last_words(redactor)


def _without_mark(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """A line that is kept (`bot/logbook.py`) is said like any other."""
    event.pop("keep", None)
    return event


def _without_people(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Who asks to be forgotten is in no log, either."""
    event.update(dict.fromkeys(NUMBERS_OF_PEOPLE & event.keys(), "…"))
    return event


def _renderer(style: str) -> Processor:
    if style == "json":
        return structlog.processors.JSONRenderer()
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=0)


def _last_words(redactor: Redactor) -> Any:
    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        event: EventDict = {"exc_info": (kind, error, trace)}
        text = structlog.processors.format_exc_info(None, "", event)["exception"]
        sys.stderr.write(redactor.clean(str(text)) + "\n")

    return tell
