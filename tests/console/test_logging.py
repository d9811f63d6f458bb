"""What is logged: one line an event, and never a secret."""

import json
import logging
import sys

import pytest
import structlog

from bot.logging import Redactor, set_up_logging

TOKEN = "7712345678:AAF-abcdefghijklmnopqrstuvwxyz012345"
SECRETS = [
    (TOKEN, []),
    (f"https://api.telegram.org/bot{TOKEN}/getMe", []),
    ("postgresql://portal_app:hunter22@db/portal", []),
    ("unix://:hunter22@/run/valkey.sock", []),
    ("rediss://default:hunter22@cache:6379/0", []),
    ('quo"ted\\secret', ['quo"ted\\secret']),
    ("plain-secret", ["plain-secret"]),
]


@pytest.fixture
def said(capsys):
    """What was written to standard error. Logging is put back as it was."""
    root = logging.getLogger()
    before, level, hook = root.handlers[:], root.level, sys.excepthook
    yield lambda: capsys.readouterr().err
    root.handlers[:], sys.excepthook = before, hook
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize(("text", "known"), SECRETS)
def test_a_secret_shows_nowhere(said, style, text, known):
    set_up_logging("INFO", style, known)
    log = structlog.get_logger("test")
    log.info(" ".join(("in the words", text)), beside=text, within={"a": [text]})
    logging.getLogger("library").warning("%s", text)
    try:
        raise RuntimeError(text)
    except RuntimeError:
        log.exception("with a traceback")
    text = said()
    for hidden in (TOKEN, "hunter22", *known):
        assert hidden not in text
        assert json.dumps(hidden)[1:-1] not in text
    assert text.count("[secret]") >= 4
    assert "traceback" in text.lower()


@pytest.mark.parametrize("style", ["text", "json"])
def test_nobody_is_found_in_telegram_by_a_line(said, style):
    set_up_logging("INFO", style)
    structlog.get_logger("test").warning("telegram asks to wait", chat="7314711", seconds=3)
    structlog.get_logger("test").info("administrator appointed", telegram_id=7314711)
    told = said()
    assert "administrator appointed" in told
    assert "7314711" not in told


def test_a_json_line_is_json(said):
    set_up_logging("INFO", "json")
    structlog.get_logger("test").warning("doors open", gate=3)
    line = json.loads(said())
    assert (line["event"], line["gate"], line["level"]) == ("doors open", 3, "warning")


def test_each_update_is_not_worth_a_line(said):
    set_up_logging("INFO", "text")
    logging.getLogger("aiogram.event").info("Update id=1 is handled.")
    assert said() == ""


def test_an_error_that_nobody_caught_is_told_clean(said):
    set_up_logging("INFO", "text", ["plain-secret"])
    error = RuntimeError(f"plain-secret and {TOKEN}")
    sys.excepthook(type(error), error, None)
    assert said() == "RuntimeError: [secret] and [secret]\n"


def test_ordinary_words_stay():
    text = "order 12:30 at https://example.org/path, ratio 2024:1"
    assert Redactor(["abc"]).clean(text) == text
