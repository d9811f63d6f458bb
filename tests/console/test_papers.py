"""What the operator reads agrees with what the code does."""

import re
from pathlib import Path

from bot.settings import Settings
from tests.console.commands import run_main

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "operations.md").read_text()
EXAMPLE = (ROOT / ".env.example").read_text()
NAMES = {name.upper() for name in Settings.model_fields}


def test_every_setting_stands_in_the_guide_and_in_the_example():
    for name in NAMES:
        assert f"`{name}`" in GUIDE, name
        assert re.search(rf"^#{name}=", EXAMPLE, re.MULTILINE), name
    assert set(re.findall(r"^#([A-Z_]+)=", EXAMPLE, re.MULTILINE)) == NAMES


def test_every_command_stands_in_the_guide(tmp_path):
    shown = run_main("--help", cwd=tmp_path).stdout.partition("Commands:")[2]
    for name in re.findall(r"^  ([a-z-]+)", shown, re.MULTILINE):
        assert f"`{name}" in GUIDE or f"`{name}`" in GUIDE, name


def test_lock_files_name_no_host():
    for name in ("requirements.lock", "requirements-dev.lock", "Makefile", ".ci/run"):
        assert "://" not in (ROOT / name).read_text(), name
