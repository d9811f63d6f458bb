"""What a check found, and how a list of findings reads."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """`ok`, `remark` (works, but read this) or `wrong` (does not work)."""

    OK = "ok"
    REMARK = "remark"
    WRONG = "wrong"


_SIGNS = {State.OK: "✓", State.REMARK: "!", State.WRONG: "✗"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `mend` says what to do where something is to be done."""

    about: str
    state: State
    says: str
    mend: str = ""


def ok(about: str, says: str) -> Finding:
    """It is well."""
    return Finding(about, State.OK, says)


def remark(about: str, says: str, mend: str = "") -> Finding:
    """It works, but."""
    return Finding(about, State.REMARK, says, mend)


def wrong(about: str, says: str, mend: str = "") -> Finding:
    """It does not work."""
    return Finding(about, State.WRONG, says, mend)


def all_well(findings: Sequence[Finding]) -> bool:
    """Whether nothing is wrong; remarks do not count."""
    return all(finding.state is not State.WRONG for finding in findings)


def as_lines(findings: Sequence[Finding]) -> str:
    """For people: a sign, what was looked at, what was found, and below it how to mend it."""
    width = max((len(finding.about) for finding in findings), default=0)
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{_SIGNS[finding.state]} {finding.about:<{width}}  {finding.says}")
        if finding.mend:
            lines.append(f"  {'':<{width}}  → {finding.mend}")
    return "\n".join(lines)


def as_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """For programs: `{"ok": bool, "findings": [{about, state, says, mend}]}`."""
    return {"ok": all_well(findings), "findings": [asdict(finding) for finding in findings]}
