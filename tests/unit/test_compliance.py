"""The page about compliance names nothing that is not there."""

import ast
import re
from pathlib import Path

from bot.introduction import COMMANDS, OFFICE

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "compliance.md").read_text()
NAMES = re.findall(r"`([a-z_/]*test_\w+(?:::test_\w+)?)`", PAGE)
"""What stands for a test file, or for a test in one."""


def _tests_of(file: Path) -> set[str]:
    """The names of the tests in a file."""
    tree = ast.parse(file.read_text())
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {each.name for each in tree.body if isinstance(each, functions)}


def test_every_test_it_names_is_there() -> None:
    assert len(NAMES) > 60
    for name in NAMES:
        file, _, test = name.partition("::")
        path = ROOT / "tests" / f"{file}.py"
        assert path.exists(), name
        assert any(each.startswith("test_") for each in _tests_of(path)), name
        assert not test or test in _tests_of(path), name


def test_every_page_and_screen_it_names_is_there() -> None:
    for page in re.findall(r"`(docs/[\w./-]+)`", PAGE):
        assert (ROOT / page).exists(), page
    screens = set(re.findall(r"`/(\w+)`", PAGE))
    assert screens <= {*COMMANDS, *OFFICE}, screens


def test_no_line_of_a_table_is_without_its_proof_or_its_word() -> None:
    """The last cell is empty only where the line itself says that it is not there, or not ours."""
    lines = [line for line in PAGE.splitlines() if line.startswith("| ")]
    for line in lines:
        cells = [each.strip() for each in line.strip("|").split("|")]
        assert cells[-1] or any(cells[1:-1]) or "Minors" in line, line
        assert not re.search(r"\b[A-Z]{5,}\b", cells[-1].replace("HSTS", "")), line
