"""Rules of the house that no linter states."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "domain", "storage", "jobs")


def sources(*rooms: str) -> Iterator[tuple[Path, str]]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path, path.read_text(encoding="utf-8")


def test_nobody_commits_but_the_door_to_the_database() -> None:
    for path, source in sources("bot", "handlers", "domain", "jobs"):
        assert ".commit(" not in source, path
        assert ".rollback(" not in source, path


def test_the_domain_takes_time_as_an_argument() -> None:
    for path, source in sources("domain"):
        assert not re.search(r"datetime\.now|time\.time\(|date\.today", source), path


def test_background_work_is_supervised() -> None:
    """By the nursery, by a task group, or by the process's own life in `bot/console`."""
    for path, source in sources(*ROOMS):
        if path.name != "nursery.py" and not {"sandbox", "console"} & set(path.parts):
            assert "asyncio.create_task" not in source, path
            assert "ensure_future" not in source, path


def test_the_environment_is_read_once() -> None:
    for path, source in sources("handlers", "domain", "storage", "jobs"):
        assert "os.environ[" not in source, path
        assert "getenv(" not in source, path


def test_nothing_leaves_the_house_while_a_transaction_is_open() -> None:
    """Inside `async with …begin/read(…)` no handler speaks to Telegram or shows a screen."""
    speaking = re.compile(r"\.(show|send|send_\w+|answer|try_)$")
    for path, source in sources("handlers", "jobs"):
        for block in ast.walk(ast.parse(source)):
            if isinstance(block, ast.AsyncWith) and _opens_a_transaction(block):
                for node in ast.walk(ast.Module(block.body, [])):
                    if isinstance(node, ast.Call):
                        called = "." + ast.unparse(node.func).rpartition(".")[2]
                        is_enquiry = ast.unparse(node.func).startswith("enquiries.")
                        assert is_enquiry or not speaking.search(called), (path, node.lineno)


def _opens_a_transaction(block: ast.AsyncWith) -> bool:
    return any(
        re.search(r"\.(begin|read)\(", ast.unparse(item.context_expr)) for item in block.items
    )


def test_the_lock_names_hashes_and_no_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = (ROOT / name).read_text()
        assert "--hash=sha256:" in lock
        assert "index-url" not in lock
        assert "://" not in lock


def test_only_known_files_stand_at_the_top() -> None:
    known = {
        "bot",
        "handlers",
        "domain",
        "storage",
        "jobs",
        "tests",
        "docs",
        "main.py",
        "pyproject.toml",
        "requirements.lock",
        "requirements-dev.lock",
        "Makefile",
        "README.md",
        "CONTRIBUTING.md",
        "LICENSE",
        ".ci",
        ".gitignore",
        ".env.example",
        ".editorconfig",
        ".gitattributes",
        ".squawk.toml",
    }
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    assert {line.split("/")[0] for line in listed.splitlines()} <= known
