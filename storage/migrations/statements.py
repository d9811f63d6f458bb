"""Running a file of `sql/`, statement by statement."""

from collections.abc import Iterator
from pathlib import Path

from alembic import op
from sqlalchemy import text

_PLACE = Path(__file__).parent / "sql"


def run(*names: str) -> None:
    """Run the statements of the files `names` of `sql/`, in order."""
    for name in names:
        for statement in _split((_PLACE / f"{name}.sql").read_text()):
            op.execute(text(statement.replace(":", "\\:")))


def _split(script: str) -> Iterator[str]:
    """The statements of a script; one ends with a line that ends in `;` outside of `$$`."""
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if line.endswith(";") and "\n".join(lines).count("$$") % 2 == 0:
            yield "\n".join(lines).strip().removesuffix(";")
            lines.clear()
    if any(line.strip() and not line.startswith("--") for line in lines):
        raise ValueError("a script ends in the middle of a statement")


def drop(kind: str, *names: str) -> None:
    """Drop the objects `names` of one kind, in order."""
    for name in names:
        op.execute(f"DROP {kind} {name}")
