"""The demo's chat page acts from outside: it knows buttons only by what they carry."""

import subprocess
import sys
from pathlib import Path

from bot.demo.buttons import PREFIXES
from tests.flows.replaying import to

ROOT = Path(__file__).parents[2]


def test_the_chat_page_knows_the_buttons_by_their_real_prefixes() -> None:
    known = {name: to.EVERY[name].__prefix__ for name in PREFIXES}
    assert known == PREFIXES


def test_the_chat_page_runs_without_the_bots_libraries() -> None:
    """They are 165 MB; the demo promises to stay small."""
    script = "import sys, bot.demo.rush, bot.demo.steps; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    assert "bot.demo.steps" in loaded
    assert not {"aiogram", "telegram", "sqlalchemy"}.intersection(loaded)
