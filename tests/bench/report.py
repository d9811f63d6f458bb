"""The table of claims."""

from collections.abc import Sequence
from statistics import median

from rich.table import Table

from tests.bench.claims import Claim


def table(claims: Sequence[Claim], *, cores: int) -> Table:
    """What was measured: medians of rounds, the least and the most beneath."""
    shown = Table(title=f"Ours against a floor of the same run, {cores} cores", show_lines=True)
    for heading in ("act", "ours", "floor", "ratio of speeds", "promised"):
        shown.add_column(heading)
    for claim in claims:
        others = "".join(f"\n{name} {_number(value)}" for name, value in claim.others)
        shown.add_row(
            claim.act,
            _spread(claim.ours, claim.unit) + others,
            f"{claim.floor}\n{_spread(claim.floors, claim.unit)}",
            _spread(claim.ratios, "×"),
            _promise(claim),
        )
    return shown


def _promise(claim: Claim) -> str:
    promises = []
    if claim.least is not None:
        promises.append(f"≥ {claim.least}×\n{_verdict(claim.missed)}")
    if claim.most is not None:
        promises.append(f"< {claim.most:g} {claim.unit}\n{_verdict(claim.over)}")
    return "\n".join(promises) or "–"


def _verdict(missed: bool) -> str:
    return "[red]missed[/]" if missed else "[green]kept[/]"


def _spread(values: Sequence[float], unit: str) -> str:
    return (
        f"{_number(median(values))} {unit}"
        f"\n[dim]{_number(min(values))} – {_number(max(values))}[/]"
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
