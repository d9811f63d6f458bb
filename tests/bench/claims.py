"""A claim: an act of ours against a floor, measured in turn."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Claim:
    """What one act of ours took and what the floor took, round by round.

    `unit` is "/s" (more is better) or "ms" (less is better). `least` is the promised ratio of
    speeds, ours to the floor's; `most` a promised bound of ours in `unit`. `others` are further
    numbers worth a look, by name.
    """

    act: str
    floor: str
    unit: str
    ours: tuple[float, ...]
    floors: tuple[float, ...]
    least: float | None = None
    most: float | None = None
    others: tuple[tuple[str, float], ...] = ()

    @property
    def ratios(self) -> tuple[float, ...]:
        """Our speed over the floor's in each round."""
        pairs = zip(self.ours, self.floors, strict=True)
        if self.unit == "ms":
            return tuple(floor / ours for ours, floor in pairs)
        return tuple(ours / floor for ours, floor in pairs)

    @property
    def missed(self) -> bool:
        """Whether the promised ratio is missed; only ratios hold on a machine that is busy."""
        return self.least is not None and median(self.ratios) < self.least

    @property
    def over(self) -> bool:
        """Whether the promised bound is missed."""
        return self.most is not None and median(self.ours) > self.most

    def as_json(self) -> dict[str, Any]:
        """All that was measured."""
        return {
            "act": self.act,
            "floor": self.floor,
            "unit": self.unit,
            "ours": _spread(self.ours),
            "floor_took": _spread(self.floors),
            "ratio": _spread(self.ratios),
            "promised_ratio": self.least,
            "promised_bound": self.most,
            "missed": self.missed or self.over,
            "others": dict(self.others),
        }


Measure = Callable[[], Awaitable[float]]


async def in_turn(
    ours: Measure, floor: Measure, rounds: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Ours, floor, ours, floor, … after one round of each that does not count."""
    measured: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for measure, results in zip((ours, floor), measured, strict=True):
            result = await measure()
            if number:
                results.append(result)
    return tuple(measured[0]), tuple(measured[1])


def _spread(values: tuple[float, ...]) -> dict[str, Any]:
    return {
        "median": round(median(values), 4),
        "least": round(min(values), 4),
        "most": round(max(values), 4),
        "rounds": [round(value, 4) for value in values],
    }
