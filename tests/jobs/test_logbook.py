"""The log of the processes in the database: by the batch, harmless, and never in the way."""

import logging
from collections.abc import Iterator
from uuid import uuid4

import pytest
import structlog

from bot.logbook import Logbook
from bot.logging import Redactor, set_up_logging
from domain.actors import WORKER
from storage.database import Database
from storage.queries import system_logs
from tests.factories import Owner

_KEPT = "SELECT * FROM system_logs ORDER BY id"
TOKEN = "7712345678:AAF-abcdefghijklmnopqrstuvwxyz012345"


@pytest.fixture
def logbook() -> Iterator[Logbook]:
    """A small logbook of a process; logging is put back as it was."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    set_up_logging("INFO", "text")
    book = Logbook(Redactor(["hunter22"]), process="portal_worker", most=10)
    root.addHandler(book)
    yield book
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()


async def test_what_matters_is_kept_without_what_people_say(
    db: Database, owner: Owner, logbook: Logbook
) -> None:
    log, id = structlog.get_logger("test"), uuid4()
    typed = " ".join(("Amara", "typed this", "hunter22"))
    log.info("an update was handled", update=7)
    log.info("the portal is open", keep=True, port=8081)
    log.warning("telegram asks to wait", chat=4711, seconds=3, why="BadRequest: Amara said no")
    logging.getLogger("library").error("%s was wrong\nwith Amara", "Amara")
    try:
        raise ValueError(typed)
    except ValueError:
        log.exception("work failed", job="remind", delivery=str(id), answer="Amara", token=TOKEN)
    assert await logbook.write(db) == 4
    rows = await owner.fetch(_KEPT)
    assert [(row["level"], row["message"]) for row in rows] == [
        ("info", "the portal is open"),
        ("warning", "telegram asks to wait"),
        ("error", "%s was wrong"),
        ("error", "work failed"),
    ]
    assert "ValueError" in rows[-1]["stack_trace"]
    assert "test_logbook.py" in rows[-1]["stack_trace"]
    assert str(id) in rows[-1]["context"]
    assert "remind" in rows[-1]["context"]
    assert "portal_worker" in rows[-1]["context"]
    everything = str(rows)
    for hidden in ("Amara", "4711", "hunter22", TOKEN):
        assert hidden not in everything
    assert await logbook.write(db) == 0


async def test_what_comes_again_and_again_is_one_line(
    db: Database, owner: Owner, logbook: Logbook
) -> None:
    log = structlog.get_logger("test")
    for _ in range(5):
        log.warning("redis is gone, working without it", error="ConnectionError")
    log.error("an end")
    await logbook.write(db)
    first, last = await owner.fetch(_KEPT)
    assert '"times": 5' in first["context"]
    assert "times" not in last["context"]


async def test_while_the_database_is_away_the_newest_lines_wait(
    db: Database, owner: Owner, logbook: Logbook
) -> None:
    log = structlog.get_logger("test")
    away = Database("postgresql://nobody@127.0.0.1:1/nowhere", role="nobody")
    for number in range(8):
        log.warning("one", number=number)
    assert await logbook.write(away) == 0
    for number in range(8, 14):
        log.warning("one", number=number)
    assert await logbook.write(away) == 0
    await away.close()
    await logbook.write(db)
    rows = await owner.fetch(_KEPT)
    kept = [row["context"] for row in rows if row["message"] == "one"]
    assert len(kept) == 10
    assert '"number": 13' in kept[-1]
    [lost] = [row for row in rows if row["message"] == "lines of the log were lost"]
    assert '"lines": 4' in lost["context"]


async def test_the_last_lines_can_be_read(db: Database, logbook: Logbook) -> None:
    log = structlog.get_logger("test")
    log.warning("a warning")
    log.error("an error")
    await logbook.write(db)
    async with db.read(WORKER) as tx:
        rows = await system_logs.last(tx.session, level="error", limit=10)
    assert [row.message for row in rows] == ["an error"]
